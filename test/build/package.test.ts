import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { buildPlugin } from '../../build/build_plugin';
import { listFiles } from '../../build/source_tree';
import {
  BUILD_TIMEOUT_MS,
  buildAndRead,
  KIBANA_VERSION,
  type InstalledPlugin,
} from './built_plugin';
import { installsInto, manifestProblems } from './kibana_manifest';

jest.setTimeout(BUILD_TIMEOUT_MS);

const ROOT = resolve(__dirname, '../..');
/** Every Kibana page downloads it, whoever the user is. */
const MOST_PLUGIN_BYTES = 20_000;
/** What the app may cost on the wire when it is opened. */
const MOST_APP_BYTES_COMPRESSED = 200_000;

let plugin: InstalledPlugin;
const manifestSchema = z.looseObject({ id: z.string(), version: z.string() });
const manifest = () => manifestSchema.parse(JSON.parse(plugin.read('kibana.json').toString()));

beforeAll(async () => {
  plugin = await buildAndRead();
});

describe('the archive', () => {
  it('holds exactly one plugin where the installer looks for it', () => {
    expect(plugin.manifests).toEqual(['kibana/vishing/kibana.json']);
  });

  it('keeps everything below the folder of the plugin', () => {
    const outside = plugin.entries.filter(({ name }) => !name.startsWith('kibana/vishing/'));
    expect(outside).toEqual([]);
  });

  it('stores files that everyone may read, since the installer copies the modes', () => {
    expect(new Set(plugin.entries.map(({ mode }) => mode))).toEqual(new Set([0o100644]));
  });

  it('carries every content file unchanged', () => {
    const content = listFiles(ROOT, 'server/content');
    expect(content.length).toBeGreaterThan(0);
    for (const name of content) expect(plugin.read(name)).toEqual(readFileSync(join(ROOT, name)));
  });

  it('carries the licence and those of the bundled libraries', () => {
    expect(plugin.read('LICENSE')).toEqual(readFileSync(join(ROOT, 'LICENSE')));
    expect(plugin.read('THIRD_PARTY_NOTICES.txt').toString()).toMatch(/^zod \d/m);
  });

  it('has no sources, tests or packages in it', () => {
    expect(plugin.names.filter((name) => /\.tsx?$|\.map$|node_modules/.test(name))).toEqual([]);
  });
});

describe('kibana.json', () => {
  it('is accepted by the rules of Kibana', () => {
    expect(manifestProblems(manifest())).toEqual([]);
  });

  it('installs into exactly the Kibana that it was built for', () => {
    expect(installsInto(manifest(), KIBANA_VERSION)).toBe(true);
    expect(installsInto(manifest(), '9.5.5')).toBe(false);
  });

  it('has a server and a browser part', () => {
    expect(manifest()).toMatchObject({ id: 'vishing', server: true, ui: true });
  });

  it('takes no code of other plugins', () => {
    expect(manifest()).toMatchObject({ requiredBundles: [] });
  });

  it('has a version that semver accepts and that an address can hold', () => {
    expect(manifest().version).toMatch(/^\d+\.\d+\.\d+-b[0-9a-f]{10}$/);
  });
});

describe('the files for the browser', () => {
  const scripts = () => plugin.names.filter((name) => /^target\/public\/.*\.js$/.test(name));

  it('are the plugin file and the app, named by its content', () => {
    expect(scripts()).toEqual([
      expect.stringMatching(/^target\/public\/vishing\.app\.[0-9a-f]{8}\.js$/),
      'target/public/vishing.plugin.js',
    ]);
  });

  it('stay within their sizes', () => {
    const app = scripts().find((name) => name.includes('.app.')) ?? '';
    expect(plugin.read('target/public/vishing.plugin.js').length).toBeLessThan(MOST_PLUGIN_BYTES);
    expect(plugin.read(`${app}.br`).length).toBeLessThan(MOST_APP_BYTES_COMPRESSED);
  });

  it('have compressed siblings with the same content', () => {
    for (const name of scripts()) {
      expect(brotliDecompressSync(plugin.read(`${name}.br`))).toEqual(plugin.read(name));
    }
  });
});

describe('buildPlugin', () => {
  const folders: string[] = [];
  const build = async (kibanaVersion: string) => {
    const outDir = mkdtempSync(join(tmpdir(), 'vishing-build-'));
    folders.push(outDir);
    return buildPlugin({ kibanaVersion, outDir });
  };

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('writes the same bytes for the same sources', async () => {
    const [one, two] = [await build(KIBANA_VERSION), await build(KIBANA_VERSION)];
    expect(readFileSync(two.zip ?? '').equals(readFileSync(one.zip ?? ''))).toBe(true);
  });

  it('gives packages for different Kibana versions different versions', async () => {
    const [one, two] = [await build('9.5.3'), await build('9.5.4')];
    expect(one.version).not.toBe(two.version);
  });
});
