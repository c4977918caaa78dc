import type { z } from 'zod';

/**
 * What the address says, read with a schema whose every field has a default and a `catch`: a wrong value in an old or
 * hand-written link becomes the default and never breaks the page.
 */
export const readSearch = <S extends z.ZodType>(schema: S, search: string): z.output<S> =>
  schema.parse(Object.fromEntries(new URLSearchParams(search)));

type UrlValue = string | number | boolean | undefined;

/**
 * The address with some values changed; values that equal the default are left out, so that addresses stay short.
 * @returns the part from `?` on, or an empty string
 */
export const writeSearch = (
  search: string,
  changes: Readonly<Record<string, UrlValue>>,
  defaults: Readonly<Record<string, unknown>>
): string => {
  const params = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === '' || value === defaults[key]) params.delete(key);
    else params.set(key, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};
