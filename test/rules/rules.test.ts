import { join } from 'node:path';
import { alertsIndex, CALLS_INDEX } from '../../common/constants';
import { loadDetectionContent } from '../../server/detection_content/load_detection_content';
import { compileRules } from '../../server/rules/compile_rules';
import { installContent } from '../pipelines/pipeline_tester';
import { removeDocuments } from '../setup/remove_documents';
import { testClient } from '../setup/test_client';
import { createCasting, SITE } from './support/cast';
import { readCaseFiles, type RuleCase } from './support/case_file';
import { runNewTermsRule } from './support/run_new_terms';
import { runEsqlRule, runThresholdRule, storeCountAlerts, type Row } from './support/run_rule';
import { removeMatchingEntries } from '../../server/watchlist/remove_entries';
import {
  CASES_SOURCE,
  CASES_STREAM,
  MOMENT_MS,
  storeCases,
  type StagedCase,
} from './support/store_cases';

/** A space of its own, so that no other test's alerts are read. */
const SPACE = 'rulecases';
/** When the rules run: three hours after the cases' moment, when every record has arrived. */
const NOW_MS = MOMENT_MS + 3 * 3_600_000;

const es = testClient();
const content = loadDetectionContent(join(__dirname, '..', '..', 'server', 'content'));
const files = readCaseFiles();
const ruleIdOf = (file: string): string =>
  content.rules.find((rule) => rule.file === `${file}.yml`)?.rule_id ?? '';
const compiled = compileRules({
  ...content,
  spaceId: SPACE,
  parameters: Object.fromEntries(files.map(({ rule, parameters }) => [ruleIdOf(rule), parameters])),
});
const casting = createCasting();

const numbersOf = ({ calls, watchlist }: RuleCase): string[] => [
  ...new Set([
    ...calls.filter(({ direction }) => direction !== 'internal').map(({ number }) => number),
    ...Object.keys(watchlist),
  ]),
];

const staged = new Map<RuleCase, StagedCase>(
  files
    .flatMap(({ cases }) => cases)
    .map((item) => [item, { item, cast: casting(item.people, numbersOf(item)) }])
);

const ruleOf = (file: string) => {
  const rule = compiled.find(({ rule_id: id }) => id === ruleIdOf(file));
  if (!rule) throw new Error(`There is no rule ${file}.yml.`);
  return rule;
};

const createAlertsIndex = (): Promise<unknown> =>
  es.indices.create({
    index: alertsIndex(SPACE),
    mappings: {
      dynamic: false,
      properties: {
        '@timestamp': { type: 'date' },
        host: { properties: { name: { type: 'keyword' } } },
        user: { properties: { id: { type: 'keyword' }, name: { type: 'keyword' } } },
        kibana: {
          properties: {
            space_ids: { type: 'keyword' },
            alert: {
              properties: {
                original_time: { type: 'date' },
                building_block_type: { type: 'keyword' },
                risk_score: { type: 'float' },
                rule: {
                  properties: {
                    name: { type: 'keyword' },
                    rule_id: { type: 'keyword' },
                    tags: { type: 'keyword' },
                  },
                },
                threshold_result: {
                  properties: {
                    count: { type: 'long' },
                    terms: { properties: { value: { type: 'keyword' } } },
                  },
                },
              },
            },
          },
        },
      },
    },
  });

const removeLeftovers = async (): Promise<void> => {
  // Numbers of the cases are fictitious ones, which other tests list too.
  await removeMatchingEntries(es, { source: CASES_SOURCE }, NOW_MS);
  await removeDocuments(es, CALLS_INDEX, { term: { 'vishing.site.id': SITE.id } });
  await removeDocuments(es, CASES_STREAM);
  const found = await es.indices.get({
    index: [`${alertsIndex(SPACE)}*`, `logs-*-${SPACE}`],
    expand_wildcards: 'all',
    allow_no_indices: true,
  });
  for (const index of Object.keys(found)) await es.indices.delete({ index });
};

beforeAll(async () => {
  await installContent(es);
  await removeLeftovers();
  await createAlertsIndex();
  await storeCases(es, [...staged.values()]);
  for (const rule of compiled.filter(({ type }) => type === 'threshold')) {
    const alerts = await runThresholdRule(es, rule, NOW_MS);
    await storeCountAlerts(es, { rule, alerts, spaceId: SPACE, nowMs: NOW_MS });
  }
}, 120_000);

afterAll(async () => {
  await removeLeftovers();
  await es.close();
}, 60_000);

/** The rows that name somebody of the case: the call's person, or the group or new term that a rule without calls found. */
const alertsOf = async (file: string, item: RuleCase): Promise<Row[]> => {
  const rule = ruleOf(file);
  const cast = staged.get(item)?.cast;
  if (rule.type === 'esql') {
    const ids = new Set(cast?.people.map(({ id }) => id));
    const rows = await runEsqlRule(es, rule, NOW_MS);
    return rows.filter((row) => ids.has(String(row['vishing.person.id'])));
  }
  const names = new Set(
    [...(cast?.actors.values() ?? [])].flatMap((actor): unknown[] => Object.values(actor))
  );
  const found: readonly object[] =
    rule.type === 'threshold'
      ? await runThresholdRule(es, rule, NOW_MS)
      : await runNewTermsRule(es, rule, NOW_MS);
  return found
    .map((group): Row => ({ ...group }))
    .filter((row) => Object.values(row).some((value) => names.has(value)));
};

describe.each(files)('$rule', ({ rule, cases }) => {
  it.each(cases)('$name', async (item) => {
    const alerts = await alertsOf(rule, item);
    if (item.name.startsWith('miss')) return expect(alerts).toEqual([]);
    expect(alerts).toHaveLength(1);
    return expect(alerts[0]).toEqual(expect.objectContaining(item.expect));
  });
});
