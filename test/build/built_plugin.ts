import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { buildPlugin } from '../../build/build_plugin';

export const KIBANA_VERSION = '9.5.4';
/** A build takes about two seconds, many times that on a machine that is busy otherwise. */
export const BUILD_TIMEOUT_MS = 60_000;

/** Where Kibana's installer looks for plugins in an archive; the first group is the folder that it strips. */
const INSTALLER_MANIFEST = /(kibana[\\/][^\\/]+)[\\/]kibana.json/i;

export interface ArchiveEntry {
  /** Path inside the archive. */
  readonly name: string;
  /** Unix mode with the file type, such as 0o100644. */
  readonly mode: number;
  readonly content: Buffer;
}

/** All files of a zip in their order. */
export const readArchive = async (path: string): Promise<ArchiveEntry[]> => {
  const zip = await openPromise(path, { lazyEntries: true });
  const entries: ArchiveEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    entries.push({ name: entry.fileName, mode: entry.externalFileAttributes >>> 16, content });
  }
  return entries;
};

export interface InstalledPlugin {
  readonly entries: readonly ArchiveEntry[];
  /** The manifests that the installer finds. */
  readonly manifests: readonly string[];
  /** Names of the files below the plugin's folder. */
  readonly names: readonly string[];
  /** @throws when the plugin has no such file */
  readonly read: (name: string) => Buffer;
}

/** Builds the plugin (or takes the build of the same sources) and reads the zip as Kibana's installer does. */
export const buildAndRead = async (): Promise<InstalledPlugin> => {
  const outDir = resolve(__dirname, '../../target/test-plugin');
  const { zip } = await buildPlugin({ kibanaVersion: KIBANA_VERSION, outDir });
  if (zip === undefined) throw new Error('The build wrote no zip.');
  const entries = await readArchive(zip);
  const manifests = entries.map(({ name }) => name).filter((name) => INSTALLER_MANIFEST.test(name));
  const prefix = `${INSTALLER_MANIFEST.exec(manifests[0] ?? '')?.[1] ?? ''}/`;
  const files = new Map(entries.map((entry) => [entry.name.slice(prefix.length), entry.content]));
  return {
    entries,
    manifests,
    names: [...files.keys()],
    read: (name) => {
      const content = files.get(name);
      if (!content) throw new Error(`The plugin has no file ${name}.`);
      return content;
    },
  };
};
