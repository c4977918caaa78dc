import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from './load_content';

const shipped = join(__dirname, '..', 'content');

describe('loadContent', () => {
  it('reads every shipped file without a failure', () => {
    expect(loadContent(shipped).failures).toEqual([]);
  });

  it('puts a pipeline behind the pipelines that it calls', () => {
    const ids = loadContent(shipped)
      .assets.filter(({ kind }) => kind === 'ingest_pipeline')
      .map(({ id }) => id);
    const leaves = ids.filter((id) => id.startsWith('logs-vishing.call.'));
    expect(ids.at(-1)).toBe('logs-vishing.call');
    expect(leaves.length).toBeGreaterThanOrEqual(3);
  });

  it('gives an index the mappings of the component template that it names', () => {
    const calls = loadContent(shipped).assets.find(({ id }) => id === 'vishing-calls');
    expect(calls?.body).toMatchObject({ mappings: { properties: { vishing: expect.anything() } } });
    expect(calls?.body).not.toHaveProperty('mappings_from');
  });

  describe('with a broken file', () => {
    let dir: string;
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'vishing-content-'));
      cpSync(shipped, dir, { recursive: true });
    });
    afterEach(() => rmSync(dir, { recursive: true }));

    it('names the file and the fault, and still loads the others', () => {
      writeFileSync(join(dir, 'indices', 'broken.yml'), 'a: [1,');
      const content = loadContent(dir);
      expect(content.failures).toHaveLength(1);
      expect(content.failures[0]).toMatchObject({ kind: 'index', id: 'broken' });
      expect(content.failures[0]?.reason).toMatch(/^broken\.yml cannot be read: /);
      expect(content.assets.some(({ id }) => id === 'vishing-calls')).toBe(true);
    });

    it('refuses an index whose mappings come from a template that is not there', () => {
      writeFileSync(join(dir, 'indices', 'lost.yml'), 'mappings_from: nowhere');
      expect(loadContent(dir).failures[0]?.reason).toBe(
        'lost.yml takes its mappings from "nowhere", which does not exist.'
      );
    });
  });
});
