import type { RuleException } from '../../../common/model/exception';
import type { Tuning } from '../../../common/model/tuning';
import { findCallsBy } from '../../../server/why/find_calls';
import { masked } from '../../../server/why/show_value';
import { buildCall } from '../../builders/call';
import { content } from '../../content/shipped_content';
import { pipelineBench } from '../../pipelines/pipeline_tester';
import { askWhy } from '../../rules/support/ask_why';
import { removeDocuments, storeCalls } from '../support/stored_calls';

const SPACE = 'whytest';
const ALERTS = `.internal.alerts-security.alerts-${SPACE}-000001`;
const LISTED = 'e6f53f03-b0e5-43b1-8650-e682bfcd7414';
const IDS = ['why-test-call-1', 'why-test-call-2'] as const;
const AT = ['2026-04-02T14:00:00.000Z', '2026-04-03T14:00:00.000Z'] as const;
const range = { from: '2026-04-01T00:00:00.000Z', to: '2026-04-05T00:00:00.000Z' };
const NOW = Date.parse('2026-04-05T00:00:00.000Z');

const es = pipelineBench(async (client) => {
  await removeDocuments(client, 'vishing-calls', IDS);
  await client.indices.delete({ index: ALERTS, ignore_unavailable: true });
});

const callOf = (nth: 0 | 1, verdict: 'bad' | 'none') =>
  buildCall({
    '@timestamp': AT[nth],
    event: { start: AT[nth] },
    user: { full_name: 'Wanda Why', email: 'wanda.why@example.com', name: 'wwhy' },
    vishing: {
      call: { id: IDS[nth] },
      external: { number: '+442079460042' },
      watchlist: { verdict },
    },
  });

const keyword = { type: 'keyword' } as const;

beforeAll(async () => {
  await storeCalls(es, [callOf(0, 'bad'), callOf(1, 'none')]);
  await es.indices.create({
    index: ALERTS,
    aliases: { [`.alerts-security.alerts-${SPACE}`]: {} },
    mappings: {
      dynamic: false,
      properties: { 'kibana.alert.ancestors.id': keyword, 'kibana.alert.rule.rule_id': keyword },
    },
  });
}, 60_000);

const ask = (callId: string, tuning?: Tuning) =>
  askWhy(es, content, { ruleId: LISTED, callId, spaceId: SPACE, nowMs: NOW, tuning });

it('says that a rule alerted, once its alert is there', async () => {
  expect((await ask(IDS[0])).outcome).toBe('would_alert');
  await es.index({
    index: ALERTS,
    id: 'why-alert',
    refresh: true,
    document: {
      '@timestamp': AT[0],
      'kibana.alert.rule.rule_id': LISTED,
      'kibana.alert.ancestors': [{ id: IDS[0], index: 'vishing-calls', depth: 0 }],
      vishing: { call: { id: IDS[0] } },
    },
  });
  expect(await ask(IDS[0])).toMatchObject({
    outcome: 'alerted',
    alert: { id: 'why-alert', call_id: IDS[0] },
  });
});

it('names the exception that kept a rule silent, with the pair found', async () => {
  const exception: RuleException = {
    ...{ id: '3d9c4f0e-7d7c-4a44-9b1c-0d5f5a6f7b10', kind: 'number_person', reason: 'Test' },
    values: ['+442079460042', 'ana.diaz'],
    expires: new Date(Date.now() + 86_400_000).toISOString(),
    ...{ created: AT[0], created_by: 'test' },
  };
  const { candidates } = await ask(IDS[0], { values: {}, settings: {}, exceptions: [exception] });
  const missing = candidates[0]?.conditions.filter(({ holds }) => holds === false);
  expect(missing).toEqual([
    expect.objectContaining({
      found: [
        { field: 'vishing.external.number', value: '+442079460042' },
        { field: 'vishing.person.id', value: 'ana.diaz' },
      ],
      parameters: ['exception'],
    }),
  ]);
});

it('names the verdict that is missing, and both sides of the condition', async () => {
  const { outcome, candidates } = await ask(IDS[1]);
  const missing = candidates[0]?.conditions.filter(({ holds }) => holds === false);
  expect(outcome).toBe('missed');
  expect(missing).toEqual([
    expect.objectContaining({
      found: [{ field: 'vishing.watchlist.verdict', value: 'none' }],
      needed: { operator: '==', values: ['bad'], total: 1 },
    }),
  ]);
});

it('refuses a rule that counts, and names an unknown call', async () => {
  const counting = content.rules.find(({ type }) => type === 'threshold')?.rule_id ?? '';
  const asked = { callId: IDS[0], spaceId: SPACE, nowMs: NOW };
  await expect(askWhy(es, content, { ...asked, ruleId: counting })).rejects.toMatchObject({
    code: 'not_supported',
  });
  await expect(ask('no-such-call')).rejects.toMatchObject({ code: 'not_found' });
});

it.each([
  ['a part of the number', '7946 0042', 2],
  ['the international number', '+44 20 7946 0042', 2],
  ['a part of the name', 'wanda', 2],
  ['an account', 'wwhy', 2],
  ['a call id', IDS[1], 1],
  ['a star, which is no pattern', 'wan*why', 0],
])('finds calls by %s', async (_what, search, total) => {
  const found = await findCallsBy({ es }, { ...range, search });
  expect(found.total).toBe(total);
});

it('finds a call by its id outside the time range', async () => {
  const early = { from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z' };
  const { calls } = await findCallsBy({ es }, { ...early, search: IDS[0] });
  expect(calls.map(({ call_id: id }) => id)).toEqual([IDS[0]]);
});

it.each([
  ['vishing.external.number', '+442079460042', '+44207946'],
  ['user.email', 'wanda.why@example.com', 'example.com'],
])('masks a found %s', (field, value, kept) => {
  const shown = masked(field, value);
  expect(shown).not.toBe(value);
  expect(shown).toContain(kept);
});
