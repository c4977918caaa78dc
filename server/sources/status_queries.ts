import type { estypes } from '@elastic/elasticsearch';
import { CALL_DATA_STREAM_PATTERN, CALLS_INDEX, FIELDS_INDEX } from '../../common/constants';

export interface TimeRange {
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
}

/** More phone systems, and more sites of one, than any company has. */
const MAX_SOURCES = 60;
const MAX_SITES = 100;
const MAX_REASONS = 5;
/** Two weeks show the usual pauses, weekends included. */
const SILENCE_DAYS = 14;
const DAY_MS = 86_400_000;

/** Without one, Elasticsearch could not group by it. */
const SOURCE: estypes.AggregationsAggregationContainer['terms'] = {
  field: 'event.provider',
  size: MAX_SOURCES,
  missing: 'unknown',
};
const SITE: estypes.AggregationsAggregationContainer['terms'] = {
  field: 'vishing.site.id',
  size: MAX_SITES,
  missing: 'default',
};

const ONE_FAILURE: estypes.AggregationsAggregationContainer = {
  filter: { term: { 'event.kind': 'pipeline_error' } },
  aggs: {
    types: {
      terms: { field: 'error.type', size: MAX_REASONS, missing: 'unknown' },
      aggs: { example: { top_hits: { size: 1, _source: ['error.message'] } } },
    },
  },
};

/**
 * What came of each source and site: counts, days, failures, and the hours that tell whether it is silent.
 * @param zone IANA zone of the days
 */
export const arrivalsQuery = (
  { from, to }: TimeRange,
  zone: string,
  nowMs: number
): estypes.SearchRequest => ({
  index: CALL_DATA_STREAM_PATTERN,
  ignore_unavailable: true,
  allow_no_indices: true,
  size: 0,
  query: { range: { 'event.ingested': { gte: earlier(from, nowMs), lte: to } } },
  aggs: {
    sources: {
      terms: SOURCE,
      aggs: {
        sites: {
          terms: SITE,
          aggs: {
            last_record: { max: { field: 'event.ingested' } },
            last_call: {
              filter: { bool: { must_not: { term: { 'event.kind': 'pipeline_error' } } } },
              aggs: { start: { max: { field: '@timestamp' } } },
            },
            hours: {
              filter: {
                range: {
                  'event.ingested': { gte: nowMs - SILENCE_DAYS * DAY_MS, format: 'epoch_millis' },
                },
              },
              aggs: {
                hours: {
                  date_histogram: {
                    field: 'event.ingested',
                    fixed_interval: '1h',
                    min_doc_count: 1,
                  },
                },
              },
            },
            in_range: {
              filter: { range: { 'event.ingested': { gte: from, lte: to } } },
              aggs: {
                days: {
                  date_histogram: {
                    field: 'event.ingested',
                    calendar_interval: '1d',
                    time_zone: zone,
                    min_doc_count: 0,
                    // Days on which nothing came are shown too.
                    extended_bounds: { min: from, max: to },
                  },
                  aggs: { failed: { filter: { term: { 'event.kind': 'pipeline_error' } } } },
                },
                failures: ONE_FAILURE,
              },
            },
          },
        },
      },
    },
  },
});

/** Silence is judged by two weeks, whatever range is looked at. */
const earlier = (from: string, nowMs: number): string => {
  const two_weeks = nowMs - SILENCE_DAYS * DAY_MS;
  return new Date(Math.min(Date.parse(from), two_weeks)).toISOString();
};

/** Later than this after the call, a record was uploaded by hand; its delay says nothing of the phone system. */
const MAX_DELAY_SECONDS = 7 * 86_400;

/** Seconds between the end of calls and the arrival of their records, by source and site. */
export const delayQuery = ({ from, to }: TimeRange): estypes.EsqlQueryRequest => ({
  filter: { range: { 'event.ingested': { gte: from, lte: to } } },
  query: `
FROM ${CALL_DATA_STREAM_PATTERN}, ${FIELDS_INDEX}
| WHERE event.kind == "event" AND event.end IS NOT NULL
| EVAL seconds = (TO_LONG(event.ingested) - TO_LONG(event.end)) / 1000
| WHERE seconds >= 0 AND seconds <= ${MAX_DELAY_SECONDS}
| STATS p50 = PERCENTILE(seconds, 50), p95 = PERCENTILE(seconds, 95) BY source = event.provider, site = vishing.site.id
| LIMIT 1000`,
});

/** Calls and those of them that have a person, by source and site. */
export const peopleQuery = ({ from, to }: TimeRange): estypes.SearchRequest => ({
  index: CALLS_INDEX,
  ignore_unavailable: true,
  allow_no_indices: true,
  size: 0,
  query: { range: { '@timestamp': { gte: from, lte: to } } },
  aggs: {
    sources: {
      terms: SOURCE,
      aggs: {
        sites: {
          terms: SITE,
          aggs: { known: { filter: { exists: { field: 'vishing.person.id' } } } },
        },
      },
    },
  },
});
