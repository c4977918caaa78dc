import { createHmac, randomBytes } from 'node:crypto';

/** What stands for the digits that are hidden. */
export const HIDDEN_DIGITS = '****';
const HIDDEN_NUMBER_DIGITS = 4;
/** Fewer digits are an extension, which tells a person from nobody but a few: it is hidden whole. */
const SHORTEST_NUMBER = 7;

/** Masking twice changes nothing. */
const isMasked = (text: string): boolean => text.includes('*');

/** `+1 202 555 0142` -> `+1 202 555 ****`: the last four digits are hidden, everything else stays. */
export const maskNumber = (text: string): string => {
  const digits = text.replace(/\D/g, '').length;
  if (digits === 0 || isMasked(text)) return text;
  if (digits < SHORTEST_NUMBER) return text.replace(/\d[\d\s().*-]*/, HIDDEN_DIGITS);
  let left = digits - HIDDEN_NUMBER_DIGITS;
  return text.replace(/\d/g, (digit) => ((left -= 1) >= 0 ? digit : '*'));
};

/** `Ana Maria Diaz` -> `A. M. D.`; a name that is a number is masked like one. */
export const maskName = (text: string): string => {
  if (isMasked(text)) return text;
  if (text.includes('@')) return maskAddress(text);
  if (/\d{4}/.test(text)) return maskNumber(text);
  const words = text.split(/[\s.,_-]+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  return words
    .slice(0, 4)
    .map((word) => `${[...word.replace(/^[^\p{L}\p{N}]+/u, '')][0]?.toUpperCase() ?? ''}.`)
    .join(' ');
};

/** Spells that are no address: a number or a name of a phone system. */
export const maskAddress = (text: string): string => {
  if (isMasked(text)) return text;
  const at = text.lastIndexOf('@');
  if (at < 0) return /\d{3}/.test(text) ? maskNumber(text) : maskName(text);
  const local = text.slice(0, at).replace(/^sips?:/i, '');
  // The part before a guest's `#EXT#` is an address of its own.
  const domain = text.slice(at + 1);
  return `${/^\+?\d+$/.test(local) ? maskNumber(local) : `${local.charAt(0)}***`}@${domain}`;
};

/** A new key with every start: names cannot be found by trying them out. */
const PSEUDONYM = 'masked-';
const KEY = randomBytes(32);

/** The same person has the same mark until Kibana starts again, so that one's calls can still be told from another's. */
export const pseudonymOf = (text: string): string =>
  text.startsWith(PSEUDONYM)
    ? text
    : `${PSEUDONYM}${createHmac('sha256', KEY).update(text.toLowerCase()).digest('hex').slice(0, 10)}`;
