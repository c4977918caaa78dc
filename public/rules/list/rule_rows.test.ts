import type { RuleEntry } from '../../../common/api/rules';
import type { InstalledRule } from '../../../common/detection_engine/client';
import { CONTENT_META_KEY, ruleContentHash } from '../../../common/detection_engine/rule_content';
import { byCatalogue, falsePositiveShare, lastRunOf, toRows } from './rule_rows';

const compiled = (query: string) => {
  const rule = {
    ...{ rule_id: 'r1', name: 'Rule', version: 1, enabled: true, tags: ['Vishing'], query },
    type: 'esql' as const,
  };
  return { ...rule, meta: { [CONTENT_META_KEY]: ruleContentHash(rule) } };
};
const entry = (query = 'FROM a', catalogue = 'D2'): RuleEntry =>
  ({ rule_id: 'r1', name: 'Rule', catalogue, compiled: compiled(query) }) as unknown as RuleEntry;
const installed = (changes: Partial<InstalledRule> = {}): InstalledRule => ({
  ...compiled('FROM a'),
  ...{ id: 'i1', revision: 0 },
  ...changes,
});
const stateOf = (rule: RuleEntry, present: readonly InstalledRule[] | undefined) =>
  toRows([rule], present, [])[0]?.state;

it.each([
  ['missing when Kibana does not have it', entry(), []],
  ['enabled', entry(), [installed()]],
  ['disabled', entry(), [installed({ enabled: false })]],
  ['outdated when tuning or a new version changed it', entry('FROM b'), [installed()]],
  ['edited when somebody changed it in Kibana', entry(), [installed({ query: 'FROM mine' })]],
  ['unknown when Kibana could not be asked', entry(), undefined],
] as const)('a rule is %s', (expected, rule, present) => {
  expect(stateOf(rule, present)).toBe(expected.split(' ')[0]);
});

it('a rule that never ran has no last run', () => {
  expect(lastRunOf(installed())).toBeUndefined();
  expect(
    lastRunOf(installed({ execution_summary: { last_execution: { date: 'x', status: 'failed' } } }))
  ).toEqual({ date: 'x', status: 'failed', message: '' });
});

it('the share of false positives counts closed alerts only', () => {
  const activity = { rule_id: 'r1', alerts: 10, closed: 4, false_positives: 1, days: [] };
  expect(falsePositiveShare(activity)).toBe(0.25);
  expect(falsePositiveShare({ ...activity, closed: 0 })).toBeUndefined();
});

it('rules stand in the order of the catalogue', () => {
  const rows = toRows([entry('a', 'D10'), entry('a', 'D2')], undefined, []);
  expect(rows.sort(byCatalogue).map(({ entry: { catalogue } }) => catalogue)).toEqual([
    'D2',
    'D10',
  ]);
});
