import { z } from 'zod';
import rawManifest from './elasticsearch_files.json';

const file = z.strictObject({
  /** Path below the Elasticsearch home, with forward slashes. */
  path: z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w./+-]+$/, 'must stay inside the home'),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `dist` for an entry of the distribution zip, else Maven coordinates `group:artifact:version`. */
  from: z.union([z.literal('dist'), z.string().regex(/^[\w.-]+:[\w.-]+:[\w.-]+$/)]),
  /** The entry inside the archive, when it differs from `path` or when `from` is a jar to look into. */
  entry: z.string().optional(),
  /** How a plugin descriptor is changed after it was read; `bytes` and `sha256` are of the result. */
  edit: z.enum(['version', 'version_without_ml']).optional(),
});

const schema = z.strictObject({
  version: z.string(),
  dist: z.strictObject({
    /** Maven coordinates `group:artifact:extension:version` of the distribution zip. */
    artifact: z.string(),
    /** Folder inside the zip that holds the Elasticsearch home, ends with a slash. */
    prefix: z.string().endsWith('/'),
  }),
  files: z.array(file).min(1),
});

export type Manifest = z.infer<typeof schema>;
export type ManifestFile = Manifest['files'][number];

/** Checks the shape of a manifest and that no path stands in it twice; throws a plain error otherwise. */
export function parseManifest(value: unknown): Manifest {
  const manifest = schema.parse(value);
  const seen = new Set<string>();
  for (const { path } of manifest.files) {
    if (seen.has(path)) throw new Error(`The manifest names ${path} twice.`);
    seen.add(path);
  }
  return manifest;
}

/** Elasticsearch's name of a platform's folder below `lib/platform`, such as `linux-x64`. */
export function platformFolder(platform: NodeJS.Platform, arch: string): string {
  const system = platform === 'win32' ? 'windows' : platform;
  return `${system}-${arch === 'arm64' ? 'aarch64' : arch}`;
}

/** The manifest without the native libraries of other platforms. */
export function forPlatform(manifest: Manifest, platform: NodeJS.Platform, arch: string): Manifest {
  const own = `lib/platform/${platformFolder(platform, arch)}/`;
  const files = manifest.files.filter(
    ({ path }) => !path.startsWith('lib/platform/') || path.startsWith(own)
  );
  return { ...manifest, files };
}

/** The files of the Elasticsearch home on this machine. */
export function readManifest(): Manifest {
  return forPlatform(parseManifest(rawManifest), process.platform, process.arch);
}
