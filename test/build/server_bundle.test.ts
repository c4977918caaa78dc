import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUILD_TIMEOUT_MS, buildAndRead, type InstalledPlugin } from './built_plugin';

jest.setTimeout(BUILD_TIMEOUT_MS);

/** Asks a fresh Node, as Kibana would, what the server part exports and what its instance can do. */
const PROBE = `
  const logger = { debug() {}, info() {}, warn() {}, error() {}, get: () => logger };
  const exported = require(process.argv[1]);
  const context = { logger, env: { packageInfo: { version: '9.5.4' } } };
  Promise.resolve(exported.plugin(context)).then((plugin) =>
    console.log(JSON.stringify([typeof plugin.setup, typeof plugin.start]))
  );
`;

let plugin: InstalledPlugin;
let folder: string;
beforeAll(async () => {
  plugin = await buildAndRead();
  folder = mkdtempSync(join(tmpdir(), 'vishing-installed-'));
  for (const name of plugin.names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), plugin.read(name));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the server part', () => {
  it('loads with nothing else installed and without code from text', () => {
    const flags = ['--disallow-code-generation-from-strings', '--throw-deprecation'];
    const args = [...flags, '--eval', PROBE, join(folder, 'server')];
    const output = execFileSync(process.execPath, args, {
      cwd: folder,
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual(['function', 'function']);
  });

  it('requires nothing but Node itself and packages of Kibana', () => {
    const code = plugin.read('server/index.js').toString();
    const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
    const foreign = required.filter(
      (name) => !builtinModules.includes(name.replace(/^node:/, '')) && !name.startsWith('@kbn/')
    );
    expect(foreign).toEqual([]);
  });

  it('has its content beside it', () => {
    expect(readdirSync(join(folder, 'server'))).toEqual(['content', 'index.js']);
  });
});
