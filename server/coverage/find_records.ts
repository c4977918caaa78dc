import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { CoveredDataSet } from '../../common/api/coverage';
import type { ElasticsearchClient } from '../kibana';
import type { DataSet, Feed } from './coverage_table';

export interface RecordsRequest {
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
  readonly signal: AbortSignal;
}

type FeedState = CoveredDataSet['feeds'][number];

/** A feed that takes longer is not known; the page does not wait for it. */
const TIMEOUT = '10s';

const foundSchema = z.object({
  timed_out: z.boolean().optional(),
  _shards: z
    .object({
      failures: z
        .array(z.object({ reason: z.object({ reason: z.string().nullish() }) }))
        .optional(),
    })
    .optional(),
  hits: z.object({ hits: z.array(z.object({ sort: z.array(z.unknown()).optional() })) }),
});
const failedSchema = z.object({
  error: z.object({ type: z.string().optional(), reason: z.string().nullish() }),
});

/** The newest record: Elasticsearch finds it in the sorted index without reading the others. */
const newestRecord = (
  { field, values }: Feed,
  { from, to }: RecordsRequest
): estypes.MsearchMultisearchBody => ({
  size: 1,
  _source: false,
  track_total_hits: false,
  timeout: TIMEOUT,
  sort: [
    {
      '@timestamp': { order: 'desc', unmapped_type: 'date', format: 'strict_date_optional_time' },
    },
  ],
  query: {
    bool: {
      filter: [
        { range: { '@timestamp': { gte: from, lt: to } } },
        ...(field === undefined ? [] : [{ terms: { [field]: values ?? [] } }]),
      ],
    },
  },
});

const unknown = (index: string, reason: string): FeedState => ({ index, state: 'unknown', reason });

const toState = (index: string, item: unknown): FeedState => {
  const failed = failedSchema.safeParse(item);
  if (failed.success) {
    const { type, reason } = failed.data.error;
    return unknown(
      index,
      `Elasticsearch refused the search: ${reason ?? type ?? 'no reason given'}.`
    );
  }
  const { hits, timed_out: timedOut, _shards: shards } = foundSchema.parse(item);
  const [newest] = hits.hits;
  if (newest) {
    const last = newest.sort?.[0];
    return { index, state: 'present', ...(typeof last === 'string' ? { last } : {}) };
  }
  if (timedOut) return unknown(index, `Elasticsearch did not answer within ${TIMEOUT}.`);
  const failure = shards?.failures?.[0];
  if (failure) {
    return unknown(
      index,
      `A part of the index failed: ${failure.reason.reason ?? 'no reason given'}.`
    );
  }
  return { index, state: 'missing' };
};

/**
 * Which data sets have records in the range, with the rights of the person who asks: a pattern that matches nothing that
 * this person may read counts as empty. One request; a feed that fails is `unknown` and leaves the others alone.
 */
export const findRecords = async (
  es: ElasticsearchClient,
  dataSets: readonly DataSet[],
  request: RecordsRequest
): Promise<CoveredDataSet[]> => {
  const feeds = dataSets.flatMap((dataSet) => dataSet.feeds);
  const { responses } = await es.msearch(
    {
      searches: feeds.flatMap((feed) => [
        { index: feed.index, ignore_unavailable: true, allow_no_indices: true },
        newestRecord(feed, request),
      ]),
    },
    { signal: request.signal }
  );
  let next = 0;
  return dataSets.map(({ id, name, integration, feeds: own }) => ({
    ...{ id, name, integration },
    feeds: own.map(({ index }) => toState(index, responses[next++])),
  }));
};
