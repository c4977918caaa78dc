import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertsIndex, CALLS_INDEX } from '../../../common/constants';
import type { CompiledRule } from '../../../common/api/setup';
import { UNTUNED, type Tuning } from '../../../common/model/tuning';
import { readGround } from '../../../server/backtest/ground';
import { createBacktestMemory } from '../../../server/backtest/memory';
import { runBacktest, spanOf } from '../../../server/backtest/run_backtest';
import { vishingFeature } from '../../../server/feature';
import { createKnowledge } from '../../../server/knowledge';
import { readRuleActivity } from '../../../server/tuning/rule_activity';
import { findRule, toDetails, toEntries } from '../../../server/tuning/rule_entry';
import { readAllTuning, readTuning, saveTuning } from '../../../server/tuning/tuning_store';
import { tuningType } from '../../../server/tuning/tuning_type';
import { ruleFieldsSchema } from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import { runRule } from '../../../standalone/kibana/detection_engine/runner/run_rule';
import { openObjectStore } from '../../../standalone/kibana/saved_objects/object_store';
import { createSavedObjectsClient } from '../../../standalone/kibana/saved_objects/saved_objects_client';
import { actionsOf } from '../../../standalone/kibana/security/privileges';
import { buildCall } from '../../builders/call';
import { CONTENT_DIR } from '../../content/shipped_content';
import { installContent } from '../../pipelines/pipeline_tester';
import { testClient } from '../../setup/test_client';
import { answersWith } from '../../ui/support/answers';
import { coverageWith } from '../../ui/support/coverage_scenario';
import type { Answers, AskedFor } from '../../ui/support/harness';
import { RULE_ID } from '../../ui/support/rules_scenario';

/** Space of the alerts and namespace of the event. */
const SPACE = 'ruleupgrade';
const CALL_ID = 'ruleupgradecall1';
const STREAM = `logs-endpoint.events.process-${SPACE}`;
const RULE_FILE = join('rules', 'initial_access_external_call_then_remote_tool.yml');
/** What the next version asks in addition. */
export const NEXT_CONDITION = 'vishing.external.number IS NOT NULL';
const MINUTE_MS = 60_000;

/** The content of the plugin's next version, in which the rule has another query. */
const nextContent = (dir: string): string => {
  const next = join(dir, 'content');
  cpSync(CONTENT_DIR, next, { recursive: true });
  const file = join(next, RULE_FILE);
  const shipped = readFileSync(file, 'utf8');
  const version = Number(/^version: (\d+)$/m.exec(shipped)?.[1]);
  const changed = shipped
    .replace(/^version: \d+$/m, `version: ${version + 1}`)
    .replace(/^( +\| LOOKUP JOIN .*)$/m, `$1\n  | WHERE ${NEXT_CONDITION}`);
  writeFileSync(file, changed);
  return next;
};

const storeScene = async (es: ReturnType<typeof testClient>, toolMs: number): Promise<void> => {
  const start = new Date(toolMs - 40 * MINUTE_MS).toISOString();
  const call = buildCall({
    '@timestamp': start,
    event: { start, end: new Date(toolMs - 30 * MINUTE_MS).toISOString() },
    user: { name: 'upgradeana', email: 'upgrade.ana@example.com', full_name: 'Ana Diaz' },
    host: { name: 'ws-up-1' },
    vishing: {
      call: { id: CALL_ID, talk_seconds: 590 },
      external: { number: '+12025550178', calls_30d: 0 },
      person: { id: 'upgrade.ana' },
    },
  });
  const event = {
    '@timestamp': new Date(toolMs).toISOString(),
    event: { action: 'start', category: ['process'], type: ['start'] },
    process: { name: 'AnyDesk.exe', parent: { name: 'explorer.exe' } },
    user: { name: 'upgradeana' },
    host: { name: 'WS-UP-1' },
  };
  const texts = { match_mapping_type: 'string', mapping: { type: 'keyword' } } as const;
  await es.indices.create({ index: STREAM, mappings: { dynamic_templates: [{ texts }] } });
  await es.index({ index: STREAM, document: event, refresh: true });
  await es.index({ index: CALLS_INDEX, id: CALL_ID, document: call, refresh: true });
};

const removeScene = async (es: ReturnType<typeof testClient>): Promise<void> => {
  const found = await es.indices.get({
    index: [`.internal${alertsIndex(SPACE)}-*`, STREAM],
    expand_wildcards: 'all',
    allow_no_indices: true,
    ignore_unavailable: true,
  });
  for (const index of Object.keys(found)) await es.indices.delete({ index });
  await es.bulk({ operations: [{ delete: { _index: CALLS_INDEX, _id: CALL_ID } }], refresh: true });
};

/**
 * A space in which a tool starts 40 minutes after a call: our own server's functions over Elasticsearch, Kibana's saved
 * objects and its rules, of which it has the one that the browser sends.
 */
export const createUpgradeScenario = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'vishing-upgrade-'));
  const granted = new Set(actionsOf(vishingFeature, vishingFeature.privileges.all));
  const objects = createSavedObjectsClient({
    store: openObjectStore(dir),
    types: [tuningType],
    spaceId: SPACE,
    allowed: (actions) => Promise.resolve(new Set(actions.filter((one) => granted.has(one)))),
  });
  const es = testClient();
  const toolMs = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 26 * 3_600_000;
  await installContent(es);
  await removeScene(es);
  await storeScene(es, toolMs);
  let shelf = createKnowledge(CONTENT_DIR).ofSpace(SPACE);
  const compiled = shelf.compile().find(({ rule_id: id }) => id === RULE_ID);
  if (!compiled) throw new Error('The rule is not shipped.');
  let inKibana: CompiledRule & { id: string; revision: number; enabled: boolean } = {
    ...compiled,
    ...{ id: 'i1', revision: 0, enabled: true },
  };
  const memory = createBacktestMemory();
  const ruleOf = () => findRule(shelf, RULE_ID);
  const details = async () => ({
    body: toDetails(shelf, ruleOf(), await readTuning(objects, RULE_ID)),
  });
  const backtest = async ({ body }: AskedFor) => {
    const { from, to, values } = body as { from: string; to: string } & Pick<Tuning, 'values'>;
    const rules = shelf.compile(new Map([[RULE_ID, { ...UNTUNED, values }]]));
    const run = { es, spaceId: SPACE, rules, remember: memory.of([SPACE]) };
    return {
      body: await runBacktest(run, {
        ruleId: RULE_ID,
        span: spanOf({ from, to }),
        withRates: true,
      }),
    };
  };
  const ground = async ({ body }: AskedFor) => ({
    body: await readGround(es, {
      ...{ rule: ruleOf(), span: spanOf(body as { from: string; to: string }) },
      ...{ spaceId: SPACE, zone: 'UTC', nowMs: Date.now() },
    }),
  });
  const tune = async ({ body }: AskedFor) => {
    const { values, settings, note, token } = body as Tuning & { note: string; token?: string };
    const change = { tuning: { values, settings }, note, token, by: 'engineer' };
    await saveTuning(objects, RULE_ID, { ...change, at: new Date().toISOString() });
    return details();
  };
  const path = `/internal/vishing/rules/${RULE_ID}`;
  const answers: Answers = answersWith({
    'GET /internal/vishing/rules': async () => ({
      body: { rules: toEntries(shelf, await readAllTuning(objects)) },
    }),
    'GET /internal/vishing/rules/activity': async ({ query }) => ({
      body: {
        rules: await readRuleActivity(es, {
          ...{ spaceId: SPACE, timezone: 'UTC' },
          ...{ from: query.get('from') ?? '', to: query.get('to') ?? '' },
        }),
      },
    }),
    'GET /internal/vishing/coverage': { body: coverageWith(() => 'present') },
    [`GET ${path}`]: details,
    [`POST ${path}/backtest`]: backtest,
    [`POST ${path}/backtest/ground`]: ground,
    [`PUT ${path}/tuning`]: tune,
    'GET /api/detection_engine/rules/_find': () => ({ body: { total: 1, data: [inKibana] } }),
    'PUT /api/detection_engine/rules': ({ body }) => {
      const { revision } = inKibana;
      inKibana = { ...(body as typeof inKibana), id: 'i1', revision: revision + 1, enabled: true };
      return { body: inKibana };
    },
  });
  return {
    answers,
    inKibana: () => inKibana,
    /** Starts the plugin's next version. */
    upgrade: () => {
      shelf = createKnowledge(nextContent(dir)).ofSpace(SPACE);
    },
    /** Runs the rule as Kibana has it, ten minutes after the tool started. @returns how many alerts it wrote */
    runInKibana: async (): Promise<number> => {
      const at = new Date(toolMs).toISOString();
      const rule = {
        ...{ id: RULE_ID, spaceId: SPACE, fields: ruleFieldsSchema.parse(inKibana), revision: 0 },
        ...{ createdAt: at, createdBy: 'test', updatedAt: at, updatedBy: 'test' },
        apiKey: { encoded: '' },
      };
      const access = { url: '', asInternalUser: es, as: () => es, close: () => Promise.resolve() };
      const now = new Date(toolMs + 10 * MINUTE_MS);
      const { summary } = await runRule(rule, now, { es: access, kibanaVersion: '9.2.0' });
      if (summary.status === 'failed') throw new Error(`${summary.name}: ${summary.message}`);
      await es.indices.refresh({ index: `${alertsIndex(SPACE)}*` });
      return summary.created;
    },
    stop: async (): Promise<void> => {
      await removeScene(es);
      await es.close();
      rmSync(dir, { recursive: true });
    },
  };
};
