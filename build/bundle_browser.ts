import { createHash } from 'node:crypto';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { PLUGIN_ID } from '../common/constants';
import { deferredImport } from './deferred_import';
import { browserImports } from './import_rules';
import type { PackageFile, SourceTree } from './source_tree';
import { withoutZodLocales } from './zod_locales';

const APP_GLOBAL = `__${PLUGIN_ID}_app__`;
const BUNDLE_KEY = `plugin/${PLUGIN_ID}/public`;

/**
 * Kibana's content security policy forbids code from text, and zod's probe for it would be reported as a violation. This
 * switches the probe off in our copy of zod only; the global object of that name would be shared with other plugins.
 */
const ZOD_WITHOUT_EVAL = { 'globalThis.__zod_globalConfig': '{"jitless":true}' };

const commonOptions = ({ root, dependencies }: SourceTree) =>
  ({
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    jsx: 'automatic',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', ...ZOD_WITHOUT_EVAL },
    plugins: [withoutZodLocales, browserImports(dependencies)],
  }) satisfies BuildOptions;

const onlyOutput = ({ outputFiles }: BuildResult<{ write: false }>): Uint8Array => {
  const [file] = outputFiles;
  if (!file || outputFiles.length > 1) {
    throw new Error(`The bundler wrote ${outputFiles.length} files instead of one.`);
  }
  return file.contents;
};

/** What Kibana runs on every page: it only registers; the plugin itself is evaluated when Kibana asks for it. */
const registration = (): string =>
  `__kbnBundles__.define('${BUNDLE_KEY}', () => require('./public/index'), '${BUNDLE_KEY}');`;

interface BrowserBundle {
  readonly files: readonly PackageFile[];
  /** Every file that went into the bundle, relative to the root. */
  readonly inputs: readonly string[];
}

/**
 * Bundles `public/` into two scripts: the small plugin file that every Kibana page loads, and the app, loaded inside
 * `mount`, whose name carries a hash of its content.
 * @throws esbuild's BuildFailure when code does not compile or imports what Kibana does not offer
 */
export const bundleBrowser = async (tree: SourceTree): Promise<BrowserBundle> => {
  const options = commonOptions(tree);
  const app = await build({
    ...options,
    entryPoints: ['public/application.tsx'],
    globalName: APP_GLOBAL,
  });
  const appCode = onlyOutput(app);
  const hash = createHash('sha256').update(appCode).digest('hex').slice(0, 8);
  const fileName = `${PLUGIN_ID}.app.${hash}.js`;
  const entry = await build({
    ...options,
    stdin: { contents: registration(), resolveDir: tree.root, loader: 'js' },
    plugins: [deferredImport(tree.root, { fileName, globalName: APP_GLOBAL }), ...options.plugins],
  });
  return {
    files: [
      { path: `target/public/${PLUGIN_ID}.plugin.js`, content: onlyOutput(entry) },
      { path: `target/public/${fileName}`, content: appCode },
    ],
    inputs: [app, entry].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  };
};
