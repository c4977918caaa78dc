import type { RuleEntry } from '../../../common/api/rules';
import type { InstalledRule } from '../../../common/detection_engine/client';
import { CONTENT_META_KEY, ruleContentHash } from '../../../common/detection_engine/rule_content';
import { offered } from '../../../common/detection_engine/waiting';
import { byCatalogue, falsePositiveShare, isReady, lastRunOf, toRows } from './rule_rows';

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

describe('a rule that was installed without its data', () => {
  const waiting = { ...offered(compiled('FROM a'), ['Mails']), id: 'i1', revision: 0 };
  const rowWith = (data: Parameters<typeof toRows>[3]) => toRows([entry()], [waiting], [], data)[0];

  it('waits', () => {
    expect(stateOf(entry(), [waiting])).toBe('waiting');
  });

  it.each([
    ['ready once the data is there', new Map(), true],
    ['not ready without it', new Map([['r1', ['Mails']]]), false],
    ['not ready while nobody knows which data is there', undefined, false],
  ])('is %s', (_name, data, expected) => {
    const row = rowWith({ waiting: data });
    expect(row && isReady(row)).toBe(expected);
  });
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
