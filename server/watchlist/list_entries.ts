import type { estypes } from '@elastic/elasticsearch';
import type { z } from 'zod';
import {
  EXPORT_ROWS,
  PAGED_ROWS,
  type exportWatchlist,
  type getWatchlist,
  type WatchlistResponse,
} from '../../common/api/watchlist';
import { WATCHLIST_INDEX } from '../../common/constants';
import type { WatchlistEntry } from '../../common/model/watchlist';
import { isMissingIndex } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';
import { assertSetUp } from '../stores/assert_set_up';
import { displayOf, parseRange } from './number_range';
import { expiredQuery, watchlistQuery } from './watchlist_filter';
import { watchlistId } from './watchlist_store';

const MAX_SOURCES = 100;

const AGGREGATIONS = (nowMs: number): Record<string, estypes.AggregationsAggregationContainer> => ({
  verdicts: { terms: { field: 'verdict', size: 3 } },
  ranges: { filter: { terms: { kind: ['prefix', 'range'] } } },
  expired: { filter: expiredQuery(nowMs) },
  sources: { terms: { field: 'source', size: MAX_SOURCES } },
});

interface Buckets {
  readonly buckets: readonly { readonly key: string; readonly doc_count: number }[];
}

interface Counted {
  readonly verdicts: Buckets;
  readonly ranges: { readonly doc_count: number };
  readonly expired: { readonly doc_count: number };
  readonly sources: Buckets;
}

const totalOf = (total: estypes.SearchTotalHits | number | undefined): number =>
  typeof total === 'number' ? total : (total?.value ?? 0);

const sortOf = (sort: string, order: 'asc' | 'desc'): estypes.SortCombinations[] => [
  { [sort]: { order, missing: '_last' } },
  { number: 'asc' },
  { kind: 'asc' },
];

/** Before the setup there is no list; a person is told so, and not that a search failed. */
const searching = async <T>(es: ElasticsearchClient, search: () => Promise<T>): Promise<T> => {
  try {
    return await search();
  } catch (error) {
    if (isMissingIndex(error)) await assertSetUp(es);
    throw error;
  }
};

/**
 * One page of the entries that fit, and counts of the whole list.
 * @throws VishingError `not_set_up`
 */
export const listEntries = (
  es: ElasticsearchClient,
  { sort, order, page, per_page, ...filter }: z.output<typeof getWatchlist.query>,
  { nowMs, formatNumber }: { readonly nowMs: number; formatNumber(number: string): string }
): Promise<WatchlistResponse> =>
  searching(es, async () => {
    const from = Math.min(page * per_page, PAGED_ROWS - per_page);
    const [rows, all] = await Promise.all([
      es.search<WatchlistEntry>({
        index: WATCHLIST_INDEX,
        from,
        size: per_page,
        track_total_hits: true,
        query: watchlistQuery(filter, nowMs),
        sort: sortOf(sort, order),
      }),
      es.search<unknown, Counted>({
        index: WATCHLIST_INDEX,
        size: 0,
        track_total_hits: true,
        aggregations: AGGREGATIONS(nowMs),
      }),
    ]);
    const counted = all.aggregations;
    const count = (verdict: string): number =>
      counted?.verdicts.buckets.find(({ key }) => key === verdict)?.doc_count ?? 0;
    return {
      entries: rows.hits.hits.flatMap(({ _source }) =>
        _source ? [{ ..._source, display: displayOf(_source, formatNumber) }] : []
      ),
      total: totalOf(rows.hits.total),
      counts: {
        all: totalOf(all.hits.total),
        bad: count('bad'),
        trusted: count('trusted'),
        own: count('own'),
        ranges: counted?.ranges.doc_count ?? 0,
        expired: counted?.expired.doc_count ?? 0,
      },
      sources: (counted?.sources.buckets ?? []).map(({ key, doc_count }) => ({
        source: key,
        entries: doc_count,
      })),
    };
  });

/**
 * A part of the entries that fit, in the order of their numbers, so that a list of any length can be read.
 * @throws VishingError `not_set_up`
 */
export const exportEntries = (
  es: ElasticsearchClient,
  { after, ...filter }: z.output<typeof exportWatchlist.query>,
  nowMs: number
): Promise<z.input<typeof exportWatchlist.response>> =>
  searching(es, async () => {
    const { hits } = await es.search<WatchlistEntry>({
      index: WATCHLIST_INDEX,
      size: EXPORT_ROWS,
      track_total_hits: true,
      query: watchlistQuery(filter, nowMs),
      sort: [{ number: 'asc' }, { kind: 'asc' }],
      search_after: after === undefined ? undefined : positionOf(after),
    });
    const entries = hits.hits.flatMap(({ _source }) => _source ?? []);
    const last = hits.hits.length === EXPORT_ROWS ? entries.at(-1) : undefined;
    return { entries, total: totalOf(hits.total), next: last && watchlistId(last) };
  });

const positionOf = (id: string): string[] => {
  if (id.endsWith('*')) return [id.slice(0, -1), 'prefix'];
  return [id, parseRange(id) ? 'range' : 'number'];
};
