import { ContentError } from './content_error';

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g;

/** Names between double braces, each once, in order of appearance. */
export const placeholdersOf = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
];

/**
 * Replaces `{{name}}` by what `resolve` returns; inserted text is not searched again.
 * @throws ContentError for a name that `resolve` does not know
 */
export const fillPlaceholders = (
  text: string,
  file: string,
  resolve: (name: string) => string | undefined
): string =>
  text.replace(PLACEHOLDER, (_whole, name: string) => {
    const value = resolve(name);
    if (value === undefined) throw new ContentError(file, `unknown placeholder {{${name}}}`);
    return value;
  });
