import type { WatchlistEntry } from '../../common/model/watchlist';

/** The first and the last number of a range, E.164, with as many digits as each other. */
export interface NumberRange {
  readonly from: string;
  readonly to: string;
}

const RANGE = /^(\+[1-9]\d{6,14})-(\+[1-9]\d{6,14})$/;

/** As a range is stored and compared: `+12025550100-+12025550149`. */
export const rangeText = ({ from, to }: NumberRange): string => `${from}-${to}`;

/** Reads what `rangeText` writes. @returns undefined for any other text, and where the last number is before the first */
export const parseRange = (text: string): NumberRange | undefined => {
  const [, from = '', to = ''] = RANGE.exec(text) ?? [];
  return from !== '' && from.length === to.length && from <= to ? { from, to } : undefined;
};

/** The leading digits that all numbers of a range have. */
export const sharedDigits = ({ from, to }: NumberRange): string => {
  let length = 0;
  while (length < from.length && from[length] === to[length]) length += 1;
  return from.slice(0, length);
};

/**
 * The fewest leading digits that stand for exactly the numbers of a range: `+12025550100` to `...0149` is `+1202555010` to
 * `+1202555014`. There are at most 18 for each digit that differs.
 */
export const prefixesOfRange = (range: NumberRange): string[] => {
  const { from, to } = range;
  const split = (lead: string): string[] => {
    const first = lead + '0'.repeat(from.length - lead.length);
    const last = lead + '9'.repeat(from.length - lead.length);
    if (last < from || first > to) return [];
    if (first >= from && last <= to) return [lead];
    return Array.from({ length: 10 }, (_, digit) => split(`${lead}${digit}`)).flat();
  };
  return split(sharedDigits(range));
};

/** Whether a range holds a number. Longer ones that begin like it are other numbers. */
export const holdsNumber = ({ from, to }: NumberRange, e164: string): boolean =>
  e164.length === from.length && from <= e164 && e164 <= to;

/**
 * How many numbers with so many digits an entry speaks of: the fewer, the more it says about each.
 * @param length of the number that is looked up, its plus included
 */
export const sizeOf = (
  { number, kind }: Pick<WatchlistEntry, 'number' | 'kind'>,
  length: number
) => {
  const range = kind === 'range' ? parseRange(number) : undefined;
  if (range) return Number(range.to.slice(1)) - Number(range.from.slice(1)) + 1;
  return kind === 'number' ? 0 : 10 ** Math.max(0, length - number.length);
};

/** A number, or the first and the last one of a range, as people read them. */
export const displayOf = (
  { number, kind }: Pick<WatchlistEntry, 'number' | 'kind'>,
  formatNumber: (number: string) => string
): string => {
  const range = kind === 'range' ? parseRange(number) : undefined;
  return range ? `${formatNumber(range.from)} – ${formatNumber(range.to)}` : formatNumber(number);
};
