import type { CountryCode } from 'libphonenumber-js/max';
import type { NumberRole, NumberSite } from '../../../server/numbers/read_number';
import type { Ambiguity } from './dirty_form';
import { otherReading, planOf } from './plan';

/** Digits as they stand in a record, with what they were made of. */
export interface Digits {
  readonly digits: string;
  readonly site: NumberSite;
  readonly role: NumberRole;
  readonly e164: string;
}

const MAX_EXTENSION = 6;
/** Where the usual numbers are longer than this, numbers have area codes. */
const MAX_CLOSED_PLAN_DIGITS = 8;
/** Without a plus, digits this short are national numbers in many countries. */
const SHORTEST_WITHOUT_PLUS = { atSite: 8, anywhere: 12 } as const;

const countryOf = (site: NumberSite): CountryCode | undefined =>
  site.country?.toUpperCase() as CountryCode | undefined;

const differs = (text: string, { site, e164 }: Digits): boolean => {
  const other = otherReading(text, countryOf(site));
  return other !== undefined && other.number !== e164;
};

const isIpAddress = (raw: string): boolean =>
  /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(raw) &&
  raw.split('.').every((octet) => Number(octet) <= 255);

/** A text whose form has a meaning of its own, whatever its digits are. */
export const hasOtherMeaning = (raw: string): boolean =>
  /^(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}$/.test(raw) ||
  /^\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d$/.test(raw) ||
  isIpAddress(raw) ||
  /^\d\d([-:.])\d\d(?:\1\d\d){4}$/.test(raw) ||
  /^\d+\.\d{1,2}$/.test(raw.replace(/\.0$/, ''));

export const isShortAtSite = (digits: string, site: NumberSite): boolean =>
  site.extension_lengths?.includes(digits.length) ?? digits.length <= MAX_EXTENSION;

/** Few digits in a country of long numbers: a service, or a number of the same town without its area code. */
const maybeLocal = (digits: string, site: NumberSite): boolean => {
  const country = countryOf(site);
  return (
    digits.length <= MAX_EXTENSION &&
    !digits.startsWith('0') &&
    country !== undefined &&
    planOf(country).usualLength > MAX_CLOSED_PLAN_DIGITS
  );
};

/** An extension, a service, or an emergency call behind the outside line. */
const isShort = ({ digits, site }: Digits): boolean =>
  isShortAtSite(digits, site) ||
  maybeLocal(digits, site) ||
  ['000', '112', '911', '999'].some((emergency) => digits === `${site.outside_line}${emergency}`);

/** Digits behind the outside line that begin as a dialled number does, and are another number. */
const behindOutsideLine = (form: Digits, always: boolean): boolean => {
  const { digits, site, role } = form;
  const line = site.outside_line;
  if (!line || !digits.startsWith(line) || (role === 'caller' && !always)) return false;
  const rest = digits.slice(line.length);
  return (always || /^0|^1\d{10}$/.test(rest)) && differs(rest, form);
};

/** Some countries have numbers of so many lengths that most international numbers look like theirs. */
const isWithoutPlusToo = ({ digits, site, e164 }: Digits): boolean => {
  const type = otherReading(digits, countryOf(site))?.getType() ?? '';
  const other = otherReading(`+${digits}`)?.number;
  return ['FIXED_LINE', 'VOICEMAIL'].includes(type) && other !== undefined && other !== e164;
};

/** Of a number dialled in its own country. */
export const ambiguityAtHome = (form: Digits): Ambiguity | undefined => {
  if (isShort(form)) return 'as_short_as_extensions';
  if (isWithoutPlusToo(form)) return 'without_plus_too';
  return behindOutsideLine(form, false) ? 'behind_outside_line' : undefined;
};

/** Of a number behind a prefix for calls abroad that is, or is not, the only one of the site's country. */
export const ambiguityAbroad = (form: Digits, onlyPrefix: boolean): Ambiguity | undefined => {
  if (behindOutsideLine(form, !onlyPrefix)) return 'behind_outside_line';
  return !onlyPrefix && differs(form.digits, form) ? 'national_too' : undefined;
};

/** Of a number behind the outside line; `dialled`: the rest begins as only dialled numbers do. */
export const ambiguityWithLine = (form: Digits, dialled: boolean): Ambiguity | undefined => {
  if (isShort(form)) return 'as_short_as_extensions';
  return !(dialled && form.role === 'called') && differs(form.digits, form)
    ? 'with_outside_line'
    : undefined;
};

/** Of an international number without its plus. */
export const ambiguityWithoutPlus = (form: Digits): Ambiguity | undefined => {
  const { digits, site } = form;
  const shortest = site.country ? SHORTEST_WITHOUT_PLUS.atSite : SHORTEST_WITHOUT_PLUS.anywhere;
  if (digits.length < shortest || site.extension_lengths?.includes(digits.length))
    return 'plus_too_short';
  if (site.country && differs(digits, form)) return 'national_too';
  return behindOutsideLine(form, true) ? 'behind_outside_line' : undefined;
};

const PREFIXES_ABROAD = /^(?:0011|011|00)/;

/** Of digits that are no number: whether they could be one as they stand, or behind what is dialled before a number. */
export const couldBeNumber = (digits: string, site: NumberSite): boolean => {
  const country = countryOf(site);
  const line = site.outside_line;
  const texts = line && digits.startsWith(line) ? [digits, digits.slice(line.length)] : [digits];
  return texts.some(
    (text) =>
      (country && otherReading(text, country)) ??
      otherReading(`+${text}`) ??
      otherReading(`+${text.replace(PREFIXES_ABROAD, '')}`)
  );
};
