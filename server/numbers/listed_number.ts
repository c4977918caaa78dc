import { cleanText } from './clean_text';
import { readNumber } from './read_number';

const E164 = /^\+[1-9]\d{6,14}$/;
const PREFIX = /^\+[1-9]\d{2,14}$/;
const SEPARATORS = /[\s\-\u2010-\u2015().]/g;

/**
 * A number of the directory or the watchlist, in any form that says its calling code, in the form in which calls are
 * compared. One that the numbering plans do not know (yet) is kept when it has the form of a number: an admin said so.
 * @returns undefined when it is no number, or when only its own country would know which
 */
export const toListedNumber = (text: string): string | undefined => {
  const { e164 } = readNumber(text, {});
  if (e164) return e164;
  const compact = cleanText(text).replace(SEPARATORS, '');
  return E164.test(compact) ? compact : undefined;
};

/** The leading digits of a range, such as `+1 (202) 555`, as numbers begin. */
export const toListedPrefix = (text: string): string | undefined => {
  const compact = cleanText(text).replace(SEPARATORS, '');
  return PREFIX.test(compact) ? compact : undefined;
};
