import type { WatchlistEntry } from '../../common/model/watchlist';

/** A number as it is looked up: all of its digits, or, of a masked one, the leading digits that can be seen. */
export interface LookedUpNumber {
  readonly e164?: string;
  readonly visible?: string;
}

export interface WatchlistMatcher {
  /**
   * The entry for a number: its own first, else the longest prefix.
   * @param nowMs entries that expired before it have no effect
   */
  find(number: LookedUpNumber, nowMs: number): WatchlistEntry | undefined;
}

const isActive = ({ expires }: WatchlistEntry, nowMs: number): boolean =>
  expires === undefined || Date.parse(expires) > nowMs;

/** Looks up prefixes by length, so that the cost of a look-up depends on how many lengths there are, not on the entries. */
export const createWatchlistMatcher = (entries: Iterable<WatchlistEntry>): WatchlistMatcher => {
  const numbers = new Map<string, WatchlistEntry>();
  const prefixes = new Map<string, WatchlistEntry>();
  for (const entry of entries)
    (entry.kind === 'prefix' ? prefixes : numbers).set(entry.number, entry);
  const lengths = [...new Set([...prefixes.keys()].map((prefix) => prefix.length))].sort(
    (a, b) => b - a
  );

  const findPrefix = (text: string, nowMs: number): WatchlistEntry | undefined => {
    for (const length of lengths) {
      const entry = text.length >= length ? prefixes.get(text.slice(0, length)) : undefined;
      if (entry && isActive(entry, nowMs)) return entry;
    }
    return undefined;
  };

  return {
    find({ e164, visible }, nowMs) {
      const exact = e164 ? numbers.get(e164) : undefined;
      if (exact && isActive(exact, nowMs)) return exact;
      const text = e164 ?? visible;
      return text ? findPrefix(text, nowMs) : undefined;
    },
  };
};
