import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { Activity } from '../../common/api/activity';
import { unitOf, type TimeRange } from './range_unit';

type Aggregations = Record<string, estypes.AggregationsAggregationContainer>;

export const inRange = ({ from, to }: TimeRange): estypes.QueryDslQueryContainer => ({
  range: { '@timestamp': { gte: from, lte: to } },
});

/**
 * Counts the calls of a range, in all and over time.
 * @param zone IANA zone in which days begin
 * @param perPeriod more to be counted in each day, week or month
 */
export const activityAggregation = (
  range: TimeRange,
  zone: string,
  perPeriod: Aggregations = {}
): estypes.AggregationsAggregationContainer => {
  const answered = { filter: { term: { 'vishing.call.answered': true } } };
  return {
    filter: inRange(range),
    aggs: {
      answered,
      talk: { sum: { field: 'vishing.call.talk_seconds' } },
      periods: {
        date_histogram: {
          field: '@timestamp',
          calendar_interval: unitOf(range),
          time_zone: zone,
          min_doc_count: 0,
          // Days without a call are shown too.
          extended_bounds: { min: range.from, max: range.to },
        },
        aggs: { answered, ...perPeriod },
      },
    },
  };
};

const counted = z.object({ doc_count: z.number() });
/** One bucket over time; what `perPeriod` counted is kept as it is. */
const periodSchema = z.looseObject({
  key_as_string: z.string(),
  doc_count: z.number(),
  answered: counted,
});
const answerSchema = z.object({
  doc_count: z.number(),
  answered: counted,
  talk: z.object({ value: z.number().nullable() }),
  periods: z.object({ buckets: z.array(periodSchema) }),
});

/** The first day of a bucket, which Elasticsearch names by its first instant in the zone. */
export const dayOf = ({ key_as_string }: { readonly key_as_string: string }): string =>
  key_as_string.slice(0, 10);

/** Reads what Elasticsearch answered to `activityAggregation`. */
export const toActivity = (
  answer: unknown,
  range: TimeRange
): { readonly activity: Activity; readonly buckets: z.infer<typeof periodSchema>[] } => {
  const { doc_count, answered, talk, periods } = answerSchema.parse(answer);
  return {
    buckets: periods.buckets,
    activity: {
      unit: unitOf(range),
      calls: doc_count,
      answered: answered.doc_count,
      talk_seconds: talk.value ?? 0,
      periods: periods.buckets.map((bucket) => ({
        day: dayOf(bucket),
        calls: bucket.doc_count,
        answered: bucket.answered.doc_count,
      })),
    },
  };
};
