import { join } from 'node:path';
import { alertHits, knownFields } from '../../../server/backtest/esql_hits';
import { rememberForNow } from '../../../server/backtest/memory';
import { readRates } from '../../../server/backtest/rates';
import { stagesBefore } from '../../../server/backtest/rule_hits';
import { createKnowledge } from '../../../server/knowledge';
import { installContent } from '../../pipelines/pipeline_tester';
import { testClient } from '../../setup/test_client';
import { SPACE } from './scene';

const contentDir = join(__dirname, '..', '..', '..', 'server', 'content');
const rules = createKnowledge(contentDir).ofSpace(SPACE).compile();
const es = testClient();
const TIME_MS = Date.parse('2026-03-04T10:00:00.000Z');

const reading = rules.flatMap((rule) => {
  const stages = stagesBefore(rule, rules).map(({ rule_id: id }) => id);
  return stages.length > 0 ? [{ name: rule.name, rule, stages }] : [];
});

/** An alert of a rule that counts or looks for what is new, about nobody who has calls. */
const HIT = {
  ...{ id: 'made-up', writtenMs: TIME_MS, originalMs: TIME_MS },
  columns: {
    'kibana.alert.threshold_result.terms.value': 'nobody@example.com',
    'kibana.alert.threshold_result.count': 5,
    'kibana.alert.new_terms': 'nobody@example.com',
  },
};

beforeAll(() => installContent(es), 120_000);
afterAll(() => es.close());

it('some rules read alerts of other rules', () => {
  expect(reading.length).toBeGreaterThanOrEqual(7);
});

it.each(reading)('Elasticsearch understands the back-test of $name', async ({ rule, stages }) => {
  const run = { es, rules, spaceId: SPACE, remember: rememberForNow() };
  const before = stages.map((ruleId) => ({ ruleId, hit: HIT }));
  const fields = await knownFields(run);
  expect(await alertHits(run, rule, { before, fields, truncated: false })).toEqual({
    hits: [],
    truncated: false,
  });
});

const joining = rules.filter(
  ({ type, query }) => type === 'esql' && String(query).includes('LOOKUP JOIN vishing-calls')
);

it.each(joining)('Elasticsearch understands what chance is measured by in $name', async (rule) => {
  const run = { es, rules, spaceId: SPACE, remember: rememberForNow() };
  const span = { fromMs: TIME_MS, toMs: TIME_MS + 3_600_000 };
  expect(await readRates(run, rule, { span, input: undefined })).toEqual({ events: 0, calls: 0 });
});
