import type { WatchlistEntry } from '../../common/model/watchlist';
import { readInternational, readLeadingDigits } from '../numbers/numbering_plan';
import { readNumber, type ReadNumber } from '../numbers/read_number';
import { rangeText, sizeOf } from './number_range';

/** What a text names: a number or a range, or why it is neither. */
export type ListedNumber = Pick<WatchlistEntry, 'number' | 'kind'> | { readonly refused: string };

/** Leading digits and what stands for the rest: `0162*`, `+1 202 555-01xx`, `0162.*`. */
const RANGE = /^(.*\d[\s\-.()/]*?)(?:\.?\*+|[xX]{2,}|#{2,}|%|\u2026)$/;
const PUNCTUATION = /[\s\-.()/]/g;
/** As most lists are written. */
const PLAIN = /^\+[1-9]\d{6,14}$/;
/** Two digits behind the plus would be a whole country. */
const LISTED = /^\+[1-9]\d{2,14}$/;

const BACKWARDS =
  'The last number of a range comes after the first, with as many digits, such as +12025550100-+12025550149.';
const WIDE = 'The range is too wide. Write its leading digits with a star, such as +1202555*.';
/** A number without country code has seven digits or more. */
const MIN_NUMBER = 7;
const SHORT = 'It is too short for a phone number.';
const WHY: Readonly<Record<Exclude<ReadNumber['quality'], 'e164'>, string>> = {
  anonymous: 'There is no number in it.',
  extension: SHORT,
  short_code: SHORT,
  masked: 'Digits are hidden. Write a range as leading digits with a star, such as +1202555*.',
  sip_uri: 'It is an address, and no phone number.',
  invalid: 'No country has such a number.',
};

const needsCountry = (text: string): string =>
  `${text} It may be a national number: choose its country, or write it with plus and country code.`;

const readRange = (lead: string, country: string | undefined): ListedNumber => {
  const digits = lead.replace(PUNCTUATION, '').replace(/^[='"`]+/, '');
  if (!/^\+?\d+$/.test(digits)) return { refused: WHY.invalid };
  const number = readLeadingDigits(digits, country);
  if (number === undefined) return { refused: needsCountry(WHY.invalid) };
  if (LISTED.test(number)) return { number, kind: 'prefix' };
  return {
    refused:
      'The range is too wide or too long: it needs 3 to 15 digits, the country code included.',
  };
};

/** What stands between two numbers, or between a number and the last digits of another. */
const BETWEEN = /\s*(?:[-\u2010-\u2014\u2026]|\.\.+|\bto\b|\bbis\b)\s*/gi;
const LAST = /^(?:tel:)?\+?[\d\s().-]{2,}$/i;
/** No country's block of numbers is wider; a wider one is leading digits with a star. */
const WIDEST = 10_000_000;

/** `0149` behind `+12025550100`: digits replace as many of the end. */
const readEnd = (text: string, from: string, country: string | undefined): string | undefined => {
  const digits = text.replace(PUNCTUATION, '');
  if (/^\d+$/.test(digits) && digits.length < MIN_NUMBER) {
    return from.slice(0, -digits.length) + digits;
  }
  // The plus is often written once only.
  const again = `+${digits}`;
  return again.length === from.length && again.slice(0, 2) === from.slice(0, 2)
    ? again
    : readNumber(text, { country }, 'caller').e164;
};

const readBetween = (
  first: string,
  last: string,
  country: string | undefined
): ListedNumber | undefined => {
  const from = LAST.test(last) ? readNumber(first, { country }, 'caller').e164 : undefined;
  const to = from && readEnd(last, from, country);
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return { number: from, kind: 'number' };
  const number = rangeText({ from, to });
  if (from.length !== to.length || from > to) return { refused: BACKWARDS };
  if (sizeOf({ number, kind: 'range' }, from.length) > WIDEST) return { refused: WIDE };
  return { number, kind: 'range' };
};

/** The first and the last number, where a text names both; dashes may stand inside of them too. */
const readFromTo = (raw: string, country: string | undefined): ListedNumber | undefined => {
  const text = raw.replace(/^'/, '');
  for (const { index, 0: between } of text.matchAll(BETWEEN)) {
    const found = readBetween(text.slice(0, index), text.slice(index + between.length), country);
    if (found) return found;
  }
  return undefined;
};

/**
 * Reads the number or range of a watchlist entry as a person or a feed wrote it.
 * @param country ISO 3166-1 alpha-2, for national numbers
 */
export const readListedNumber = (raw: string, country?: string): ListedNumber => {
  const text = raw.trim();
  const lead = RANGE.exec(text)?.[1];
  if (lead !== undefined) return readRange(lead, country);
  // A list of a million numbers must not push those of the resolver out of its cache.
  const plain = PLAIN.test(text) ? readInternational(text.slice(1))?.e164 : undefined;
  if (plain !== undefined) return { number: plain, kind: 'number' };
  const { e164, quality } = readNumber(text, { country }, 'caller');
  if (e164 !== undefined) return { number: e164, kind: 'number' };
  const fromTo = readFromTo(text, country);
  if (fromTo !== undefined) return fromTo;
  const why = quality === 'e164' ? WHY.invalid : WHY[quality];
  const isNational = country === undefined && quality === 'invalid' && /^[^+a-z]*\d/i.test(text);
  return { refused: isNational ? needsCountry(why) : why };
};
