import type { WatchlistEntry } from '../../common/model/watchlist';
import { holdsNumber, parseRange, prefixesOfRange, sizeOf, type NumberRange } from './number_range';

/** A number as it is looked up: all of its digits, or, of a masked one, the leading digits that can be seen. */
export interface LookedUpNumber {
  readonly e164?: string;
  readonly visible?: string;
}

export interface WatchlistMatcher {
  /**
   * The entry for a number: its own first, else the narrowest range.
   * @param nowMs entries that expired before it have no effect
   */
  find(number: LookedUpNumber, nowMs: number): WatchlistEntry | undefined;
}

const isActive = ({ expires }: WatchlistEntry, nowMs: number): boolean =>
  expires === undefined || Date.parse(expires) > nowMs;

/** An entry of several numbers; what is worked out of its text is worked out once. */
interface Slot {
  readonly entry: WatchlistEntry;
  /** From which number to which; absent where leading digits stand for it. */
  readonly range?: NumberRange;
  /** How many numbers are in `range`. */
  readonly size: number;
}

/** Ranges by the leading digits that stand for them: one from number to number by several. */
type Slots = Map<string, Slot[]>;

const addSlot = (slots: Slots, entry: WatchlistEntry): void => {
  const range = entry.kind === 'range' ? parseRange(entry.number) : undefined;
  if (entry.kind === 'range' && !range) return;
  const slot: Slot = { entry, range, size: sizeOf(entry, 0) };
  for (const prefix of range ? prefixesOfRange(range) : [entry.number]) {
    const present = slots.get(prefix);
    if (present) present.push(slot);
    else slots.set(prefix, [slot]);
  }
};

/** Of all numbers with so many digits, those that the entry speaks of. */
const sizeAt = ({ range, size, entry }: Slot, digits: number): number =>
  range ? size : 10 ** (digits - entry.number.length);

const narrower = (a: Slot, b: Slot, text: string): Slot => {
  // Of a masked number not all digits can be seen.
  const digits = Math.max(text.length, a.range?.from.length ?? 0, b.range?.from.length ?? 0);
  return sizeAt(a, digits) <= sizeAt(b, digits) ? a : b;
};

/** Whether no entry that so few leading digits stand for can be narrower. */
const isNarrowest = ({ range, size }: Slot, length: number): boolean =>
  range === undefined || size <= 10 ** (range.from.length - length);

/**
 * Looks up ranges by the length of their leading digits, the longest first, so that the cost of a look-up depends on how
 * many lengths there are, not on the entries.
 */
export const createWatchlistMatcher = (entries: Iterable<WatchlistEntry>): WatchlistMatcher => {
  const numbers = new Map<string, WatchlistEntry>();
  const slots: Slots = new Map();
  for (const entry of entries) {
    if (entry.kind === 'number') numbers.set(entry.number, entry);
    else addSlot(slots, entry);
  }
  const lengths = [...new Set([...slots.keys()].map((prefix) => prefix.length))].sort(
    (a, b) => b - a
  );

  const findRange = (
    text: string,
    e164: string | undefined,
    nowMs: number
  ): WatchlistEntry | undefined => {
    let found: Slot | undefined;
    for (const length of lengths) {
      if (found && isNarrowest(found, length)) break;
      const present = text.length >= length ? slots.get(text.slice(0, length)) : undefined;
      if (!present) continue;
      for (const slot of present) {
        // What begins like a number of a range but has more digits is none of it.
        const isHeld = !slot.range || e164 === undefined || holdsNumber(slot.range, e164);
        if (!isHeld || !isActive(slot.entry, nowMs)) continue;
        found = found ? narrower(found, slot, text) : slot;
      }
    }
    return found?.entry;
  };

  return {
    find({ e164, visible }, nowMs) {
      const exact = e164 ? numbers.get(e164) : undefined;
      if (exact && isActive(exact, nowMs)) return exact;
      const text = e164 ?? visible;
      return text ? findRange(text, e164, nowMs) : undefined;
    },
  };
};
