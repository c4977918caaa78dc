import type { CountryCode } from 'libphonenumber-js/max';
import type { NumberRole, NumberSite } from './number_site';
import {
  hasShortNumbers,
  isLoose,
  isShort,
  readBehindPrefix,
  readDialled,
  readLostPlus,
  type PlannedNumber,
} from './numbering_plan';
import { beginsAsDialled, behindOutsideLine } from './outside_line';

/** Lines that are dialled with three digits all over the world, whatever the length of extensions. */
const EMERGENCY = new Set(['000', '112', '911', '999']);
const DEFAULT_EXTENSION_LENGTHS: readonly number[] = [2, 3, 4, 5, 6];

/** Where and by whom digits were written. */
export interface Where {
  readonly country: CountryCode | undefined;
  readonly role: NumberRole;
}

/**
 * Digits that begin with no plus, read in the ways that are left, from the likeliest on: dialled behind the outside line,
 * dialled as they are, behind a prefix for calls abroad that is used elsewhere, an international number without its plus.
 */
export const readPlain = (
  digits: string,
  site: NumberSite,
  { country, role }: Where
): PlannedNumber | undefined => {
  const rest = behindOutsideLine(digits, site) ?? '';
  const behind = readDialled(rest, country);
  if (behind && role === 'called' && beginsAsDialled(rest)) return behind;
  const dialled = readDialled(digits, country);
  if (dialled && isLoose(dialled, digits, country)) {
    const line = dialled.type === 'voicemail' ? behind : undefined;
    return line ?? readLostPlus(digits, country) ?? dialled;
  }
  return (
    dialled ??
    behind ??
    readBehindPrefix(rest) ??
    readBehindPrefix(digits) ??
    readLostPlus(digits, country)
  );
};

/** Whether few digits have to be read as a number: they are one in countries that have such short ones. */
const isShortNumber = (digits: string, site: NumberSite, where: Where): boolean => {
  const { country } = where;
  if (!country) return false;
  if (site.extension_lengths === undefined)
    return hasShortNumbers(country, 'usually') && readDialled(digits, country) !== undefined;
  return (
    (digits.startsWith('0') || hasShortNumbers(country, 'sometimes')) &&
    readPlain(digits, site, where) !== undefined
  );
};

/** Digits that stand for no number of the world's numbering plan. */
export type ShortNumber =
  | { readonly quality: 'short_code' }
  | { readonly quality: 'extension'; readonly extension: string };

/** Few digits are an extension or a short code; undefined when the digits have to be read as a number. */
export const readShort = (
  digits: string,
  site: NumberSite,
  where: Where
): ShortNumber | undefined => {
  const behind = behindOutsideLine(digits, site) ?? '';
  if (EMERGENCY.has(digits) || EMERGENCY.has(behind)) return { quality: 'short_code' };
  if (site.extension_lengths?.includes(digits.length))
    return { quality: 'extension', extension: digits };
  if (!isShort(digits) || isShortNumber(digits, site, where)) return undefined;
  const lengths = site.extension_lengths ?? DEFAULT_EXTENSION_LENGTHS;
  return lengths.includes(digits.length)
    ? { quality: 'extension', extension: digits }
    : { quality: 'short_code' };
};
