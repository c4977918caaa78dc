import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PackageFile, SourceTree } from './source_tree';

const manifestSchema = z.looseObject({ id: z.string(), kibanaVersion: z.string() });

const toJson = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/**
 * A version that changes with the content: Kibana serves bundles for a year below an address that holds it. The letter
 * keeps it a valid pre-release in semver even if the hash consists of digits.
 */
const versionOf = (
  version: string,
  kibanaVersion: string,
  files: readonly PackageFile[]
): string => {
  const hash = createHash('sha256').update(kibanaVersion);
  for (const { path, content } of files) hash.update(`\n${path}\n`).update(content);
  return `${version}-b${hash.digest('hex').slice(0, 10)}`;
};

interface StampOptions {
  readonly kibanaVersion: string;
  /** All other files of the package, in a stable order. */
  readonly files: readonly PackageFile[];
}

/** Makes kibana.json and package.json of the package: for exactly one Kibana version, with a version of its own. */
export const stampManifest = (
  { root, version }: SourceTree,
  { kibanaVersion, files }: StampOptions
): { version: string; files: PackageFile[] } => {
  const source: unknown = JSON.parse(readFileSync(join(root, 'kibana.json'), 'utf8'));
  const manifest = manifestSchema.parse(source);
  const stamped = versionOf(version, kibanaVersion, files);
  const packageJson = {
    name: manifest.id,
    version: stamped,
    private: true,
    license: 'Apache-2.0',
    main: 'server/index.js',
  };
  return {
    version: stamped,
    files: [
      { path: 'kibana.json', content: toJson({ ...manifest, version: stamped, kibanaVersion }) },
      { path: 'package.json', content: toJson(packageJson) },
    ],
  };
};
