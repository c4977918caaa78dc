import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PLUGIN_ID } from '../common/constants';
import { writeArchive } from './archive';
import { readBuildRecord, writeBuildRecord } from './build_record';
import { parseKibanaVersion } from './kibana_version';
import { makePackage } from './make_package';
import { hashInputs, readSourceTree, type PackageFile } from './source_tree';

/** Where a plugin's files are inside the archive; Kibana's installer looks for exactly this shape. */
const ARCHIVE_PREFIX = `kibana/${PLUGIN_ID}`;

export interface BuildOptions {
  /** The one Kibana version that the package is for, such as `9.5.4`. */
  readonly kibanaVersion: string;
  /** Folder for the results; made if missing. */
  readonly outDir: string;
  /** Write the zip too, not only the folder. Default true. */
  readonly zip?: boolean;
}

export interface BuiltPlugin {
  /** The plugin's folder as Kibana would unpack it (`.../kibana/vishing`). */
  readonly dir: string;
  /** The installable archive, when it was asked for. */
  readonly zip?: string;
  /** The stamped version, different for every content. */
  readonly version: string;
}

/** How often a folder is put in place again when another build has just put its own there. */
const ATTEMPTS = 5;

const isOccupied = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');

/** Writes beside the target and then takes its place, so that a reader never sees half a package. */
const replaceFolder = (target: string, files: readonly PackageFile[]): void => {
  const fresh = `${target}.${randomBytes(4).toString('hex')}`;
  for (const { path, content } of files) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true });
    writeFileSync(join(fresh, path), content);
  }
  for (let attempt = 1; ; attempt += 1) {
    rmSync(target, { recursive: true, force: true });
    try {
      renameSync(fresh, target);
      return;
    } catch (error) {
      if (!isOccupied(error) || attempt === ATTEMPTS) throw error;
    }
  }
};

/**
 * Builds the installable plugin for one Kibana version without a Kibana checkout: `<outDir>/vishing-<version>/kibana/vishing`
 * and `<outDir>/vishing-<version>.zip`. When nothing has changed since the last build in `outDir`, it only says where that is.
 * @throws KibanaVersionError for a version that cannot be built for; PluginBuildError when the code does not build
 */
export const buildPlugin = async (options: BuildOptions): Promise<BuiltPlugin> => {
  const kibanaVersion = parseKibanaVersion(options.kibanaVersion);
  const outDir = resolve(options.outDir);
  const name = `${PLUGIN_ID}-${kibanaVersion}`;
  const dir = join(outDir, name, ARCHIVE_PREFIX);
  const zip = options.zip === false ? undefined : join(outDir, `${name}.zip`);
  const tree = readSourceTree();
  const inputs = hashInputs(tree, kibanaVersion);
  const zipped = zip !== undefined;
  const paths = zip ? [dir, zip] : [dir];
  const known = readBuildRecord(join(outDir, name), { inputs, zipped, paths });
  if (known) return { dir, zip, version: known.version };

  const { version, files } = await makePackage(tree, kibanaVersion);
  replaceFolder(dir, files);
  if (zip) await writeArchive(zip, ARCHIVE_PREFIX, files);
  writeBuildRecord(join(outDir, name), { inputs, version, zipped });
  return { dir, zip, version };
};
