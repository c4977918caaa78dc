import type { z } from 'zod';
import type { removeMatching, WatchlistFilter } from '../../common/api/watchlist';
import { WATCHLIST_INDEX } from '../../common/constants';
import type { WatchlistEntry } from '../../common/model/watchlist';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';
import { assertSetUp } from '../stores/assert_set_up';
import { watchlistQuery } from './watchlist_filter';
import { watchlistId } from './watchlist_store';

type Named = Pick<WatchlistEntry, 'number' | 'kind'>;

/** Entries that are removed in one request, so that a list of a million shows its progress. */
const PART = 5000;

/**
 * Removes entries; those that are not there do not matter.
 * @returns the ones that were there, whose calls have to be resolved again
 * @throws VishingError `not_set_up`, `conflict` when Elasticsearch kept some
 */
export const removeEntries = async (
  es: ElasticsearchClient,
  entries: readonly Named[]
): Promise<readonly Named[]> => {
  await assertSetUp(es);
  if (entries.length === 0) return [];
  const byId = new Map(entries.map((entry) => [watchlistId(entry), entry]));
  const operations = [...byId.keys()].map((id) => ({ delete: { _id: id } }));
  const { items } = await es.bulk({ index: WATCHLIST_INDEX, operations, refresh: true });
  const failed = items.filter(({ delete: item }) => item?.error);
  if (failed.length > 0) {
    throw new VishingError(
      'conflict',
      `${failed.length} of ${byId.size} entries are still there (${failed[0]?.delete?.error?.reason ?? 'no reason given'}). Remove them again.`
    );
  }
  return items.flatMap(({ delete: item }) => {
    const entry = item?.result === 'deleted' ? byId.get(item._id ?? '') : undefined;
    return entry ? [entry] : [];
  });
};

/**
 * Removes a part of the entries that fit; to be called again until none remains.
 * @throws VishingError as `removeEntries`
 */
export const removeMatchingEntries = async (
  es: ElasticsearchClient,
  filter: WatchlistFilter,
  nowMs: number
): Promise<{
  readonly response: z.input<typeof removeMatching.response>;
  readonly removed: readonly Named[];
}> => {
  await assertSetUp(es);
  const { hits } = await es.search<WatchlistEntry>({
    index: WATCHLIST_INDEX,
    size: PART,
    track_total_hits: true,
    query: watchlistQuery(filter, nowMs),
    sort: [{ number: 'asc' }, { kind: 'asc' }],
  });
  const total = typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
  const removed = await removeEntries(
    es,
    hits.hits.flatMap(({ _source }) => _source ?? [])
  );
  return {
    response: { removed: removed.length, remaining: Math.max(0, total - removed.length) },
    removed,
  };
};
