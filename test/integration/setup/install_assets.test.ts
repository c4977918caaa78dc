import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import type { AssetResult } from '../../../common/api/setup';
import { installAssets, readAssetStatus } from '../../../server/setup/install_assets';
import { loadContent } from '../../../server/setup/load_content';
import { testClient } from '../../setup/test_client';
import { testServer } from '../../setup/test_server';

const es = testClient();
let dir: string;

/** A new name for every test: data streams cannot be deleted on the embedded node, so nothing is ever taken away. */
let name: string;

const files = (): Readonly<Record<string, string>> => ({
  [`ingest_pipelines/${name}-leaf.yml`]:
    'processors: [{ set: { tag: mark, field: marked, value: true } }]',
  [`ingest_pipelines/${name}.yml`]: `processors: [{ pipeline: { tag: call_leaf, name: ${name}-leaf } }]`,
  [`component_templates/${name}-mappings.yml`]:
    'template: { mappings: { properties: { a: { type: keyword } } } }',
  [`index_templates/${name}.yml`]: `index_patterns: [${name}-stream-*]\ndata_stream: {}\npriority: 400\ncomposed_of: [${name}-mappings]`,
  [`indices/${name}-index.yml`]: `mappings_from: ${name}-mappings\nsettings: { index: { mode: lookup } }`,
});

const write = (file: string, text: string): void => {
  mkdirSync(join(dir, file, '..'), { recursive: true });
  writeFileSync(join(dir, file), text);
};
const writeMappingsWithNewField = (): void =>
  write(
    `component_templates/${name}-mappings.yml`,
    'template: { mappings: { properties: { a: { type: keyword }, b: { type: long } } } }'
  );

const results = (list: readonly AssetResult[]): Record<string, string> =>
  Object.fromEntries(list.map(({ kind, id, result }) => [`${kind} ${id}`, result]));

beforeEach(() => {
  name = `installtest-${randomBytes(4).toString('hex')}`;
  dir = mkdtempSync(join(tmpdir(), 'vishing-install-'));
  for (const [file, text] of Object.entries(files())) write(file, text);
});
afterEach(() => rmSync(dir, { recursive: true }));
afterAll(() => es.close());

describe('installing assets', () => {
  it('installs everything once and leaves it unchanged the second time', async () => {
    const first = await installAssets({ es, content: loadContent(dir) });
    expect(Object.values(results(first))).toEqual(Array(5).fill('installed'));
    const second = await installAssets({ es, content: loadContent(dir) });
    expect(Object.values(results(second))).toEqual(Array(5).fill('unchanged'));
    const status = await readAssetStatus(es, loadContent(dir));
    expect(status.map(({ state }) => state)).toEqual(Array(5).fill('current'));
  });

  it('updates only what changed, and gives an existing index its new fields', async () => {
    await installAssets({ es, content: loadContent(dir) });
    writeMappingsWithNewField();
    const again = results(await installAssets({ es, content: loadContent(dir) }));
    expect(again).toMatchObject({
      [`component_template ${name}-mappings`]: 'updated',
      [`index ${name}-index`]: 'updated',
      [`ingest_pipeline ${name}`]: 'unchanged',
      [`index_template ${name}`]: 'unchanged',
    });
    const mapping = await es.indices.getMapping({ index: `${name}-index` });
    expect(mapping[`${name}-index`]?.mappings.properties).toHaveProperty('b');
  });

  it('gives an existing index the settings that an index can still take', async () => {
    await installAssets({ es, content: loadContent(dir) });
    write(
      `indices/${name}-index.yml`,
      `mappings_from: ${name}-mappings\nsettings: { index: { mode: lookup, refresh_interval: 30s } }`
    );
    const again = results(await installAssets({ es, content: loadContent(dir) }));
    expect(again[`index ${name}-index`]).toBe('updated');
    const settings = await es.indices.getSettings({ index: `${name}-index` });
    expect(settings[`${name}-index`]?.settings?.index?.refresh_interval).toBe('30s');
  });

  it('gives a data stream that has records the new fields', async () => {
    await installAssets({ es, content: loadContent(dir) });
    await es.index({
      index: `${name}-stream-a`,
      op_type: 'create',
      document: { '@timestamp': 0, a: 'x' },
    });
    writeMappingsWithNewField();
    expect(results(await installAssets({ es, content: loadContent(dir) }))).toMatchObject({
      [`component_template ${name}-mappings`]: 'updated',
    });
    const mappings = Object.values(await es.indices.getMapping({ index: `${name}-stream-a` }));
    expect(mappings[0]?.mappings.properties).toHaveProperty('b', { type: 'long' });
  });

  it('installs the others when one asset is broken, and says why that one failed', async () => {
    write(`ingest_pipelines/${name}-leaf.yml`, 'processors: [{ no_such_processor: {} }]');
    const list = await installAssets({ es, content: loadContent(dir) });
    const failed = list.filter(({ result }) => result === 'failed');
    expect(failed.map(({ id }) => id)).toEqual([`${name}-leaf`]);
    expect(failed[0]?.reason).toMatch(/no_such_processor/);
  });

  it('converges when it is run again after a failure', async () => {
    write(`ingest_pipelines/${name}-leaf.yml`, 'processors: [{ no_such_processor: {} }]');
    await installAssets({ es, content: loadContent(dir) });
    write(`ingest_pipelines/${name}-leaf.yml`, files()[`ingest_pipelines/${name}-leaf.yml`] ?? '');
    expect(results(await installAssets({ es, content: loadContent(dir) }))).toMatchObject({
      [`ingest_pipeline ${name}-leaf`]: 'installed',
      [`index ${name}-index`]: 'unchanged',
    });
  });

  it('never overwrites an asset of the same name that it did not make', async () => {
    await es.ingest.putPipeline({
      id: name,
      processors: [],
      description: 'somebody else’s',
    });
    const list = await installAssets({ es, content: loadContent(dir) });
    expect(list.find(({ id }) => id === name)).toMatchObject({
      result: 'failed',
      reason: expect.stringContaining('was not made by this plugin'),
    });
    const kept = await es.ingest.getPipeline({ id: name });
    expect(kept[name]?.description).toBe('somebody else’s');
  });

  it('tells a person without the right which privilege is missing', async () => {
    await es.security.putUser({
      username: 'installtest-weak',
      password: 'weak-password-1',
      roles: [],
    });
    const { url } = testServer();
    const weak = new Client({
      node: url,
      auth: { username: 'installtest-weak', password: 'weak-password-1' },
    });
    const list = await installAssets({ es: weak, content: loadContent(dir) });
    await weak.close();
    await es.security.deleteUser({ username: 'installtest-weak' });
    expect(list.every(({ result }) => result === 'failed')).toBe(true);
    expect(list.find(({ kind }) => kind === 'ingest_pipeline')?.reason).toMatch(
      /^You lack the cluster privilege manage_ingest_pipelines\./
    );
  });
});
