import { build, type Plugin } from 'esbuild';
import { resolve } from 'node:path';
import { deferredImport } from './deferred_import';
import { browserImports, packageOf, serverImports } from './import_rules';

const ROOT = resolve(__dirname, '..');

/** Bundles a line of code in the repository; the answer is the code, or the first error. */
const bundle = async (contents: string, ...plugins: Plugin[]): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    write: false,
    logLevel: 'silent',
    platform: 'node',
    plugins,
  });
  return outputFiles.map(({ text }) => text).join('');
};

describe('packageOf', () => {
  it('cuts the path inside the package off', () => {
    expect(packageOf('lodash/fp')).toBe('lodash');
    expect(packageOf('@elastic/eui/lib/services')).toBe('@elastic/eui');
  });
});

describe('browserImports', () => {
  const imports = browserImports(['zod']);

  it('reads a shared library from the global of Kibana', async () => {
    const code = await bundle(`import { useState } from 'react'; console.log(useState);`, imports);
    expect(code).toContain('= __kbnSharedDeps__.React;');
  });

  it('bundles dependencies and the small parts that Kibana does not share', async () => {
    await expect(
      bundle(`import 'zod'; import 'react/jsx-runtime';`, imports)
    ).resolves.toBeDefined();
  });

  it.each([
    ['@kbn/data-plugin/public', /is not among the modules that every Kibana 9 shares/],
    ['plugin/data/public', /code of another plugin may not be imported/],
    ['@elastic/eui/lib/services', /would bundle a second copy of @elastic\/eui/],
    ['object-hash', /neither shared by Kibana nor a dependency/],
  ])('refuses %s and says why', async (specifier, reason) => {
    await expect(bundle(`import '${specifier}';`, imports)).rejects.toThrow(reason);
  });
});

describe('serverImports', () => {
  const imports = serverImports(['zod']);

  it('leaves packages of Kibana to Kibana and bundles dependencies', async () => {
    const code = await bundle(
      `import { schema } from '@kbn/config-schema'; import { z } from 'zod'; import fs from 'node:fs'; console.log(schema, z, fs);`,
      imports
    );
    expect(code).toContain('require("@kbn/config-schema")');
    expect(code).not.toContain('require("zod")');
  });

  it('refuses a package that only this repository has', async () => {
    await expect(bundle(`import '@elastic/elasticsearch';`, imports)).rejects.toThrow(
      /is not a dependency, so Kibana would not find it/
    );
  });
});

describe('deferredImport', () => {
  it('refuses dynamic imports other than the app', async () => {
    const plugin = deferredImport(ROOT, { fileName: 'app.js', globalName: 'app' });
    await expect(bundle(`import('./common/constants');`, plugin)).rejects.toThrow(
      /may only defer "\.\/application"/
    );
  });
});
