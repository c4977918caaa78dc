import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { RuleActivity } from '../../common/api/rules';
import { alertsIndex, RULE_TAG } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';

export interface ActivityRequest {
  readonly spaceId: string;
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
  /** IANA zone in which a day begins. */
  readonly timezone: string;
}

/** Rules that this plugin will ever ship. */
const MAX_RULES = 500;

const countSchema = z.object({ doc_count: z.number() });
const answerSchema = z.object({
  rules: z.object({
    buckets: z.array(
      z.object({
        key: z.string(),
        doc_count: z.number(),
        days: z.object({
          buckets: z.array(z.object({ key_as_string: z.string(), doc_count: z.number() })),
        }),
        closed: z.object({ doc_count: z.number(), wrong: countSchema }),
      })
    ),
  }),
});

const aggregations = ({ from, to, timezone }: ActivityRequest) => ({
  rules: {
    terms: { field: 'kibana.alert.rule.rule_id', size: MAX_RULES },
    aggs: {
      days: {
        date_histogram: {
          field: 'kibana.alert.original_time',
          calendar_interval: 'day' as const,
          time_zone: timezone,
          format: 'yyyy-MM-dd',
          min_doc_count: 0,
          extended_bounds: { min: Date.parse(from), max: Date.parse(to) },
        },
      },
      closed: {
        filter: { term: { 'kibana.alert.workflow_status': 'closed' } },
        aggs: {
          wrong: { filter: { term: { 'kibana.alert.workflow_reason': 'false_positive' } } },
        },
      },
    },
  },
});

/** Alerts of our rules by day of the event, with what people closed them as; rules without any are left out. */
export const readRuleActivity = async (
  es: ElasticsearchClient,
  request: ActivityRequest
): Promise<RuleActivity[]> => {
  const { from, to, spaceId } = request;
  const query: estypes.QueryDslQueryContainer = {
    bool: {
      filter: [
        { term: { 'kibana.alert.rule.tags': RULE_TAG } },
        { range: { 'kibana.alert.original_time': { gte: from, lt: to } } },
      ],
    },
  };
  const { aggregations: found } = await es.search({
    index: alertsIndex(spaceId),
    ignore_unavailable: true,
    allow_no_indices: true,
    size: 0,
    query,
    aggs: aggregations(request),
  });
  // No index: no alert was ever written in this space.
  if (!found) return [];
  return answerSchema
    .parse(found)
    .rules.buckets.map(({ key, doc_count: alerts, days, closed }) => ({
      rule_id: key,
      alerts,
      closed: closed.doc_count,
      false_positives: closed.wrong.doc_count,
      days: days.buckets.map(({ key_as_string: day, doc_count: count }) => ({
        day,
        alerts: count,
      })),
    }));
};
