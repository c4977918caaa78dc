import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { SHARED_DEPENDENCIES } from '../../../build/shared_dependencies';
import { KibanaStartError } from '../errors';

const ROOT = resolve(__dirname, '../../..');
const SOURCES = __dirname;
const compress = promisify(brotliCompress);
/** Of 0 to 11: a tenth of the time of the best for a few percent more bytes. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Files of the page itself, in the order in which they are loaded. */
export const SHARED_FILE = 'kbn-ui-shared-deps.js';
export const CORE_FILE = 'core.entry.js';

/** The libraries that this stand-in can offer; a plugin may use only those that every Kibana 9 has. */
const OFFERED: ReadonlySet<string> = new Set([
  'react',
  'react-dom',
  'react-router',
  'react-router-dom',
  '@emotion/react',
  '@emotion/cache',
  '@elastic/eui',
  'rxjs',
  'moment',
  'moment-timezone',
  'lodash',
  'history',
  'classnames',
  'uuid',
]);

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  target: 'es2020',
  jsx: 'automatic',
  minify: true,
  legalComments: 'none',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

/** Every entry is the library's raw module, as in Kibana. */
const sharedDepsEntry = (): string => {
  const entries = [...SHARED_DEPENDENCIES]
    .filter(([specifier]) => OFFERED.has(specifier))
    .map(([specifier, key]) => `${key}: require(${JSON.stringify(specifier)})`);
  return `globalThis.__kbnSharedDeps__ = { ${[...entries, "KbnI18n: require('./i18n')"].join(', ')} };`;
};

/** Takes shared libraries from the global variable, so that page and plugins have one React and one EUI. */
const fromSharedDeps: Plugin = {
  name: 'from-shared-deps',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
      OFFERED.has(path) ? { path, namespace: 'shared' } : undefined
    );
    onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
      contents: `module.exports = __kbnSharedDeps__.${SHARED_DEPENDENCIES.get(path) ?? ''};`,
    }));
  },
};

const bundles: Readonly<Record<string, BuildOptions>> = {
  [SHARED_FILE]: {
    stdin: { contents: sharedDepsEntry(), resolveDir: SOURCES, loader: 'js' },
    // EUI's own build for production: half the size of its main entry.
    alias: { '@elastic/eui': '@elastic/eui/optimize/es' },
  },
  [CORE_FILE]: { entryPoints: [join(SOURCES, 'core', 'entry.ts')], plugins: [fromSharedDeps] },
};

const sourceFiles = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => join(dir, name));

/** Changes when a library or a source file changes. */
const hashInputs = (fileName: string): string => {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  const sources = fileName === CORE_FILE ? sourceFiles(SOURCES) : [__filename];
  for (const path of sources) hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
};

const writeWhole = (path: string, content: Uint8Array): void => {
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
};

const bundleOne = async (fileName: string, dir: string): Promise<void> => {
  const path = join(dir, fileName);
  if (existsSync(path)) return;
  const { outputFiles } = await build({ ...COMMON, ...bundles[fileName], write: false });
  const [output] = outputFiles;
  if (!output) throw new Error(`The bundler wrote nothing for ${fileName}.`);
  writeWhole(`${path}.br`, await compress(output.contents, QUICK));
  writeWhole(path, output.contents);
};

/** A file of the page: the hash is part of its address, so it can be cached for ever. */
export interface PlatformFile {
  readonly fileName: string;
  readonly hash: string;
  readonly dir: string;
}

/**
 * Bundles the page around the plugins (shared libraries and core) unless the same inputs were bundled before.
 * @param cacheDir kept between starts
 * @throws KibanaStartError with the bundler's first message
 */
export const bundlePlatform = async (cacheDir: string): Promise<PlatformFile[]> => {
  const files = Object.keys(bundles).map((fileName) => {
    const hash = hashInputs(fileName);
    return { fileName, hash, dir: join(cacheDir, hash) };
  });
  try {
    await Promise.all(
      files.map(({ fileName, dir }) => {
        mkdirSync(dir, { recursive: true });
        return bundleOne(fileName, dir);
      })
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KibanaStartError('build_failed', `The page could not be bundled: ${reason}`, {
      cause: error,
    });
  }
  return files;
};
