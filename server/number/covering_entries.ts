import type { estypes } from '@elastic/elasticsearch';
import type { CoveringEntry } from '../../common/api/number';
import { WATCHLIST_INDEX } from '../../common/constants';
import { watchlistEntrySchema, type WatchlistEntry } from '../../common/model/watchlist';
import type { ElasticsearchClient } from '../kibana';
import { readStore } from '../stores/read_store';
import { holdsNumber, parseRange, sizeOf } from '../watchlist/number_range';

/** `+123` -> `+1`, `+12`, `+123`: every range that a number can lie in. */
export const prefixesOf = (e164: string): string[] =>
  Array.from({ length: e164.length - 1 }, (_, index) => e164.slice(0, index + 2));

/** Finds the entry of a number and those of all ranges around it. */
export const coveringQuery = (e164: string): estypes.SearchRequest => {
  const kind = (value: 'number' | 'prefix', numbers: string[]) => ({
    bool: { filter: [{ term: { kind: value } }, { terms: { number: numbers } }] },
  });
  return {
    index: WATCHLIST_INDEX,
    size: 100,
    query: {
      bool: {
        should: [
          kind('number', [e164]),
          kind('prefix', prefixesOf(e164)),
          { terms: { prefixes: prefixesOf(e164) } },
        ],
        minimum_should_match: 1,
      },
    },
  };
};

const isHeld = ({ kind, number }: WatchlistEntry, e164: string): boolean => {
  const range = kind === 'range' ? parseRange(number) : undefined;
  return range === undefined || holdsNumber(range, e164);
};

/** The same order as the resolver's: the number's own entry first, then the narrowest range; expired ones have no effect. */
export const rankEntries = (
  entries: readonly WatchlistEntry[],
  e164: string,
  nowMs: number
): CoveringEntry[] => {
  const isActive = ({ expires }: WatchlistEntry): boolean =>
    expires === undefined || Date.parse(expires) > nowMs;
  const sorted = entries
    .filter((entry) => isHeld(entry, e164))
    .sort((a, b) => sizeOf(a, e164.length) - sizeOf(b, e164.length));
  const [effective, ...overruled] = sorted.filter(isActive);
  const expired = sorted.filter((entry) => !isActive(entry));
  return [
    ...(effective ? [{ ...effective, state: 'effective' as const }] : []),
    ...overruled.map((entry) => ({ ...entry, state: 'overruled' as const })),
    ...expired.map((entry) => ({ ...entry, state: 'expired' as const })),
  ];
};

/** Every entry of the watchlist that covers a number, the one that decides first. */
export const readCoveringEntries = async (
  es: ElasticsearchClient,
  e164: string,
  nowMs: number
): Promise<CoveringEntry[]> => {
  const { hits } = await readStore(es.search(coveringQuery(e164)));
  const entries = hits.hits.flatMap(({ _source }) => {
    const parsed = watchlistEntrySchema.safeParse(_source);
    return parsed.success ? [parsed.data] : [];
  });
  return rankEntries(entries, e164, nowMs);
};
