import type { Analytic, CoveredRule, Presence } from '../../common/api/coverage';
import {
  alertsOf,
  buildCoverage,
  buildDataSet,
  buildRule,
  buildSignal,
  needOf,
} from '../../test/builders/coverage';
import { gradeAnalytics, gradeTechniques } from './grade';
import { createWorld, type RuleRun, type Standing } from '../../common/coverage/world';

const standingOf = (
  rules: readonly CoveredRule[],
  runs: Readonly<Record<string, RuleRun>> | undefined,
  okta: Presence = 'missing'
): Standing[] => {
  const coverage = buildCoverage({
    rules: [...rules],
    data_sets: [buildDataSet('calls', 'present'), buildDataSet('okta', okta)],
  });
  const world = createWorld(coverage, runs ? { runs: new Map(Object.entries(runs)) } : {});
  return coverage.rules.map((rule) => world.standing(rule));
};

describe('how a rule stands', () => {
  const both = buildRule('a', { needs: [needOf('calls'), needOf('okta')] });
  const either = buildRule('a', { needs: [needOf('calls', 'okta')] });

  it.each<[string, CoveredRule, { run: RuleRun; okta: Presence; expected: Standing }]>([
    ['runs with all its data', both, { run: 'enabled', okta: 'present', expected: 'runs' }],
    ['is content with one of two', either, { run: 'enabled', okta: 'missing', expected: 'runs' }],
    ['lacks data, run or not', both, { run: 'disabled', okta: 'missing', expected: 'no_data' }],
    ['is as unknown as its data', both, { run: 'enabled', okta: 'unknown', expected: 'unknown' }],
    ['is disabled', both, { run: 'disabled', okta: 'present', expected: 'disabled' }],
    ['is not installed', both, { run: 'missing', okta: 'present', expected: 'missing' }],
  ])('it %s', (_name, rule, { run, okta, expected }) => {
    expect(standingOf([rule], { a: run }, okta)).toEqual([expected]);
  });

  it('is taken as running when Kibana did not say which rules run', () => {
    expect(standingOf([both], undefined, 'present')).toEqual(['runs']);
  });

  it('does not count records that lie where the rule does not look', () => {
    const rule = buildRule('a', { needs: [{ ...needOf('okta'), indices: ['filebeat-*'] }] });
    expect(standingOf([rule], { a: 'enabled' }, 'present')).toEqual(['no_data']);
  });

  describe('when it reads the alerts of a counting rule', () => {
    const counting = buildRule('b', { building_block: true, needs: [needOf('okta')] });
    const reading = buildRule('a', { needs: [needOf('calls'), alertsOf('b')] });

    it.each<[RuleRun, Presence, Standing]>([
      ['enabled', 'present', 'runs'],
      ['disabled', 'present', 'feeder_off'],
      ['missing', 'present', 'feeder_off'],
      ['enabled', 'missing', 'no_data'],
    ])('which is %s with its data %s, it is %s', (run, okta, expected) => {
      const [standing] = standingOf([reading, counting], { a: 'enabled', b: run }, okta);
      expect(standing).toBe(expected);
    });
  });

  it('comes to an end with rules that read the alerts of each other', () => {
    const one = buildRule('a', { needs: [alertsOf('b')] });
    const two = buildRule('b', { needs: [alertsOf('a')] });
    expect(standingOf([one, two], undefined)).toEqual(['no_data', 'no_data']);
  });
});

describe('the grade of a technique', () => {
  const good = buildRule('good');
  const bad = buildRule('bad', { needs: [needOf('okta')] });
  const seen = buildSignal('seen');
  const unseen = buildSignal('unseen', { needs: [needOf('okta')] });

  it.each([
    ['covered when all its rules run', [good], [], 'covered'],
    ['partly when one of them runs', [good, bad], [], 'partly'],
    ['blind when none runs', [bad], [], 'blind'],
    ['blind without any rule', [], [], 'blind'],
    ['partly when only the timeline shows its events', [bad], [seen], 'partly'],
    ['blind when not even the timeline does', [bad], [unseen], 'blind'],
    ['covered by rules, whatever the timeline lacks', [good], [unseen], 'covered'],
  ])('is %s', (_name, rules, signals, expected) => {
    const coverage = buildCoverage({ rules, signals });
    const [technique] = gradeTechniques(coverage, createWorld(coverage));
    expect(technique?.grade).toBe(expected);
  });

  it('counts rules for the techniques below it, and no rule that only counts for others', () => {
    const coverage = buildCoverage({
      techniques: [{ id: 'T1219', name: 'Remote Access Tools', tactics: [] }],
      rules: [
        buildRule('below', { techniques: ['T1219.002'] }),
        buildRule('other', { techniques: ['T1219'], building_block: true }),
        buildRule('near', { techniques: ['T12190'] }),
      ],
    });
    const [technique] = gradeTechniques(coverage, createWorld(coverage));
    expect(technique?.rules.map(({ rule }) => rule.rule_id)).toEqual(['below']);
  });
});

describe('the grade of an analytic', () => {
  const analytic = (...parts: Analytic['parts']): Analytic => ({
    ...{ id: 'AN0683', platform: 'macOS', meaning: 'm', log_source: 's', elements: [] },
    parts,
  });
  const D1 = buildRule('one', { catalogue: 'D1' });
  const D2 = buildRule('two', { needs: [needOf('okta')] });
  const covered = { name: 'covered', rules: ['D1'] };
  const blind = { name: 'blind', rules: ['D2', 'D99'] };

  it.each([
    ['covered when all parts are', [covered, { name: 'too', rules: ['D1'] }], 'covered'],
    ['partly when parts differ', [covered, blind], 'partly'],
    ['partly when a part is', [{ name: 'partly', rules: ['D1', 'D2'] }], 'partly'],
    ['blind when all parts are', [blind, { name: 'none', rules: [] }], 'blind'],
    ['blind without the data of its platform', [{ ...covered, platform_data: 'okta' }], 'blind'],
    ['covered with the data of its platform', [{ ...covered, platform_data: 'calls' }], 'covered'],
  ])('is %s', (_name, parts, expected) => {
    const coverage = buildCoverage({ rules: [D1, D2], analytics: [analytic(...parts)] });
    expect(gradeAnalytics(coverage, createWorld(coverage))[0]?.grade).toBe(expected);
  });
});
