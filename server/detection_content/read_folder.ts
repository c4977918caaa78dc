import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of `server/content` that cannot be used, and why. */
export interface BrokenFile {
  readonly file: string;
  readonly reason: string;
}

/**
 * Reads and parses every YAML file of a folder, in order of names. The folder is the manifest; a bad file is an entry of
 * `broken`, never an exception.
 * @throws when the folder itself cannot be read, which means a broken installation of the plugin
 */
export const readFolder = <T>(
  folder: string,
  parse: (text: string, file: string) => T
): { items: T[]; broken: BrokenFile[] } => {
  const items: T[] = [];
  const broken: BrokenFile[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  for (const file of files.sort()) {
    try {
      items.push(parse(readFileSync(join(folder, file), 'utf8'), file));
    } catch (error) {
      broken.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { items, broken };
};
