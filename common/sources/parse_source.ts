import { parse } from 'yaml';
import { sourceSchema, type Source } from '../model/source';

/**
 * Reads one file of `server/content/sources`.
 * @throws naming the source, when the text is not as `sourceSchema` says: a fault of the plugin itself
 */
export const parseSource = (id: string, text: string): Source => {
  const parsed = sourceSchema.safeParse(parse(text));
  if (!parsed.success) throw new Error(`${id}.yml is no source: ${parsed.error.message}`);
  return { ...parsed.data, id };
};
