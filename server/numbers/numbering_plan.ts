import {
  AsYouType,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';

/** International prefixes that callers dial most; the site's own comes from the library. */
const COMMON_INTERNATIONAL_PREFIX = /^(?:0011|00|011)/;
/** ITU-T E.164: at most 15 digits behind the plus. */
const MAX_DIGITS = 15;
/** Shorter texts are extensions or short codes everywhere but in a few small countries. */
const MAX_SHORT_DIGITS = 6;

/** The library's country for a site's setting, undefined when it is absent or unknown. */
export const countryOf = (country: string | undefined): CountryCode | undefined => {
  const upper = country?.toUpperCase();
  return upper && isSupportedCountry(upper) ? upper : undefined;
};

const valid = (text: string, country?: CountryCode): PhoneNumber | undefined => {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isValid() && parsed.number.length <= MAX_DIGITS + 1 ? parsed : undefined;
};

/** Digits behind a plus. */
export const readInternational = (digits: string): PhoneNumber | undefined => valid(`+${digits}`);

/** Digits as they are dialled in `country`, its own trunk and international prefixes included. */
export const readDialled = (digits: string, country?: CountryCode): PhoneNumber | undefined => {
  const national = country && valid(digits, country);
  if (national) return national;
  const withoutPrefix = digits.replace(COMMON_INTERNATIONAL_PREFIX, '');
  return withoutPrefix === digits ? undefined : readInternational(withoutPrefix);
};

/**
 * Digits whose plus was lost on the way. Without a country every national number of 11 digits could be meant, hence the
 * length; with one, the caller has made sure that the digits are no number of that country.
 */
export const readLostPlus = (digits: string, country?: CountryCode): PhoneNumber | undefined =>
  digits.length >= (country ? 8 : 12) && !digits.startsWith('0')
    ? readInternational(digits)
    : undefined;

/** True in the small countries whose ordinary numbers are as short as extensions are elsewhere. */
export const hasShortNumbers = (country: CountryCode): boolean =>
  (examples[country] ?? '').length <= MAX_SHORT_DIGITS;

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
