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
  defineRoute(dependencies, getSuspiciousCalls, (context) =>
    listSuspiciousCalls(contextOf(context), context.query)
  );
  defineRoute(dependencies, getCall, (context) =>
    getCallDetails(contextOf(context), context.params.call_id)
  );
  defineRoute(dependencies, getCallTimeline, (context) => {
    const { signals } = dependencies.knowledge(dependencies.spaceOf(context.request));
    return getTimeline({ ...contextOf(context), signals }, context.params.call_id, context.query);
  });
  defineRoute(dependencies, getEventDocument, ({ es, params, signal }) =>
    readDocument(es, params, signal)
  );
};
