import type { Site } from '../../common/model/call';
import { parseOwnRange, type OwnRange } from '../../common/model/own_range';
import { LruCache } from './lru_cache';
import { readInternational } from './numbering_plan';

/** The numbers that a company was given for one of its sites. */
export interface OwnRanges {
  contains(e164: string): boolean;
  /**
   * The digits behind the plus of the number under which an extension is reached from outside.
   * @returns undefined when there is none, or when it could be more than one
   */
  complete(extension: string): string | undefined;
}

const isIn = ({ from, to }: OwnRange, digits: string): boolean =>
  to === undefined
    ? digits.startsWith(from)
    : digits.length === from.length && digits >= from && digits <= to;

/** The numbers of a range that end with the extension; two are enough to see that it is not one. */
const candidates = ({ from, to }: OwnRange, extension: string): string[] => {
  if (to === undefined) return [from + extension];
  const step = 10 ** extension.length;
  const first = Number(from) + ((Number(extension) - (Number(from) % step) + step) % step);
  return [first, first + step].filter((number) => number <= Number(to)).map(String);
};

const createOwnRanges = (ranges: readonly OwnRange[]): OwnRanges => ({
  contains: (e164) => ranges.some((range) => isIn(range, e164.slice(1))),
  complete: (extension) => {
    const found = ranges.map((range) => candidates(range, extension));
    if (found.some(({ length }) => length > 1)) return undefined;
    const numbers = new Set(
      found.flat().filter((digits) => readInternational(digits) !== undefined)
    );
    const [only] = numbers;
    return numbers.size === 1 ? only : undefined;
  },
});

/** A company has few sites; parsing their ranges for each number would take longer than reading it. */
const KNOWN_SITES = 200;
const known = new LruCache<string, OwnRanges>(KNOWN_SITES);

/** The ranges of a site; texts that are no range are left out. */
export const ownRangesOf = ({
  own_ranges: texts,
}: Pick<Site, 'own_ranges'>): OwnRanges | undefined => {
  if (!texts || texts.length === 0) return undefined;
  const key = texts.join('|');
  const present = known.get(key);
  if (present) return present;
  const ranges = createOwnRanges(texts.flatMap((text) => parseOwnRange(text) ?? []));
  known.set(key, ranges);
  return ranges;
};
