import {
  AsYouType,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';

/** International prefixes that callers dial most; the site's own comes from the library. */
const COMMON_INTERNATIONAL_PREFIX = /^(?:0011|00|011)/;
/** The shortest numbers have four digits; a trunk prefix makes them longer. */
const MIN_DIGITS = 4;
/** ITU-T E.164: at most 15 digits behind the plus. */
const MAX_DIGITS = 15;
/** Shorter texts are extensions or short codes everywhere but in a few small countries. */
const MAX_SHORT_DIGITS = 6;
/** Countries whose mobile numbers are not longer than this have no area codes to leave out. */
const MAX_CLOSED_PLAN_DIGITS = 8;

/** The library's country for a site's setting, undefined when it is absent or unknown. */
export const countryOf = (country: string | undefined): CountryCode | undefined => {
  const upper = country?.toUpperCase();
  return upper && isSupportedCountry(upper) ? upper : undefined;
};

/** A number that the numbering plans say can exist. */
export interface PlannedNumber {
  readonly e164: string;
  readonly country?: string;
  /** Calling code without plus. */
  readonly regionCode: string;
  /** Digits behind the calling code. */
  readonly significant: string;
  readonly type: string;
}

/** Codes of countries, and of satellite and other networks that belong to none. */
const CALLING_CODES = new Set<string>([
  ...getCountries().map((country) => getCountryCallingCode(country)),
  ...['800', '808', '870', '878', '881', '882', '883', '888', '979'],
]);
const MAX_CALLING_CODE_DIGITS = 3;

const hasCallingCode = (digits: string): boolean => {
  for (let length = 1; length <= MAX_CALLING_CODE_DIGITS; length += 1)
    if (CALLING_CODES.has(digits.slice(0, length))) return true;
  return false;
};

const valid = (text: string, defaultCountry?: CountryCode): PlannedNumber | undefined => {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  if (!parsed || parsed.number.length > MAX_DIGITS + 1) return undefined;
  // Valid numbers, and only these, have a type; asking for both would double the time.
  const type = parsed.getType();
  return (
    type && {
      e164: parsed.number,
      country: parsed.country,
      regionCode: parsed.countryCallingCode,
      significant: parsed.nationalNumber,
      type: type.toLowerCase(),
    }
  );
};

/** Digits behind a plus. */
export const readInternational = (digits: string): PlannedNumber | undefined =>
  // The library would drop trunk and carrier codes, and so find numbers in the digits of cards.
  // It also takes longer to say no to a calling code than to read a number.
  digits.length > MAX_DIGITS || !hasCallingCode(digits) ? undefined : valid(`+${digits}`);

/** Digits as they are dialled in `country`, its own trunk and international prefixes included. */
export const readDialled = (digits: string, country?: CountryCode): PlannedNumber | undefined =>
  country && digits.length >= MIN_DIGITS ? valid(digits, country) : undefined;

/**
 * Whether it says little that a country has a number of these digits, dialled with nothing before them: nearly all digits
 * are numbers of Germany, Austria or Serbia, where lines have more or fewer digits (this one could do with one less), and
 * nobody calls from a voice mailbox.
 */
export const isLoose = (
  { type, significant }: PlannedNumber,
  digits: string,
  country: CountryCode | undefined
): boolean =>
  significant === digits &&
  (type === 'voicemail' ||
    (type === 'fixed_line' && readDialled(digits.slice(0, -1), country)?.type === type));

/** Digits behind an international prefix, whether it is the one of the site's country or not. */
export const readBehindPrefix = (digits: string): PlannedNumber | undefined => {
  const withoutPrefix = digits.replace(COMMON_INTERNATIONAL_PREFIX, '');
  return withoutPrefix === digits ? undefined : readInternational(withoutPrefix);
};

/**
 * Digits whose plus was lost on the way. Without a country every national number of 11 digits could be meant, hence the
 * length; with one, the caller has made sure that the digits are no number of that country.
 */
export const readLostPlus = (digits: string, country?: CountryCode): PlannedNumber | undefined => {
  if (digits.length < (country ? 8 : 12) || digits.startsWith('0')) return undefined;
  const number = readInternational(digits);
  // Of what may stand between calling code and number, only the zero of `+44 (0)20` is common enough to be believed.
  const withZero = number && `${number.regionCode}0${number.significant}`;
  return number?.e164 === `+${digits}` || withZero === digits ? number : undefined;
};

/**
 * Whether the ordinary numbers of a country are as short as extensions are elsewhere (`usually`), or short enough that
 * nobody dials a number without its area code, so that few digits can be a whole number (`sometimes`).
 */
export const hasShortNumbers = (country: CountryCode, how: 'usually' | 'sometimes'): boolean =>
  examples[country].length <= (how === 'usually' ? MAX_SHORT_DIGITS : MAX_CLOSED_PLAN_DIGITS);

/** Whether digits are too few to be a number outside the countries of `hasShortNumbers`. */
export const isShort = (digits: string): boolean => digits.length <= MAX_SHORT_DIGITS;

/**
 * The leading digits of numbers, as they are dialled in `country`, in international form: `0162` in Germany is `+49162`.
 * @returns undefined for national digits without a country
 */
export const readLeadingDigits = (digits: string, country?: string): string | undefined => {
  const international = digits.replace(/^00/, '+');
  if (international.startsWith('+')) return international;
  const known = countryOf(country);
  if (!known) return undefined;
  const typed = new AsYouType(known);
  typed.input(digits);
  return typed.getNumberValue();
};
