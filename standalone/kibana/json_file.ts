import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A small document on disk that survives restarts. */
export interface JsonFile<T> {
  read(): T;
  write(value: T): void;
}

/**
 * Opens a file that holds one JSON value; only its owner can read it, because keys may be inside. A write replaces the whole
 * file at once, so that a crash leaves the old or the new value, never half of one.
 * @throws an Error naming the file when what is there does not fit the schema
 */
export const openJsonFile = <S extends z.ZodType>(
  path: string,
  schema: S,
  initial: z.output<S>
): JsonFile<z.output<S>> => {
  const load = (): z.output<S> => {
    if (!existsSync(path)) return initial;
    try {
      return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (error) {
      throw new Error(`${path} cannot be read. Delete it to start afresh.`, { cause: error });
    }
  };
  let value = load();
  return {
    read: () => value,
    write: (next) => {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const fresh = `${path}.new`;
      writeFileSync(fresh, JSON.stringify(next, null, 1), { mode: 0o600 });
      renameSync(fresh, path);
      value = next;
    },
  };
};
