/** Signs that nobody sees: zero-width spaces, marks of the writing direction, soft hyphens, control characters. */
const INVISIBLE =
  /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c\u180e\ufe0f\u20e3\u0000-\u0008\u000e-\u001f\u007f]/g;
const PRINTABLE_ASCII = /^[ -~]*$/;
const ZERO = '0'.codePointAt(0) ?? 0;
const MAX_DIGIT = 9;

/** Unicode has the ten digits of a script in one row, so that the distance to the first one is the value. */
const toAsciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? ZERO;
  let value = 0;
  while (value < MAX_DIGIT && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
};

/**
 * The text with ordinary digits, signs and spaces: full-width forms, digits of other scripts, no-break spaces. Invisible
 * signs are gone, and so are the quotes and the equals sign by which spreadsheets mark a text.
 */
export const cleanText = (raw: string): string =>
  PRINTABLE_ASCII.test(raw)
    ? raw.trim()
    : raw
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(/[^\P{Nd}0-9]/gu, toAsciiDigit)
        .trim();

const QUOTES = '\'"`\u2018-\u201f\u00ab\u00bb\\\\\\s';
const AROUND = new RegExp(`^[=${QUOTES}]+|[,;${QUOTES}]+$`, 'g');

/** Without the quotes, apostrophe or `="..."` around it, and the comma or semicolon that ends a list. */
export const withoutQuotes = (text: string): string => text.replace(AROUND, '');
