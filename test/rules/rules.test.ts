import { join } from 'node:path';
import { alertsIndex, CALLS_INDEX } from '../../common/constants';
import type { RuleException } from '../../common/model/exception';
import { loadDetectionContent } from '../../server/detection_content/load_detection_content';
import { resetSignalOf } from '../../server/knowledge';
import { compileRules } from '../../server/rules/compile_rules';
import { markTargets } from '../../server/targets/mark_targets';
import { installContent } from '../pipelines/pipeline_tester';
import { forgetTargets } from '../setup/forget_targets';
import { removeDocuments } from '../setup/remove_documents';
import { testClient } from '../setup/test_client';
import { createAlertsIndex } from './support/alerts_index';
import { createCasting, SITE } from './support/cast';
import { readCaseFiles, type RuleCase } from './support/case_file';
import { runNewTermsRule } from './support/run_new_terms';
import { storeAlerts, toCounted, toNewTerms } from './support/store_alerts';
import { runEsqlRule, runThresholdRule, type Row } from './support/run_rule';
import { askWhy, newestCallOf } from './support/ask_why';
import { inShort, readExpectations } from './support/why_expectations';
import { removeMatchingEntries } from '../../server/watchlist/remove_entries';
import {
  CASES_SOURCE,
  CASES_STREAM,
  fill,
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

const removeLeftovers = async (): Promise<void> => {
  // Numbers of the cases are fictitious ones, which other tests list too.
  await removeMatchingEntries(es, { source: CASES_SOURCE }, NOW_MS);
  await removeDocuments(es, CALLS_INDEX, { term: { 'vishing.site.id': SITE.id } });
  await removeDocuments(es, CASES_STREAM);
  await forgetTargets(es);
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
  await createAlertsIndex(es, alertsIndex(SPACE));
  await storeCases(es, [...staged.values()]);
  await markTargets({ es, signal: resetSignalOf(content), nowMs: NOW_MS });
  for (const rule of compiled.filter(({ type }) => type === 'threshold')) {
    const alerts = (await runThresholdRule(es, rule, NOW_MS)).map(toCounted);
    await storeAlerts(es, { rule, alerts, spaceId: SPACE, nowMs: NOW_MS });
  }
  for (const rule of compiled.filter(({ type }) => type === 'new_terms')) {
    const alerts = (await runNewTermsRule(es, rule, NOW_MS)).map(toNewTerms);
    await storeAlerts(es, { rule, alerts, spaceId: SPACE, nowMs: NOW_MS });
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
      : (await runNewTermsRule(es, rule, NOW_MS)).map(({ row }) => row);
  return found
    .map((group): Row => ({ ...group }))
    .filter((row) => Object.values(row).some((value) => names.has(value)));
};

describe.each(files)('$rule', ({ rule, cases }) => {
  it.each(cases)('$name', async (item) => {
    const alerts = await alertsOf(rule, item);
    if (item.name.startsWith('miss')) return expect(alerts).toEqual([]);
    expect(alerts).toHaveLength(1);
    const { cast } = staged.get(item) ?? {};
    const expected = cast ? fill(item.expect, cast) : item.expect;
    return expect(alerts[0]).toEqual(expect.objectContaining(expected as object));
  });
});

const DAY_MS = 86_400_000;

const excepted = (
  file: string,
  pair: Pick<RuleException, 'kind' | 'values'>,
  endsInMs = DAY_MS
): ReturnType<typeof ruleOf> => {
  const { rule_id: id } = ruleOf(file);
  const exception: RuleException = {
    ...{ ...pair, id: 'a0f7a0c5-3f5e-4b55-9d0c-6a8b1f0f9d11', reason: 'Test', created_by: 'test' },
    created: new Date().toISOString(),
    expires: new Date(Date.now() + endsInMs).toISOString(),
  };
  const rules = content.rules.filter(({ rule_id: ruleId }) => ruleId === id);
  const [rule] = compileRules({
    ...{ ...content, rules, spaceId: SPACE },
    exceptions: { [id]: [exception] },
  });
  if (!rule) throw new Error(`There is no rule ${file}.yml.`);
  return rule;
};

const REMOTE_TOOL = 'initial_access_external_call_then_remote_tool';

describe('an exception', () => {
  const hitOf = (file: string) => {
    const item = files
      .find(({ rule }) => rule === file)
      ?.cases.find(({ name }) => name.startsWith('hit'));
    const actor = item && staged.get(item)?.cast.actors.get('me');
    const number = item && staged.get(item)?.cast.numbers.get('a');
    if (!item || !actor || !number) throw new Error(`${file} has no hit of one person.`);
    return { item, actor, number };
  };
  const alerts = async (file: string, rule: ReturnType<typeof ruleOf>): Promise<number> => {
    const { id } = hitOf(file).actor;
    const rows = await runEsqlRule(es, rule, NOW_MS);
    return rows.filter((row) => row['vishing.person.id'] === id).length;
  };

  /** Rules over one call of one person, with the values that they ship with. */
  const joining = files
    .filter(({ rule, parameters, cases }) => {
      const hit = cases.find(({ name }) => name.startsWith('hit'));
      const cast = hit && staged.get(hit)?.cast;
      return (
        ruleOf(rule).type === 'esql' &&
        Object.keys(parameters).length === 0 &&
        cast?.actors.has('me') &&
        cast.numbers.has('a') &&
        !rule.startsWith('reconnaissance')
      );
    })
    .map(({ rule }) => rule);

  it.each(joining)(
    'of number and person silences %s for both only, and until it ends',
    async (file) => {
      const { actor, number } = hitOf(file);
      const kind = 'number_person';
      const pair = { kind, values: [number, actor.id] } as const;
      const other = { kind, values: [number, 'somebody else'] } as const;
      expect(await alerts(file, excepted(file, { ...pair, values: [...pair.values] }))).toBe(0);
      expect(await alerts(file, excepted(file, { ...other, values: [...other.values] }))).toBe(1);
      expect(await alerts(file, excepted(file, { ...pair, values: [...pair.values] }, -1000))).toBe(
        1
      );
    }
  );

  it.each([
    ['person_host', true],
    ['person_host', false],
    ['tool_team', true],
    ['tool_team', false],
  ] as const)('of %s looks at the event and at the call (both fit: %s)', async (kind, fits) => {
    const { actor } = hitOf(REMOTE_TOOL);
    const values: [string, string] =
      kind === 'person_host'
        ? [actor.id, fits ? actor.host : 'WS-0']
        : [fits ? 'anydesk.exe' : 'teamviewer.exe', 'cases'];
    expect(await alerts(REMOTE_TOOL, excepted(REMOTE_TOOL, { kind, values }))).toBe(fits ? 0 : 1);
  });
});

const explain = async (file: string, item: RuleCase): Promise<string | undefined> => {
  const callId = await newestCallOf(es, staged.get(item)?.cast.people ?? []);
  if (callId === undefined) return undefined;
  const { rule_id: ruleId } = ruleOf(file);
  return inShort(await askWhy(es, content, { ruleId, callId, spaceId: SPACE, nowMs: NOW_MS }));
};

describe.each([...readExpectations()])('why %s did not alert', (rule, expected) => {
  const cases = files.find((file) => file.rule === rule)?.cases ?? [];

  it.each([...expected])('%s', async (name, answer) => {
    const item = cases.find((candidate) => candidate.name === name);
    if (!item) throw new Error(`There is no case "${name}" of ${rule}.`);
    expect(await explain(rule, item)).toBe(answer);
  });

  it('finds nothing missing where it alerts', async () => {
    const [hit] = cases.filter((item) => item.name.startsWith('hit'));
    expect(hit && (await explain(rule, hit))).toBe('would_alert');
  });
});
