import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from './content_error';

/**
 * Parses one YAML file and checks it against its schema.
 * @throws ContentError with the file's name and the path of every wrong value
 */
export const parseYaml = <Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema
): z.output<Schema> => {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    throw new ContentError(file, error instanceof Error ? error.message : String(error));
  }
  const checked = schema.safeParse(raw);
  if (!checked.success) throw new ContentError(file, z.prettifyError(checked.error));
  return checked.data;
};
