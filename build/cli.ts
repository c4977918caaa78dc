import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPlugin } from './build_plugin';
import { KibanaVersionError } from './kibana_version';
import { PluginBuildError } from './make_package';

const USAGE = `Builds the plugin for one Kibana version; Kibana refuses a plugin that was made for another one.

  npm run build -- --kibana-version 9.5.4 [--out FOLDER]

  --kibana-version  the version of the Kibana that it will be installed into, all three numbers
  --out             where to write the zip (default: target/plugin)

Then install it: bin/kibana-plugin install file:///path/to/the.zip
`;

const kib = (path: string): string => `${(statSync(path).size / 1024).toFixed(1)} KiB`;

const describeSizes = (publicDir: string): string =>
  readdirSync(publicDir)
    .map((name) => `  ${name}  ${kib(join(publicDir, name))}\n`)
    .join('');

const readOptions = (): { kibanaVersion?: string; outDir: string } => {
  const { values } = parseArgs({
    options: { 'kibana-version': { type: 'string' }, out: { type: 'string' } },
  });
  const outDir = values.out ?? join(__dirname, '..', 'target', 'plugin');
  return { kibanaVersion: values['kibana-version'], outDir: resolve(outDir) };
};

const run = async (): Promise<number> => {
  const { kibanaVersion, outDir } = readOptions();
  if (kibanaVersion === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { dir, zip, version } = await buildPlugin({ kibanaVersion, outDir });
  if (zip === undefined) throw new Error('The build wrote no zip.');
  process.stdout.write(`${zip}\n`);
  process.stdout.write(`  version ${version} for Kibana ${kibanaVersion}, ${kib(zip)}\n`);
  process.stdout.write(`  server/index.js  ${kib(join(dir, 'server/index.js'))}\n`);
  process.stdout.write(describeSizes(join(dir, 'target/public')));
  return 0;
};

/** Wrong arguments and versions get their sentence alone; a bug in the build gets its stack as well. */
const explain = (error: unknown): string => {
  if (error instanceof KibanaVersionError || error instanceof PluginBuildError) {
    return error.message;
  }
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return `${error.message}\n\n${USAGE}`;
  }
  return error.stack ?? error.message;
};

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
);
