import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** One file of the package; `path` has forward slashes and is relative to the plugin's folder. */
export interface PackageFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The repository that is built. */
export interface SourceTree {
  readonly root: string;
  readonly version: string;
  /** Names in `dependencies` of package.json: what may be shipped. */
  readonly dependencies: readonly string[];
}

const INPUTS = ['common', 'server', 'public', 'build'];
const INPUT_FILES = [
  'kibana.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
];
const IS_TEST = /\.(test|mock)\.[a-z]+$/;

const packageSchema = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** Reads what the build needs to know of the repository that holds this file. */
export const readSourceTree = (): SourceTree => {
  const root = resolve(__dirname, '..');
  const { version, dependencies } = packageSchema.parse(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  );
  return { root, version, dependencies: Object.keys(dependencies) };
};

/** All files below `folder` in a stable order, relative to `root`, with forward slashes. */
export const listFiles = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(root, path) : [path];
    });

/** Content hash over everything that can change the result: the same hash means the same package. */
export const hashInputs = ({ root }: SourceTree, ...extra: readonly string[]): string => {
  const hash = createHash('sha256').update(extra.join('\n'));
  const files = INPUTS.flatMap((folder) => listFiles(root, folder)).filter(
    (path) => !IS_TEST.test(path)
  );
  for (const path of [...files, ...INPUT_FILES]) {
    hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
};
