const MIN_DIGITS = 7;
const IP_ADDRESS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:[:/]\d{1,5})?$/;
/** `2025-01-31` and `31.01.2025`: one separator, a year of four digits. */
const YEAR_FIRST = /^(?:19|20)\d\d([-./])(\d{1,2})\1(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-./])(\d{1,2})\2(?:19|20)\d\d$/;
const MAC_ADDRESS = /^\d\d([-:.])\d\d(?:\1\d\d){4}$/;
const MONTH = /^(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])$|^(?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d$/;
/** Prices, and times in seconds such as the call ids of Asterisk (`1735740180.9`). */
const DECIMAL = /^-?\d+[.,]\d{1,2}$|^-?[1-9]\d{7,}[.,]\d+$|^\d[.,]\d{3}$|^-\d+$/;
const DECIMAL_IN_THOUSANDS = /^-?\d{1,3}(?:[ ',]\d{3})+[.,]\d{1,2}$/;
/** `131.0.6778.205`: people do not write one digit of a number for itself, but for a leading 1 or 0. */
const VERSION = /^\d+(?:\.\d+)*\.\d(?:\.\d+)*$/;

const isOctet = (text: string | undefined): boolean =>
  text !== undefined && Number(text) <= 255 && (text === '0' || !text.startsWith('0'));

const isIpAddress = (text: string): boolean =>
  IP_ADDRESS.exec(text)?.slice(1, 5).every(isOctet) ?? false;

const isDayAndMonth = (a: number, b: number): boolean =>
  a >= 1 && b >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;

const isDate = (text: string): boolean => {
  const first = YEAR_FIRST.exec(text);
  if (first) return isDayAndMonth(Number(first[2]), Number(first[3]));
  const last = YEAR_LAST.exec(text);
  return last !== null && isDayAndMonth(Number(last[1]), Number(last[3]));
};

/** A stroke stands between groups of one number too, but then one side has a few digits only. */
const areTwoNumbers = (text: string): boolean =>
  text.includes(' / ') &&
  text.split(' / ').filter((part) => part.replace(/\D/g, '').length >= MIN_DIGITS).length > 1;

/**
 * Texts of digits and dots or dashes whose form has a meaning of its own: nobody writes a phone number so, while other
 * columns of a record look exactly like this.
 */
export const hasOtherMeaning = (text: string): boolean => {
  if (areTwoNumbers(text)) return true;
  if (text.startsWith('+') || !/[-.,:/]/.test(text)) return false;
  // Bookkeepers write a negative amount in brackets.
  const plain = text.replace(/^\((.*)\)$/, '$1');
  return (
    [DECIMAL, DECIMAL_IN_THOUSANDS, VERSION, MONTH, MAC_ADDRESS].some((form) => form.test(plain)) ||
    isIpAddress(plain) ||
    isDate(plain)
  );
};
