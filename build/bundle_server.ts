import { build } from 'esbuild';
import { serverImports } from './import_rules';
import type { PackageFile, SourceTree } from './source_tree';
import { withoutZodLocales } from './zod_locales';

interface ServerBundle {
  readonly file: PackageFile;
  /** Every file that went into the bundle, relative to the root. */
  readonly inputs: readonly string[];
}

/**
 * Bundles `server/` with its dependencies into one CommonJS file, so that nothing has to be installed beside Kibana.
 * It is left readable: an administrator can see what runs, and stack traces name real functions.
 * @throws esbuild's BuildFailure when code does not compile or imports what is not a dependency
 */
export const bundleServer = async ({ root, dependencies }: SourceTree): Promise<ServerBundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['server/index.ts'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [withoutZodLocales, serverImports(dependencies)],
  });
  const [file] = outputFiles;
  if (!file) throw new Error('The bundler wrote no server file.');
  return {
    file: { path: 'server/index.js', content: file.contents },
    inputs: Object.keys(metafile.inputs),
  };
};
