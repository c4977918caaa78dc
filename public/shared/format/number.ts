const COUNTS = new Intl.NumberFormat('en');
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** A count with thousands separators. */
export const formatCount = (count: number): string => COUNTS.format(count);

/** A count that is only a lower bound when `isAtLeast`. */
export const formatBound = (count: number, isAtLeast: boolean): string =>
  isAtLeast ? `at least ${formatCount(count)}` : formatCount(count);

/** A share of 0 to 1 as whole percent. */
export const formatShare = (share: number): string => `${Math.round(share * 100)} %`;

/** Name of a country by its ISO 3166-1 alpha-2 code; the text itself when it is no such code. */
export const countryName = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (REGIONS.of(code) ?? code) : code;

/** `number_type` of a phone number (as libphonenumber names it) in words. */
export const numberTypeName = (type: string): string => {
  const known: Readonly<Record<string, string>> = {
    VOIP: 'VoIP',
    MOBILE: 'mobile',
    FIXED_LINE: 'landline',
    FIXED_LINE_OR_MOBILE: 'landline or mobile',
    TOLL_FREE: 'toll-free',
    PREMIUM_RATE: 'premium rate',
    SHARED_COST: 'shared cost',
    PERSONAL_NUMBER: 'personal number',
    PAGER: 'pager',
    UAN: 'company number',
    VOICEMAIL: 'voicemail',
  };
  return known[type.toUpperCase()] ?? type.toLowerCase().replaceAll('_', ' ');
};
