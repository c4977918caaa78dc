import { isShortAtSite, type Digits } from './ambiguity';
import type { Ambiguity, Made } from './dirty_form';
import type { PoolNumber } from './number_pool';
import type { Random } from './random';

/** Makes one kind of form of a number. */
export type Maker = (number: PoolNumber, random: Random) => Made;
export type Makers = Readonly<Record<string, Maker>>;

const SEPARATORS = [' ', '-', '.', '/', '\u2011', '\u2013', '\u2212', '  ', ' - '];

/** The same digits in groups of 2 to 4, as people write numbers. */
export const inGroups = (digits: string, random: Random): string => {
  const separator = random.pick(SEPARATORS);
  const groups: string[] = [];
  for (let from = 0; from < digits.length;) {
    const size = random.int(2, 4);
    // A single digit at the end is never a group of its own.
    const to = digits.length - from - size < 2 ? digits.length : from + size;
    groups.push(digits.slice(from, to));
    from = to;
  }
  return groups.join(separator);
};

export const maybeGrouped = (digits: string, random: Random): string =>
  random.chance(0.5) ? digits : inGroups(digits, random);

/** What is dialled before the number in its own country; empty where there is nothing, or where more changes than that. */
export const trunkOf = ({ callingCode, dialled, significant }: PoolNumber): string => {
  if (callingCode === '1') return '1';
  return dialled.endsWith(significant) ? dialled.slice(0, dialled.length - significant.length) : '';
};

/** The digits behind the plus. */
export const globalDigits = ({ e164 }: PoolNumber): string => e164.slice(1);

/** The form, or why it is left out. */
export const unless = (
  ambiguity: Ambiguity | undefined,
  form: Pick<Digits, 'site' | 'role'> & { readonly raw: string }
): Made => (ambiguity ? { ambiguity, form } : form);

export const tooShort = (digits: string, site: Digits['site']): Ambiguity | undefined =>
  isShortAtSite(digits, site) ? 'as_short_as_extensions' : undefined;
