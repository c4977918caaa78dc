import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { artifactAddress } from './artifact_address';
import { assembleFile, distEntry } from './assemble';
import { cacheFolder } from './cache_folder';
import { requireDiskSpace } from './disk_space';
import { downloadPiece, eachInParallel, type Piece } from './download';
import { withLock } from './lock';
import { readManifest, type Manifest } from './manifest';
import { createProgress } from './progress';
import { openRemoteZip } from './remote_zip';

const parallelDownloads = 8;
/** Last file written into a home: one without it was never finished. */
const completeMark = '.complete';

export interface HomeOptions {
  manifest?: Manifest;
  /** Where homes and downloads are kept, by default the cache of this user. */
  cacheDir?: string;
  /** Maven mirror, by default `MAVEN_REPOSITORY_URL`. */
  repository?: string;
  log?: (line: string) => void;
  signal?: AbortSignal;
}

function manifestHash(manifest: Manifest): string {
  return createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 12);
}

/** Whether the home is finished and every file still has its size; needs no network and takes milliseconds. */
export async function isHomeComplete(home: string, manifest: Manifest): Promise<boolean> {
  try {
    await readFile(join(home, completeMark));
    const sizes = await Promise.all(
      manifest.files.map(async ({ path }) => (await stat(join(home, path))).size)
    );
    return manifest.files.every(({ bytes }, index) => sizes[index] === bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/** Every whole artifact once, although some stand in several folders. */
async function planArtifacts(
  manifest: Manifest,
  folder: string,
  repository?: string
): Promise<Map<string, Piece>> {
  const pieces = new Map<string, Piece>();
  for (const { from, entry, bytes } of manifest.files) {
    if (from === 'dist' || entry !== undefined || pieces.has(from)) continue;
    pieces.set(from, {
      address: await artifactAddress(from, repository),
      file: join(folder, from.replaceAll(':', '_')),
      start: 0,
      length: bytes,
    });
  }
  return pieces;
}

async function build(home: string, manifest: Manifest, options: HomeOptions): Promise<void> {
  const { signal, repository, log } = options;
  const downloads = `${home}.downloads`;
  const unfinished = `${home}.unfinished`;
  await mkdir(downloads, { recursive: true });
  const homeBytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  await requireDiskSpace(downloads, 2 * homeBytes, `Elasticsearch ${manifest.version}`);

  log?.(`Downloading Elasticsearch ${manifest.version} (once) to ${home}`);
  const dist = manifest.files.filter(({ from }) => from === 'dist');
  const zip = await openRemoteZip(
    await artifactAddress(manifest.dist.artifact, repository),
    signal
  );
  const artifacts = await planArtifacts(manifest, downloads, repository);
  const pieces = [
    ...zip.plan(
      dist.map((file) => distEntry(manifest, file)),
      join(downloads, 'dist')
    ),
    ...artifacts.values(),
  ].sort((a, b) => b.length - a.length);
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  const progress = createProgress('Elasticsearch', total);
  await eachInParallel(pieces, parallelDownloads, (piece) =>
    downloadPiece(piece, { onBytes: progress.add, signal })
  ).finally(progress.done);

  await rm(unfinished, { recursive: true, force: true });
  const parts = {
    zip,
    artifactFile: (coordinates: string) => {
      const piece = artifacts.get(coordinates);
      if (!piece) throw new Error(`The manifest lists no whole file of ${coordinates}.`);
      return piece.file;
    },
  };
  try {
    for (const file of manifest.files) {
      signal?.throwIfAborted();
      await assembleFile(manifest, file, parts, unfinished);
    }
  } catch (error) {
    // What does not match its checksum would fail again from the same pieces, so they go.
    if (!signal?.aborted) await rm(downloads, { recursive: true, force: true });
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  await writeFile(join(unfinished, completeMark), `${manifestHash(manifest)}\n`);
  await chmod(unfinished, 0o755);
  await rm(home, { recursive: true, force: true });
  await rename(unfinished, home);
  await rm(downloads, { recursive: true, force: true });
}

/**
 * The folder of an Elasticsearch that is ready to run; downloads and assembles it the first time (about 100 MB).
 * Without network it works from then on. Throws `download_failed`, `checksum_mismatch`, `disk_full`, `cache_locked`.
 */
export async function ensureHome(options: HomeOptions = {}): Promise<string> {
  const manifest = options.manifest ?? readManifest();
  const cache = options.cacheDir ?? cacheFolder();
  const home = join(cache, `elasticsearch-${manifest.version}-${manifestHash(manifest)}`);
  if (await isHomeComplete(home, manifest)) return home;
  return withLock(
    `${home}.lock`,
    async () => {
      if (!(await isHomeComplete(home, manifest))) await build(home, manifest, options);
      return home;
    },
    {
      signal: options.signal,
      onWait: (pid) =>
        options.log?.(`Another process (${pid ?? 'unknown'}) is preparing Elasticsearch; waiting.`),
    }
  );
}
