import { randomBytes } from 'node:crypto';
import { createWriteStream, renameSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { PackageFile } from './source_tree';

/** Readable by everyone: Kibana's installer copies the mode, so a zip without one would give unreadable files. */
const FILE_MODE = 0o100644;
/** The oldest date a zip can hold, written without regard to the machine's zone: the same tree gives the same bytes. */
const MODIFIED = new Date(1980, 0, 1, 0, 0, 0);

/** Writes a zip whose paths start with `prefix`, byte for byte the same for the same files; never leaves half a one. */
export const writeArchive = async (
  path: string,
  prefix: string,
  files: readonly PackageFile[]
): Promise<void> => {
  const zip = new ZipFile();
  for (const file of files) {
    zip.addBuffer(Buffer.from(file.content), `${prefix}/${file.path}`, {
      mode: FILE_MODE,
      mtime: MODIFIED,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  await pipeline(zip.outputStream, createWriteStream(unfinished));
  renameSync(unfinished, path);
};
