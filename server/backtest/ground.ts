import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { BacktestGround } from '../../common/api/backtest';
import { alertsIndex, CALLS_INDEX, RULE_TAG } from '../../common/constants';
import { readText } from '../investigation/read_field';
import type { ElasticsearchClient } from '../kibana';
import { RECORD_DELAY_SECONDS } from '../rules/look_back';
import type { Rule } from '../rules/rule';
import { readSourceStatus } from '../sources/source_status';
import { iso, within, type Span } from './hit';

interface GroundRequest {
  readonly rule: Rule;
  readonly span: Span;
  readonly spaceId: string;
  /** IANA zone of the days. */
  readonly zone: string;
  readonly nowMs: number;
}

/** Elasticsearch's own limit of one search. */
const MOST_ALERTS = 10_000;
/** Kibana's reasons for closing that say that the alert was not about an attack. */
const NOT_REAL = ['false_positive', 'benign_positive', 'duplicate'];

const confirmedQuery = ({ span }: GroundRequest): estypes.QueryDslQueryContainer => ({
  bool: {
    filter: [
      { term: { 'kibana.alert.rule.tags': RULE_TAG } },
      { terms: { 'kibana.alert.workflow_status': ['acknowledged', 'closed'] } },
      {
        range: { 'kibana.alert.original_time': { gte: iso(span.fromMs), lt: iso(span.toMs) } },
      },
    ],
    must_not: [{ terms: { 'kibana.alert.workflow_reason': NOT_REAL } }],
  },
});

const readConfirmed = async (
  es: ElasticsearchClient,
  request: GroundRequest
): Promise<string[]> => {
  const { hits } = await es.search({
    index: alertsIndex(request.spaceId),
    ignore_unavailable: true,
    allow_no_indices: true,
    size: MOST_ALERTS,
    _source: ['vishing.call.id', 'vishing'],
    query: confirmedQuery(request),
  });
  return [
    ...new Set(hits.hits.flatMap(({ _source: alert }) => readText(alert, 'vishing.call.id') ?? [])),
  ];
};

const callsSchema = z.object({
  oldest: z.object({ value: z.number().nullable() }),
  range: z.object({
    people: z.object({ value: z.number() }),
    days: z.object({ buckets: z.array(z.object({ doc_count: z.number() })) }),
  }),
});

const readCalls = async (
  es: ElasticsearchClient,
  { span, zone }: GroundRequest
): Promise<Pick<BacktestGround, 'oldest_call' | 'callers' | 'days'>> => {
  const { aggregations } = await es.search({
    index: CALLS_INDEX,
    ignore_unavailable: true,
    size: 0,
    aggs: {
      oldest: { min: { field: '@timestamp' } },
      range: {
        filter: within(span),
        aggs: {
          people: { cardinality: { field: 'vishing.person.id', precision_threshold: 40_000 } },
          days: {
            date_histogram: {
              ...{ field: '@timestamp', calendar_interval: 'day', time_zone: zone },
              min_doc_count: 1,
            },
          },
        },
      },
    },
  });
  if (!aggregations) return { callers: 0, days: 0 };
  const { oldest, range } = callsSchema.parse(aggregations);
  return {
    ...(oldest.value === null ? {} : { oldest_call: iso(oldest.value) }),
    callers: range.people.value,
    days: range.days.buckets.length,
  };
};

/** Names of the data that the rule needs and that has no document in the range; alerts of other rules are made here. */
const readMissing = async (
  es: ElasticsearchClient,
  { rule, span }: GroundRequest
): Promise<string[]> => {
  const needed = rule.required_data.filter(({ any_of: any }) =>
    any.every((index) => !index.startsWith('.alerts'))
  );
  const found = await Promise.all(
    needed.map(({ any_of: any }) =>
      es.search({
        index: any,
        ignore_unavailable: true,
        allow_no_indices: true,
        size: 0,
        terminate_after: 1,
        track_total_hits: 1,
        query: { bool: { filter: [within(span)] } },
      })
    )
  );
  return needed.flatMap(({ name }, at) => {
    const total = found[at]?.hits.total;
    const count = typeof total === 'number' ? total : (total?.value ?? 0);
    return count > 0 ? [] : [name];
  });
};

/** What a back-test of a range stands on: whether its data is whole, which calls are known to be attacks, who calls. */
export const readGround = async (
  es: ElasticsearchClient,
  request: GroundRequest
): Promise<BacktestGround> => {
  const { span, zone, nowMs } = request;
  const range = { from: iso(span.fromMs), to: iso(span.toMs) };
  const [sources, calls, confirmed, missing] = await Promise.all([
    readSourceStatus(es, { ...range, zone, nowMs }),
    readCalls(es, request),
    readConfirmed(es, request),
    readMissing(es, request),
  ]);
  return {
    ...calls,
    silent: sources.flatMap(({ source, site, silent }) =>
      silent ? [{ source, site, hours: silent.hours }] : []
    ),
    late: sources.flatMap(({ source, site, delay }) =>
      delay && delay.p95 > RECORD_DELAY_SECONDS ? [{ source, site, seconds: delay.p95 }] : []
    ),
    missing_data: missing,
    confirmed_call_ids: confirmed,
  };
};
