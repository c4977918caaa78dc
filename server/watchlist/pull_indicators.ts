import type { estypes } from '@elastic/elasticsearch';
import type { PullResponse } from '../../common/api/watchlist';
import type { WatchlistEntry } from '../../common/model/watchlist';
import type { ElasticsearchClient } from '../kibana';
import { assertSetUp } from '../stores/assert_set_up';
import {
  MISP_PHONE_TYPES,
  PHONE_INDICATOR_TYPE,
  readIndicator,
  type IndicatorNumber,
} from './indicator_numbers';
import { readListedNumber } from './read_listed_number';
import { upsertWatchlist, watchlistId } from './watchlist_store';

/** Where Elastic's threat intelligence integrations write (`ti_misp`, `ti_opencti`, `ti_custom`, ...). */
export const INDICATOR_INDICES = 'logs-ti_*';

const PAGE = 1000;
/** Phone numbers are few among indicators; more than this is somebody else's list. */
const MAX_INDICATORS = 50_000;
const MAX_REFUSED = 200;
const KEEP_ALIVE = '1m';

const PHONE_INDICATORS: estypes.QueryDslQueryContainer = {
  bool: {
    should: [
      {
        term: { 'threat.indicator.type': { value: PHONE_INDICATOR_TYPE, case_insensitive: true } },
      },
      { terms: { 'misp.attribute.type': MISP_PHONE_TYPES } },
    ],
    minimum_should_match: 1,
  },
};

/** Newest first; a point in time, because many indicators have the same `@timestamp`. */
async function* readDocuments(es: ElasticsearchClient): AsyncGenerator<unknown[]> {
  const { id } = await es.openPointInTime({
    index: INDICATOR_INDICES,
    keep_alive: KEEP_ALIVE,
    ignore_unavailable: true,
  });
  try {
    let position: estypes.SortResults | undefined;
    do {
      const { hits }: estypes.SearchResponse = await es.search({
        size: PAGE,
        pit: { id, keep_alive: KEEP_ALIVE },
        track_total_hits: false,
        query: PHONE_INDICATORS,
        sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }, { _shard_doc: 'asc' }],
        search_after: position,
      });
      yield hits.hits.map(({ _source }) => _source);
      position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
    } while (position);
  } finally {
    await es.closePointInTime({ id });
  }
}

interface Collected {
  readonly entries: Map<string, WatchlistEntry>;
  readonly refused: PullResponse['refused'];
  read: number;
  outdated: number;
  merged: number;
}

const addNumber = (
  { number, ...rest }: IndicatorNumber,
  collected: Collected,
  country: string | undefined
): void => {
  const { entries, refused } = collected;
  const listed = readListedNumber(number, country);
  if ('refused' in listed) {
    if (refused.length < MAX_REFUSED)
      refused.push({ number: number.slice(0, 256), reason: listed.refused });
    return;
  }
  const id = watchlistId(listed);
  if (entries.has(id)) collected.merged += 1;
  else entries.set(id, { ...rest, ...listed, verdict: 'bad' });
};

const collect = async (
  es: ElasticsearchClient,
  { nowMs, country }: { readonly nowMs: number; readonly country?: string }
): Promise<Collected & { truncated: boolean }> => {
  const collected: Collected = {
    entries: new Map(),
    refused: [],
    read: 0,
    outdated: 0,
    merged: 0,
  };
  for await (const documents of readDocuments(es)) {
    for (const document of documents) {
      const numbers = readIndicator(document, nowMs);
      collected.read += 1;
      if (!numbers) collected.outdated += 1;
      for (const found of numbers ?? []) addNumber(found, collected, country);
    }
    if (collected.read >= MAX_INDICATORS) return { ...collected, truncated: true };
  }
  return { ...collected, truncated: false };
};

/** Whether any integration has written indicators that the person may read; a point in time needs an index. */
const hasIndicators = async (es: ElasticsearchClient): Promise<boolean> => {
  const { _shards } = await es.search({
    index: INDICATOR_INDICES,
    size: 0,
    track_total_hits: false,
    ignore_unavailable: true,
    allow_no_indices: true,
  });
  return _shards.total > 0;
};

/**
 * Lists the phone numbers of all indicators that still say something as bad. What people listed stays as it is, and doing
 * it again changes nothing. Without threat intelligence there is nothing to do.
 * @returns what happened, and the entries whose calls have to be resolved again
 * @throws VishingError `not_set_up`
 */
export const pullIndicators = async (
  es: ElasticsearchClient,
  options: { readonly nowMs: number; readonly country?: string; readonly addedBy?: string }
): Promise<{ readonly response: PullResponse; readonly changed: readonly WatchlistEntry[] }> => {
  await assertSetUp(es);
  const found = (await hasIndicators(es)) ? await collect(es, options) : undefined;
  const entries = [...(found?.entries.values() ?? [])];
  const { result, changed } = await upsertWatchlist(
    es,
    entries.map((entry) => ({ ...entry, added_by: options.addedBy })),
    { keepOthers: true, now: new Date(options.nowMs) }
  );
  const { created, updated, unchanged, failed } = result;
  const refused = failed.map(({ id, reason }) => ({ number: id, reason }));
  return {
    response: {
      created,
      updated,
      unchanged,
      merged: found?.merged ?? 0,
      read: found?.read ?? 0,
      outdated: found?.outdated ?? 0,
      refused: [...(found?.refused ?? []), ...refused].slice(0, MAX_REFUSED),
      truncated: found?.truncated ?? false,
    },
    changed,
  };
};
