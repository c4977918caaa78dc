import { join } from 'node:path';
import { alertsIndex, CALLS_INDEX, TARGETS_INDEX } from '../../../common/constants';
import type { TunedValues } from '../../../common/model/tuning';
import { readGround } from '../../../server/backtest/ground';
import { createBacktestMemory, type Remember } from '../../../server/backtest/memory';
import { runBacktest } from '../../../server/backtest/run_backtest';
import { createKnowledge } from '../../../server/knowledge';
import { readText } from '../../../server/investigation/read_field';
import { findRule } from '../../../server/tuning/rule_entry';
import { ruleFieldsSchema } from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import { runRule } from '../../../standalone/kibana/detection_engine/runner/run_rule';
import { installContent } from '../../pipelines/pipeline_tester';
import { testClient } from '../../setup/test_client';
import { removeDocuments, storeCalls } from '../support/stored_calls';
import { at, CALLS, DAY, EMAIL, SPACE, storeEvents, TARGET } from './scene';

const REMOTE_TOOL = '1562690c-ad16-496e-9a3e-57ff8faa4df1';
const MAIL_FLOOD = 'b151c5d3-cd11-4ffa-a94e-ff63b2b804fd';
const FLOOD_THEN_CALL = '56efd22e-43a8-47a9-9539-726d020a1f35';
const NEW_PLACE = '021f581a-c508-46c2-92d6-253e35ea4811';
const RESET_THEN_SIGN_IN = '7d0b3c64-9e1f-4a28-8c5d-f46a1e92b073';
const DISCOVERY_BURST = '1f6f2f0a-9a57-4bb3-8a0e-6d2d1f0b7c01';
const DISCOVERY = '7a9d3c52-e810-4b6f-a1c4-35f0b7e2d968';
const COUNTING = [MAIL_FLOOD, DISCOVERY_BURST];
const JOINING = [REMOTE_TOOL, FLOOD_THEN_CALL, RESET_THEN_SIGN_IN, DISCOVERY];
const RULES = [...COUNTING, NEW_PLACE, ...JOINING];

const contentDir = join(__dirname, '..', '..', '..', 'server', 'content');
const knowledge = createKnowledge(contentDir).ofSpace(SPACE);
const es = testClient();
const MINUTE_MS = 60_000;
const span = { fromMs: Date.parse(at('08:00')), toMs: Date.parse(at('14:00')) };

const backtest = (
  ruleId: string,
  values: TunedValues = {},
  part = span,
  given: { es: typeof es; remember?: Remember } = { es }
) => {
  const rules = knowledge.compile(new Map([[ruleId, { values, settings: {} }]]));
  return runBacktest({ spaceId: SPACE, rules, ...given }, { ruleId, span: part, withRates: true });
};

/** The same Elasticsearch, and every ES|QL query that it is asked. */
const listening = () => {
  const queries: string[] = [];
  const esql = {
    query: (...asked: Parameters<typeof es.esql.query>) => {
      queries.push((asked[0] as { readonly query: string }).query);
      return es.esql.query(...asked);
    },
  };
  return {
    es: new Proxy(es, {
      get: (of, key) => (key === 'esql' ? esql : Reflect.get(of, key)) as unknown,
    }),
    queries,
  };
};

/** Lets the stand-in for the Detection Engine run the rules as if the day went by. */
const runTheDay = async (): Promise<void> => {
  const stored = knowledge
    .compile()
    .filter(({ rule_id: id }) => RULES.includes(id))
    .sort((a, b) => RULES.indexOf(a.rule_id) - RULES.indexOf(b.rule_id))
    .map((rule) => ({
      ...{ id: rule.rule_id, spaceId: SPACE, fields: ruleFieldsSchema.parse(rule), revision: 0 },
      ...{ createdAt: DAY, createdBy: 'test', updatedAt: DAY, updatedBy: 'test' },
      apiKey: { encoded: '' },
    }));
  const access = { url: '', asInternalUser: es, as: () => es, close: () => Promise.resolve() };
  for (let nowMs = span.fromMs; nowMs < span.toMs; nowMs += 5 * MINUTE_MS) {
    for (const rule of stored) {
      const counts = COUNTING.includes(rule.id);
      if (!counts && (nowMs - span.fromMs) % (30 * MINUTE_MS) !== 25 * MINUTE_MS) continue;
      const { summary } = await runRule(rule, new Date(nowMs), { es: access, kibanaVersion: '9' });
      if (summary.status === 'failed') throw new Error(`${summary.name}: ${summary.message}`);
      if (summary.created > 0) await es.indices.refresh({ index: `${alertsIndex(SPACE)}*` });
    }
  }
};

interface Told {
  readonly time: string;
  readonly call?: string;
  readonly address?: string;
}
const byTime = (a: Told, b: Told): number => a.time.localeCompare(b.time);

const writtenAlerts = async (ruleId: string): Promise<unknown[]> => {
  const { hits } = await es.search({
    index: alertsIndex(SPACE),
    size: 1000,
    query: { term: { 'kibana.alert.rule.rule_id': ruleId } },
  });
  return hits.hits.map(({ _source: source }) => source);
};

const removeScene = async (): Promise<void> => {
  await removeDocuments(
    es,
    CALLS_INDEX,
    CALLS.map(({ vishing }) => vishing.call.id)
  );
  await removeDocuments(es, TARGETS_INDEX, [TARGET.id]);
  const found = await es.indices.get({
    index: [`.internal.alerts-security.alerts-${SPACE}-*`, `logs-*-${SPACE}`],
    expand_wildcards: 'all',
    allow_no_indices: true,
  });
  for (const index of Object.keys(found)) await es.indices.delete({ index });
};

beforeAll(async () => {
  await installContent(es);
  await removeScene();
  await storeCalls(es, CALLS);
  await es.index({ index: TARGETS_INDEX, ...TARGET, refresh: true });
  await storeEvents(es);
  await runTheDay();
}, 180_000);

afterAll(async () => {
  await removeScene();
  await es.close();
}, 60_000);

describe('a back-test', () => {
  it.each([
    ['joins calls and events', REMOTE_TOOL, 3],
    ['joins calls and alerts of another rule', FLOOD_THEN_CALL, 2],
    ['finds the call by whose account was changed in it', RESET_THEN_SIGN_IN, 1],
    ['reads both events and alerts of another rule', DISCOVERY, 2],
  ])('finds the alerts that the rule wrote when it %s', async (_what, ruleId, count) => {
    const written = (await writtenAlerts(ruleId)).map((alert): Told => ({
      time: readText(alert, 'vishing.signal_time') ?? '',
      call: readText(alert, 'vishing.call.id') ?? '',
    }));
    const { alerts, truncated } = await backtest(ruleId);
    const told = alerts.map(({ original_time: time, call_id: call }): Told => ({ time, call }));
    expect(told).toEqual(written.sort(byTime));
    expect(told).toHaveLength(count);
    expect(truncated).toBe(false);
  });

  it.each([
    ['counts', MAIL_FLOOD, 'email.to.address', 2],
    ['looks for what is new', NEW_PLACE, 'okta.actor.alternate_id', 2],
  ])('finds the alerts that the rule wrote when it %s', async (_what, ruleId, field, count) => {
    const written = (await writtenAlerts(ruleId)).map((alert): Told => ({
      time: readText(alert, 'kibana.alert.original_time') ?? '',
      address: readText(alert, field) ?? '',
    }));
    const { alerts } = await backtest(ruleId);
    expect(alerts.map(({ original_time: time }) => time)).toEqual(
      written.sort(byTime).map(({ time }) => time)
    );
    expect(alerts).toHaveLength(count);
  });

  it('tells who, which number, which computer and how far apart', async () => {
    const { alerts } = await backtest(REMOTE_TOOL);
    expect(alerts[1]).toEqual({
      id: expect.any(String) as string,
      ...{ original_time: at('10:15'), call_id: 'backtestcall0002', number: '+12025550177' },
      person: { id: 'bt.ana', full_name: 'Backtest ana' },
      ...{ host: 'WS-BT-1', address: 'btana', gap_seconds: 300 },
    });
  });

  it('finds fewer with a narrower value, and calls what stays by the same id', async () => {
    const present = await backtest(REMOTE_TOOL);
    const narrow = await backtest(REMOTE_TOOL, { time_window: '5m' });
    expect(narrow.alerts.map(({ original_time: time }) => time)).toEqual([
      at('10:05'),
      at('10:15'),
    ]);
    const ids = present.alerts.map(({ id }) => id);
    expect(narrow.alerts.every(({ id }) => ids.includes(id))).toBe(true);
  });

  it('finds the same in parts as in one piece', async () => {
    const noonMs = Date.parse(at('10:10'));
    for (const ruleId of RULES) {
      const whole = await backtest(ruleId);
      const parts = [
        await backtest(ruleId, {}, { ...span, toMs: noonMs }),
        await backtest(ruleId, {}, { ...span, fromMs: noonMs }),
      ];
      expect(parts.flatMap(({ alerts }) => alerts.map(({ original_time: time }) => time))).toEqual(
        whole.alerts.map(({ original_time: time }) => time)
      );
    }
  });

  it('counts the events and calls that chance could bring together', async () => {
    expect((await backtest(REMOTE_TOOL)).rates).toEqual({ events: 5, calls: 3 });
    expect((await backtest(FLOOD_THEN_CALL)).rates).toEqual({ events: 2, calls: 3 });
    expect((await backtest(MAIL_FLOOD)).rates).toBeUndefined();
  });

  it('keeps what a person typed inside quotes, whatever it is', async () => {
    const evil = '") OR true | KEEP _id //';
    const { alerts } = await backtest(MAIL_FLOOD, { ignored_mailboxes: [evil, EMAIL.ana] });
    expect(alerts).toEqual([]);
  });
});

describe('a back-test with other values', () => {
  /** The queries over events that a second run asks, with the values changed and the memory of this name. */
  const askedAgain = async (ruleId: string, values: TunedValues, memoryName = 'page') => {
    const memory = createBacktestMemory();
    const first = listening();
    await backtest(ruleId, {}, span, { es: first.es, remember: memory.of(['page']) });
    const second = listening();
    const remember = memory.of([memoryName]);
    const found = await backtest(ruleId, values, span, { es: second.es, remember });
    expect(found).toEqual(await backtest(ruleId, values));
    const ofEvents = (queries: readonly string[]) =>
      queries.filter((query) => query.startsWith('FROM logs-'));
    return [ofEvents(first.queries).length, ofEvents(second.queries).length];
  };

  it('asks no event anew when only the second stage changes', async () => {
    const [before, again] = await askedAgain(FLOOD_THEN_CALL, { time_window: '15m' });
    expect(before).toBeGreaterThanOrEqual(3);
    expect(again).toBe(0);
  });

  it('looks for no event anew when only what is behind the join changes, and joins those it knows', async () => {
    const [before, again] = await askedAgain(REMOTE_TOOL, { time_window: '5m' });
    expect(before).toBeGreaterThanOrEqual(4);
    // Which events it alerts on, and then their rows.
    expect(again).toBe(2);
  });

  it('asks for everything again when the page wants that', async () => {
    const [before, again] = await askedAgain(FLOOD_THEN_CALL, {}, 'page read anew');
    expect(again).toBe(before);
  });
});

describe('the ground of a back-test', () => {
  const ground = (ruleId: string, part = span) =>
    readGround(es, {
      ...{ rule: findRule(knowledge, ruleId), span: part, spaceId: SPACE },
      ...{ zone: 'UTC', nowMs: span.toMs },
    });

  it('counts people and days, and names no missing data where there is some', async () => {
    expect(await ground(REMOTE_TOOL)).toMatchObject({ callers: 2, days: 1, missing_data: [] });
  });

  it('names the data that the range lacks', async () => {
    const empty = { fromMs: Date.parse('2019-01-01'), toMs: Date.parse('2019-01-02') };
    const { missing_data: missing } = await ground(REMOTE_TOOL, empty);
    expect(missing).toEqual(findRule(knowledge, REMOTE_TOOL).required_data.map(({ name }) => name));
  });

  it('knows the calls whose alerts people took for real', async () => {
    const mark = async (callId: string, doc: object): Promise<void> => {
      const { hits } = await es.search({ index: alertsIndex(SPACE), size: 1000 });
      const hit = hits.hits.find(({ _source }) => readText(_source, 'vishing.call.id') === callId);
      if (!hit?._id) throw new Error(`No alert names ${callId}.`);
      await es.update({ index: hit._index, id: hit._id, doc, refresh: true });
    };
    await mark('backtestcall0001', { 'kibana.alert.workflow_status': 'acknowledged' });
    await mark('backtestcall0002', {
      'kibana.alert.workflow_status': 'closed',
      'kibana.alert.workflow_reason': 'false_positive',
    });
    expect((await ground(REMOTE_TOOL)).confirmed_call_ids).toEqual(['backtestcall0001']);
  });
});
