import type { WatchlistEntry } from '../../common/model/watchlist';
import { readInternational, readLeadingDigits } from '../numbers/numbering_plan';
import { readNumber, type ReadNumber } from '../numbers/read_number';

/** What a text names: a number or a range, or why it is neither. */
export type ListedNumber = Pick<WatchlistEntry, 'number' | 'kind'> | { readonly refused: string };

/** Leading digits and what stands for the rest: `0162*`, `+1 202 555-01xx`, `0162.*`. */
const RANGE = /^(.*\d[\s\-.()/]*?)(?:\.?\*+|[xX]{2,}|#{2,}|%|\u2026)$/;
const PUNCTUATION = /[\s\-.()/]/g;
/** As most lists are written. */
const PLAIN = /^\+[1-9]\d{6,14}$/;
/** Two digits behind the plus would be a whole country. */
const LISTED = /^\+[1-9]\d{2,14}$/;

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
  const why = quality === 'e164' ? WHY.invalid : WHY[quality];
  const isNational = country === undefined && quality === 'invalid' && /^[^+a-z]*\d/i.test(text);
  return { refused: isNational ? needsCountry(why) : why };
};
