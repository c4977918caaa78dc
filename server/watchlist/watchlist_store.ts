import type { estypes } from '@elastic/elasticsearch';
import type { UpsertResult } from '../../common/api/directory';
import { WATCHLIST_INDEX } from '../../common/constants';
import type { WatchlistEntry } from '../../common/model/watchlist';
import type { ElasticsearchClient } from '../kibana';
import { toListedNumber, toListedPrefix } from '../numbers/listed_number';
import { upsertDocuments } from '../stores/upsert_documents';
import { keptBecause, mergeEntry, type MergeOptions } from './merge_entry';
import { parseRange, prefixesOfRange, rangeText } from './number_range';
import {
  createWatchlistMatcher,
  type LookedUpNumber,
  type WatchlistMatcher,
} from './watchlist_matcher';

const PAGE = 10_000;
const NOT_INTERNATIONAL =
  'This is not a number in international form. Write it with plus and country code, such as +12025550142.';

type Normal = Pick<WatchlistEntry, 'number' | 'prefixes'>;

const onlyNumber = (number: string | undefined): Normal | undefined =>
  number === undefined ? undefined : { number };

const toListedRange = (text: string): Normal | undefined => {
  const dash = text.indexOf('-+');
  const [from, to] = [text.slice(0, Math.max(0, dash)), text.slice(dash + 1)].map(toListedNumber);
  const range = from && to ? parseRange(rangeText({ from, to })) : undefined;
  return range && { number: rangeText(range), prefixes: prefixesOfRange(range) };
};

const NORMALISE: Readonly<Record<WatchlistEntry['kind'], (text: string) => Normal | undefined>> = {
  number: (text) => onlyNumber(toListedNumber(text)),
  prefix: (text) => onlyNumber(toListedPrefix(text)),
  range: toListedRange,
};

/** One entry for a number and one for a range of the same digits can stand side by side. */
export const watchlistId = ({ number, kind }: Pick<WatchlistEntry, 'number' | 'kind'>): string =>
  kind === 'prefix' ? `${number}*` : number;

/**
 * Adds or replaces entries; equal ones are not written. Numbers are stored as E.164; others are refused.
 * @returns what happened (`failed` by id), and the entries whose calls have to be resolved again
 * @throws VishingError `not_set_up`
 */
export const upsertWatchlist = async (
  es: ElasticsearchClient,
  entries: readonly WatchlistEntry[],
  { now = new Date(), keepOthers = false }: Partial<MergeOptions> = {}
): Promise<{ readonly result: UpsertResult; readonly changed: readonly WatchlistEntry[] }> => {
  const documents = new Map<string, WatchlistEntry>();
  const failed: UpsertResult['failed'] = [];
  const kept: UpsertResult['failed'] = [];
  for (const entry of entries) {
    const normal = NORMALISE[entry.kind](entry.number);
    if (normal === undefined) failed.push({ id: entry.number, reason: NOT_INTERNATIONAL });
    else {
      const { prefixes: _, ...rest } = entry;
      const document = { ...rest, ...normal };
      documents.set(watchlistId(document), document);
    }
  }
  const { result, changed } = await upsertDocuments<WatchlistEntry>(es, {
    index: WATCHLIST_INDEX,
    documents,
    merge: (entry, present) => {
      const reason = keptBecause(entry, present, { now, keepOthers });
      if (reason !== undefined) kept.push({ id: watchlistId(entry), reason });
      return mergeEntry(entry, present, { now, keepOthers });
    },
  });
  return {
    result: {
      ...result,
      unchanged: result.unchanged - kept.length,
      failed: [...failed, ...kept, ...result.failed],
    },
    changed: changed.map(({ document }) => document),
  };
};

/** The watchlist as one run of the resolver sees it. */
export interface WatchlistReader extends WatchlistMatcher {
  /** Makes the entries of these numbers known to `find`; ranges are known from the start. */
  prefetch(numbers: Iterable<LookedUpNumber['e164']>): Promise<void>;
}

async function* readPages(
  es: ElasticsearchClient,
  query: estypes.QueryDslQueryContainer
): AsyncGenerator<WatchlistEntry[]> {
  let position: estypes.SortResults | undefined;
  do {
    const { hits }: estypes.SearchResponse<WatchlistEntry> = await es.search<WatchlistEntry>({
      index: WATCHLIST_INDEX,
      size: PAGE,
      track_total_hits: false,
      query,
      sort: [{ number: 'asc' }, { kind: 'asc' }],
      search_after: position,
    });
    if (hits.hits.length > 0) yield hits.hits.flatMap(({ _source }) => _source ?? []);
    position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (position);
}

const readEntries = async (
  es: ElasticsearchClient,
  query: estypes.QueryDslQueryContainer
): Promise<WatchlistEntry[]> => {
  const entries: WatchlistEntry[] = [];
  for await (const page of readPages(es, query)) entries.push(...page);
  return entries;
};

/**
 * Reads all ranges now and single numbers as they are asked for, so that a list of a million numbers costs a run no more
 * than the calls that it resolves.
 */
export const loadWatchlist = async (es: ElasticsearchClient): Promise<WatchlistReader> => {
  const ranges = createWatchlistMatcher(
    await readEntries(es, { terms: { kind: ['prefix', 'range'] } })
  );
  const asked = new Set<string>();
  const listed = new Map<string, WatchlistEntry>();
  return {
    async prefetch(numbers) {
      const wanted = [...new Set(numbers)].filter(
        (number): number is string => number !== undefined && !asked.has(number)
      );
      if (wanted.length === 0) return;
      const filter = [{ term: { kind: 'number' } }, { terms: { number: wanted } }];
      for (const entry of await readEntries(es, { bool: { filter } }))
        listed.set(entry.number, entry);
      for (const number of wanted) asked.add(number);
    },
    find(number, nowMs) {
      const own = number.e164 ? listed.get(number.e164) : undefined;
      return own && createWatchlistMatcher([own]).find(number, nowMs)
        ? own
        : ranges.find(number, nowMs);
    },
  };
};

/**
 * Entries that expired between two instants, page by page: their calls have to be resolved again. All entries of an imported
 * list may end at once.
 */
export const readExpired = (
  es: ElasticsearchClient,
  afterMs: number,
  untilMs: number
): AsyncGenerator<WatchlistEntry[]> =>
  readPages(es, {
    range: { expires: { gt: afterMs, lte: untilMs, format: 'epoch_millis' } },
  });
