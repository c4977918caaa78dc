import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { editDescriptor } from './descriptors';
import { ElasticsearchStartError } from './errors';
import type { Manifest, ManifestFile } from './manifest';
import type { RemoteZip } from './remote_zip';

/** What was downloaded: the distribution's zip and, by Maven coordinates, the files of the other artifacts. */
export interface Parts {
  zip: RemoteZip;
  artifactFile(coordinates: string): string;
}

/** The name of a manifest file inside the distribution's zip. */
export function distEntry(manifest: Manifest, file: ManifestFile): string {
  return manifest.dist.prefix + (file.entry ?? file.path);
}

async function openJarEntry(jar: string, name: string): Promise<Readable> {
  const zip = await openPromise(jar);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === name) return zip.openReadStreamPromise(entry);
  }
  throw new Error(`${jar} has no entry ${name}.`);
}

/** The sha256 of a file as lower-case hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes one file of the home and compares its sha256; throws `checksum_mismatch` (and removes it) when it differs. */
export async function assembleFile(
  manifest: Manifest,
  file: ManifestFile,
  parts: Parts,
  home: string
): Promise<void> {
  const target = join(home, file.path);
  await mkdir(dirname(target), { recursive: true });
  if (file.from !== 'dist' && file.entry === undefined) {
    await copyFile(parts.artifactFile(file.from), target);
  } else {
    const content =
      file.from === 'dist'
        ? await parts.zip.open(distEntry(manifest, file))
        : await openJarEntry(parts.artifactFile(file.from), file.entry ?? file.path);
    if (file.edit === undefined) await pipeline(content, createWriteStream(target));
    else {
      const text = (await buffer(content)).toString('utf8');
      await writeFile(target, editDescriptor(text, file.edit, manifest.version));
    }
  }
  const actual = await sha256Of(target);
  if (actual === file.sha256) return;
  await rm(target, { force: true });
  throw new ElasticsearchStartError(
    'checksum_mismatch',
    `${file.path} from ${file.from} is not the published file (sha256 ${actual}, expected ${file.sha256}). It was not kept; start again to download it once more, and check your Maven mirror when it happens again.`
  );
}
