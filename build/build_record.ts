import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'build.json';

const recordSchema = z.object({
  /** Hash over everything that the package was made of. */
  inputs: z.string(),
  /** The stamped version of the plugin. */
  version: z.string(),
  /** Whether the zip belongs to this build; an older one may lie beside it. */
  zipped: z.boolean(),
});
type BuildRecord = z.infer<typeof recordSchema>;

interface Wanted {
  readonly inputs: string;
  readonly zipped: boolean;
  readonly paths: readonly string[];
}

const parseRecord = (text: string): BuildRecord | undefined => {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch (error) {
    // A record that cannot be read (an interrupted write, an older layout) only costs one more build.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
};

/** What the last build in `folder` left, if it is complete and was made of the same inputs. */
export const readBuildRecord = (folder: string, wanted: Wanted): BuildRecord | undefined => {
  const file = join(folder, FILE);
  if (!existsSync(file) || !wanted.paths.every((path) => existsSync(path))) return undefined;
  const record = parseRecord(readFileSync(file, 'utf8'));
  if (record?.inputs !== wanted.inputs || (wanted.zipped && !record.zipped)) return undefined;
  return record;
};

/** Written last, so that an interrupted build counts as none. */
export const writeBuildRecord = (folder: string, record: BuildRecord): void => {
  writeFileSync(join(folder, FILE), `${JSON.stringify(record)}\n`);
};
