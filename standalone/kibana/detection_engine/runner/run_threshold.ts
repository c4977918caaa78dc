import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { eventId, thresholdBucketId } from '../alerts/alert_ids';
import type { Finding } from '../alerts/build_alert';
import type { ThresholdRule } from '../rules/rule_schema';
import {
  contentFilter,
  indicesOf,
  noIndexWarning,
  timeField,
  timeFilter,
  warningsOf,
  type RunContext,
  type RunResult,
} from './run_context';
import { alreadyCounted } from './threshold_history';

type Aggregations = Record<string, estypes.AggregationsAggregationContainer>;

const PAGE = 1000;
const instant = z.object({ value_as_string: z.string() });
const bucketSchema = z.object({
  key: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  doc_count: z.number(),
  first: instant,
  last: instant,
  distinct: z.object({ value: z.number() }).optional(),
});
type Bucket = z.output<typeof bucketSchema>;

const groupsSchema = z.object({
  groups: z.object({
    buckets: z.array(bucketSchema),
    after_key: z.record(z.string(), z.unknown()).optional(),
  }),
});

const selector = (path: string, least: number): estypes.AggregationsAggregationContainer => ({
  bucket_selector: { buckets_path: { count: path }, script: `params.count >= ${least}L` },
});

/** What is measured of each group; groups that are too small fall out in Elasticsearch. */
const measures = (rule: ThresholdRule): Aggregations => {
  const field = timeField(rule);
  const [cardinality] = rule.threshold.cardinality;
  const dates = { field, format: 'strict_date_optional_time' };
  return {
    first: { min: dates },
    last: { max: dates },
    enough: selector('_count', rule.threshold.value),
    ...(cardinality
      ? {
          distinct: { cardinality: { field: cardinality.field } },
          enough_distinct: selector('distinct', cardinality.value),
        }
      : {}),
  };
};

/** Groups by the rule's fields; a rule without fields has one group, all events. */
const grouping = (rule: ThresholdRule, after: Bucket['key'] | undefined): Aggregations => {
  const { field: fields } = rule.threshold;
  if (fields.length === 0) {
    return { groups: { filters: { filters: [{ match_all: {} }] }, aggs: measures(rule) } };
  }
  const sources = fields.map((field) => ({ [field]: { terms: { field } } }));
  const composite = { size: PAGE, sources, ...(after ? { after } : {}) };
  return { groups: { composite, aggs: measures(rule) } };
};

const toFinding = (
  { fields, run, ruleKey }: RunContext<ThresholdRule>,
  bucket: Bucket
): Finding => {
  const terms = Object.entries(bucket.key).map(([field, value]) => ({ field, value }));
  const index = run.indices.join(',');
  const id = thresholdBucketId({
    ruleId: fields.rule_id,
    startedAt: run.startedAt,
    fields: fields.threshold.field,
    values: Object.values(bucket.key),
  });
  const [cardinality] = fields.threshold.cardinality;
  return {
    alertId: eventId({ index, id, rule: ruleKey }),
    id,
    index,
    source: { '@timestamp': bucket.last.value_as_string, ...bucket.key },
    typeFields: {
      'kibana.alert.threshold_result': {
        count: bucket.doc_count,
        from: new Date(bucket.first.value_as_string).toISOString(),
        terms,
        ...(cardinality && bucket.distinct
          ? { cardinality: [{ field: cardinality.field, value: bucket.distinct.value }] }
          : {}),
      },
    },
  };
};

/** Runs a threshold rule: each group of events that is large enough becomes one alert. */
export const runThreshold = async (context: RunContext<ThresholdRule>): Promise<RunResult> => {
  const { es, fields, from, to } = context;
  const index = indicesOf(fields);
  const query = {
    bool: {
      filter: [timeFilter(fields, from, to), ...contentFilter(fields)],
      must_not: await alreadyCounted(context),
    },
  };
  const findings: Finding[] = [];
  let after: Bucket['key'] | undefined;
  do {
    const answer = await es.search({
      index,
      ignore_unavailable: true,
      size: 0,
      query,
      aggs: grouping(fields, after),
    });
    if (answer._shards.total === 0) return { created: 0, warnings: [noIndexWarning(index)] };
    const { groups } = groupsSchema.parse(answer.aggregations);
    findings.push(...groups.buckets.map((bucket) => toFinding(context, bucket)));
    after = groups.after_key as Bucket['key'] | undefined;
  } while (after && findings.length <= fields.max_signals);
  const written = await context.write(findings, fields.max_signals);
  return { created: written.created, warnings: warningsOf(written) };
};
