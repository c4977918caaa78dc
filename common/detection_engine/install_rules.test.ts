import { FakeDetectionEngine, HttpError } from '../../test/builders/detection_engine';
import type { CompiledRule } from '../api/setup';
import { createDetectionEngineClient } from './create_client';
import { installRules } from './install_rules';
import { CONTENT_META_KEY, ruleContentHash } from './rule_content';
import { offered } from './waiting';

const buildRule = (overrides: Partial<CompiledRule> = {}): CompiledRule => {
  const rule = {
    rule_id: 'r1',
    name: 'Rule 1',
    version: 1,
    type: 'esql' as const,
    enabled: true,
    tags: ['Vishing'],
    query: 'FROM a',
    ...overrides,
  };
  return { ...rule, meta: { [CONTENT_META_KEY]: ruleContentHash(rule) } };
};
const rules = [buildRule(), buildRule({ rule_id: 'r2', name: 'Rule 2' })];

const setUp = () => {
  const engine = new FakeDetectionEngine();
  const client = createDetectionEngineClient(engine.send);
  const install = async (wanted: readonly CompiledRule[] = rules) =>
    (await installRules(client, wanted)).map(({ result, reason }) => reason ?? result);
  return { engine, client, install };
};

describe('installRules', () => {
  it('installs what is missing and leaves it alone the second time', async () => {
    const { engine, install } = setUp();
    expect(await install()).toEqual(['installed', 'installed']);
    expect(await install()).toEqual(['unchanged', 'unchanged']);
    expect(engine.countOf('POST')).toBe(2);
    expect(engine.countOf('PUT')).toBe(0);
  });

  it('updates a rule that a new version changed, and keeps what belongs to the user', async () => {
    const { engine, install } = setUp();
    await install();
    const exceptions = [{ id: 'e', list_id: 'l', type: 'detection', namespace_type: 'single' }];
    engine.edit(
      'r1',
      { enabled: false, tags: ['Vishing', 'Team A'], exceptions_list: exceptions },
      true
    );
    expect(await install([buildRule({ version: 2, query: 'FROM b' })])).toEqual(['updated']);
    expect(engine.stored('r1')).toMatchObject({
      query: 'FROM b',
      enabled: false,
      tags: ['Vishing', 'Team A'],
      exceptions_list: exceptions,
    });
    expect(await install([buildRule({ version: 2, query: 'FROM b' })])).toEqual(['unchanged']);
  });

  it.each([false, true])(
    'never overwrites a rule that was edited (meta kept: %s)',
    async (keepMeta) => {
      const { engine, install } = setUp();
      await install();
      engine.edit('r1', { query: 'FROM mine' }, keepMeta);
      const [first] = await install([buildRule({ version: 2 })]);
      expect(first).toMatch(/^This rule was edited in Kibana/);
      expect(engine.stored('r1').query).toBe('FROM mine');
    }
  );

  it('takes a rule that was saved in Kibana without a change for unchanged', async () => {
    const { engine, install } = setUp();
    await install();
    engine.edit('r1', { references: [], severity_mapping: [] });
    expect(await install()).toEqual(['unchanged', 'unchanged']);
  });

  it('goes on where an interrupted installation stopped', async () => {
    const { engine, install } = setUp();
    engine.failWith = ({ body }) =>
      (body as CompiledRule | undefined)?.rule_id === 'r2'
        ? new HttpError(502, 'Bad gateway')
        : undefined;
    expect(await install()).toEqual(['installed', 'Bad gateway']);
    engine.failWith = () => undefined;
    expect(await install()).toEqual(['unchanged', 'installed']);
  });

  it.each([
    [401, /Log in again/],
    [403, /Rules: All/],
    [409, /Give the rule the tag/],
    [404, /does not offer the detection rules/],
  ])('says for status %i what to do', async (status, advice) => {
    const { engine, install } = setUp();
    engine.failWith = ({ method }) => (method === 'POST' ? new HttpError(status, 'no') : undefined);
    const [first] = await install();
    expect(first).toMatch(advice);
    expect(first).toMatch(/Kibana says: no/);
  });

  it('fails as a whole when the rules cannot be listed', async () => {
    const { engine, install } = setUp();
    engine.failWith = () => new HttpError(403, 'Forbidden');
    await expect(install()).rejects.toMatchObject({ status: 403 });
  });

  it('finds rules beyond the first page', async () => {
    const { client, install } = setUp();
    const many = Array.from({ length: 230 }, (_, n) => buildRule({ rule_id: `m${n}` }));
    await install(many);
    expect(await client.findOurRules()).toHaveLength(230);
    expect(new Set(await install(many))).toEqual(new Set(['unchanged']));
  });
});

describe('a rule whose data is missing', () => {
  const rule = buildRule();
  const waiting = offered(rule, ['Process starts']);
  const ready = offered(rule, []);
  const isOn = ({ engine }: ReturnType<typeof setUp>) => engine.stored('r1').enabled;

  it('is installed switched off, and the installation says what is missing', async () => {
    const bench = setUp();
    expect(await bench.install([waiting])).toEqual([expect.stringMatching(/Process starts\.$/)]);
    expect(isOn(bench)).toBe(false);
  });

  it('is switched on by the next installation once the data is there', async () => {
    const bench = setUp();
    await bench.install([waiting]);
    await bench.install([waiting]);
    expect(isOn(bench)).toBe(false);
    expect(await bench.install([ready])).toEqual([expect.stringMatching(/^Switched on/)]);
    expect(isOn(bench)).toBe(true);
    expect(await bench.install([ready])).toEqual(['unchanged']);
  });

  it('is switched on together with a new version', async () => {
    const bench = setUp();
    await bench.install([waiting]);
    await bench.install([offered(buildRule({ version: 2 }), [])]);
    expect(bench.engine.stored('r1')).toMatchObject({ enabled: true, version: 2 });
  });

  it('goes on waiting when somebody changes its values, and when a new version comes without data', async () => {
    const bench = setUp();
    await bench.install([waiting]);
    await bench.install([buildRule({ query: 'FROM tuned' })]);
    await bench.install([offered(buildRule({ version: 2 }), ['Process starts'])]);
    expect(isOn(bench)).toBe(false);
    await bench.install([offered(buildRule({ version: 2 }), [])]);
    expect(isOn(bench)).toBe(true);
  });

  it('stays off when a person switched it off after it ran', async () => {
    const bench = setUp();
    await bench.install([waiting]);
    await bench.install([ready]);
    bench.engine.edit('r1', { enabled: false }, true);
    await bench.install([waiting]);
    expect(await bench.install([ready])).toEqual(['unchanged']);
    expect(isOn(bench)).toBe(false);
  });

  it('stays on when it ran before the data went away', async () => {
    const bench = setUp();
    await bench.install([ready]);
    await bench.install([waiting]);
    expect(isOn(bench)).toBe(true);
  });

  it('waits for nothing when it ships switched off', async () => {
    const bench = setUp();
    const off = buildRule({ enabled: false });
    await bench.install([offered(off, ['Process starts'])]);
    expect(await bench.install([offered(off, [])])).toEqual(['unchanged']);
    expect(isOn(bench)).toBe(false);
  });
});

describe('setAlertStatus', () => {
  it('sends ids in batches, with the reason only when there is one', async () => {
    const { engine, client } = setUp();
    await client.setAlertStatus(
      Array.from({ length: 1500 }, (_, n) => `a${n}`),
      'closed',
      'duplicate'
    );
    await client.setAlertStatus(['a'], 'acknowledged');
    await client.setAlertStatus([], 'open');
    const bodies = engine.requests.map(({ body }) => body as { signal_ids: string[] });
    expect(bodies.map(({ signal_ids: ids }) => ids.length)).toEqual([1000, 500, 1]);
    expect(bodies[0]).toMatchObject({ status: 'closed', reason: 'duplicate' });
    expect(bodies[2]).toEqual({ signal_ids: ['a'], status: 'acknowledged' });
  });
});
