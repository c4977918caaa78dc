import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { LruCache } from './lru_cache';

const cache = new LruCache<string, string>(10_000);

/**
 * An E.164 number as people read it: `+44 20 7946 0958`. The browser has no phone metadata, so the server sends this form.
 * @returns the text itself where it is no number
 */
export const formatInternational = (e164: string): string => {
  const known = cache.get(e164);
  if (known !== undefined) return known;
  const text = parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
  cache.set(e164, text);
  return text;
};
