import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { ElasticsearchClient, Router } from '../../../../server/kibana';
import { ALERTS_ALL, ALERTS_READ } from '../../security/siem_feature';
import { alertsAlias } from '../alerts/alert_index';
import { definePublicRoute } from './define_public_route';

/** As many as Elasticsearch returns in one page; the real route has no such limit. */
const MOST_AT_ONCE = 10_000;

const object = z.record(z.string(), z.unknown());
const searchBody = z.object({
  query: object.optional(),
  aggs: object.optional(),
  size: z.number().int().min(0).optional(),
  track_total_hits: z.union([z.boolean(), z.number()]).optional(),
  _source: z.union([z.boolean(), z.string(), z.array(z.string())]).optional(),
  fields: z.array(z.unknown()).optional(),
  runtime_mappings: object.optional(),
  sort: z.unknown().optional(),
});

const statusBody = z.object({
  status: z.enum(['open', 'acknowledged', 'in-progress', 'closed']),
  reason: z.string().optional(),
  signal_ids: z.array(z.string()).min(1).optional(),
  query: object.optional(),
  conflicts: z.enum(['abort', 'proceed']).optional(),
});
type StatusBody = z.output<typeof statusBody>;

const idsToChange = async (
  es: ElasticsearchClient,
  index: string,
  { signal_ids: ids, query }: StatusBody
): Promise<string[]> => {
  const { hits } = await es.search({
    index,
    ignore_unavailable: true,
    _source: false,
    size: MOST_AT_ONCE,
    query: ids ? { ids: { values: ids } } : (query ?? { match_all: {} }),
  });
  return hits.hits.flatMap(({ _id }) => _id ?? []);
};

const changeStatus = async (
  es: ElasticsearchClient,
  index: string,
  body: StatusBody,
  username: string
): Promise<object> => {
  const started = Date.now();
  const ids = await idsToChange(es, index, body);
  const doc = {
    'kibana.alert.workflow_status': body.status,
    'kibana.alert.workflow_status_updated_at': new Date().toISOString(),
    'kibana.alert.workflow_user': username,
    'kibana.alert.workflow_reason': body.status === 'closed' ? (body.reason ?? null) : null,
  };
  const operations = ids.flatMap((_id): object[] => [{ update: { _id } }, { doc }]);
  const items = ids.length > 0 ? (await es.bulk({ index, operations, refresh: true })).items : [];
  const failures = items.flatMap(({ update }) => (update?.error ? [update] : []));
  return {
    took: Date.now() - started,
    timed_out: false,
    total: ids.length,
    updated: items.length - failures.length,
    deleted: 0,
    batches: 1,
    version_conflicts: failures.filter(({ status }) => status === 409).length,
    noops: 0,
    failures,
  };
};

/** Search alerts and set their status, with the person's own rights on the alerts index. */
export const registerSignalRoutes = (router: Router): void => {
  definePublicRoute(
    router,
    {
      method: 'post',
      path: '/api/detection_engine/signals/search',
      privileges: [ALERTS_READ],
      query: z.object({}),
      body: searchBody,
    },
    ({ body, by, es }) =>
      es.asCurrentUser.search({
        index: alertsAlias(by.spaceId),
        ignore_unavailable: true,
        ...(body as estypes.SearchRequest),
      })
  );
  definePublicRoute(
    router,
    {
      method: 'post',
      path: '/api/detection_engine/signals/status',
      privileges: [ALERTS_ALL],
      query: z.object({}),
      body: statusBody.refine(
        ({ signal_ids: ids, query }) => (ids === undefined) !== (query === undefined),
        'either "signal_ids" or "query" must be set'
      ),
    },
    ({ body, by, es }) =>
      changeStatus(es.asCurrentUser, alertsAlias(by.spaceId), body, by.user.username)
  );
};
