import { getCall, getCallTimeline, getEventDocument } from '../../common/api/call';
import { getSuspiciousCalls } from '../../common/api/suspicious_calls';
import type { InvestigationContext } from '../investigation/context';
import { getCallDetails } from '../investigation/get_call';
import { listSuspiciousCalls } from '../investigation/list_suspicious_calls';
import { readDocument } from '../investigation/read_document';
import { getTimeline } from '../investigation/timeline/get_timeline';
import { defineRoute } from './define_route';
import { investigationContext } from './investigation_context';
import type { RouteDependencies } from './route_dependencies';

/** Routes of the analyst's pages: the list, one call, its timeline, one document. */
export const registerInvestigationRoutes = (dependencies: RouteDependencies): void => {
  const contextOf = (context: Parameters<typeof investigationContext>[1]): InvestigationContext =>
    investigationContext(dependencies, context);
  defineRoute(
    dependencies,
    getSuspiciousCalls,
    (context) => listSuspiciousCalls(contextOf(context), context.query),
    {
      access: ({ query }, answer) => ({
        action: 'call_list',
        search: query.search,
        people: answer?.calls.map(({ person }) => person.id),
        numbers: answer?.calls.map(({ number }) => number.value),
      }),
    }
  );
  defineRoute(
    dependencies,
    getCall,
    (context) => getCallDetails(contextOf(context), context.params.call_id),
    {
      access: ({ params }, answer) => ({
        action: 'call_view',
        callId: params.call_id,
        people: [answer?.call.vishing.person?.id],
        numbers: [answer?.call.vishing.external?.number],
      }),
    }
  );
  defineRoute(
    dependencies,
    getCallTimeline,
    (context) => getTimeline(contextOf(context), context.params.call_id, context.query),
    { access: ({ params }) => ({ action: 'timeline_view', callId: params.call_id }) }
  );
  defineRoute(
    dependencies,
    getEventDocument,
    ({ es, params, signal }) => readDocument(es, params, signal),
    {
      access: ({ params }) => ({
        action: 'document_view',
        document: `${params.index}/${params.id}`,
      }),
    }
  );
};
