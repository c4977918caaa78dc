import { readNumber } from './read_number';

/** What may be an international number: a plus or 00, then 8 to 15 digits with the usual signs between them. */
const INTERNATIONAL = /(?:\+|\b00)[1-9](?:[\s().-]?\d){7,14}\b/g;
const LOOKED_AT = 500;

/**
 * The country of most international numbers in a text, such as the beginning of a file of call records.
 * @returns ISO 3166-1 alpha-2; undefined when there is no such number
 */
export const guessCountry = (text: string): string | undefined => {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const [found] of text.matchAll(INTERNATIONAL)) {
    if (++seen > LOOKED_AT) break;
    const { country } = readNumber(found.replace(/^00/, '+'), {});
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b))[0]?.[0];
};
