import { toCoverageMap } from '../../server/coverage/coverage_map';
import { content } from './shipped_content';

const { attack, coverage } = content;
const map = toCoverageMap(content);
const dataSetIds = coverage.data_sets.map(({ id }) => id);
const needs = [...map.rules, ...map.signals].flatMap(({ name, needs: own }) =>
  own.map((need) => ({ of: name, ...need }))
);

describe('the table of coverage', () => {
  it('has each data set, integration and analytic once', () => {
    for (const list of [coverage.data_sets, coverage.integrations, coverage.analytics]) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  it('knows the integration of every data set, and has no integration without one', () => {
    const used = new Set(coverage.data_sets.map(({ integration }) => integration));
    expect([...used].sort()).toEqual(coverage.integrations.map(({ id }) => id).sort());
  });

  it('gives every index pattern of rules and signals a data set; a new pattern needs a line in data_sets.yml', () => {
    const known = coverage.data_sets.flatMap(({ feeds }) => feeds.map(({ index }) => index));
    const patterns = needs
      .flatMap(({ indices }) => indices)
      .filter((index) => !index.startsWith('.alerts-security.alerts'));
    expect(patterns.filter((index) => !known.includes(index))).toEqual([]);
  });

  it('names both the field and its values of a feed that shares its index, or neither', () => {
    const feeds = coverage.data_sets.flatMap((dataSet) => dataSet.feeds);
    expect(feeds.filter(({ field, values }) => (field === undefined) !== !values)).toEqual([]);
  });

  it('finds for every need of a rule or signal where it can be met', () => {
    expect(needs.filter((need) => need.data_sets.length + need.rules.length === 0)).toEqual([]);
  });

  it('names techniques that the table of ATT&CK knows', () => {
    expect(map.techniques.filter(({ tactics }) => tactics.length === 0)).toEqual([]);
    expect(coverage.techniques.filter((id) => !attack.techniques[id])).toEqual([]);
  });

  it('names only data sets that there are as the data of a platform', () => {
    const named = coverage.analytics.flatMap(({ parts }) =>
      parts.flatMap(({ platform_data: id }) => (id === undefined ? [] : [id]))
    );
    expect(named.filter((id) => !dataSetIds.includes(id))).toEqual([]);
  });

  it('has the eight mutable elements of DET0245', () => {
    expect(coverage.analytics.flatMap(({ elements }) => elements)).toHaveLength(8);
  });
});

describe('what rules need', () => {
  const rule = (name: string) => map.rules.find((candidate) => candidate.name === name);

  it('leads from a rule that reads alerts to the rules that count for it', () => {
    const flood = rule('Mail flood');
    expect(rule('Mail flood, then an external call')?.needs).toMatchObject([
      { data_sets: ['calls'], rules: [] },
      { data_sets: [], rules: [flood?.rule_id] },
    ]);
    expect(rule('One caller tries many people')?.needs[1]?.rules).toEqual([
      rule('Caller with many people')?.rule_id,
    ]);
  });

  it('takes from an index that several data sets share only those that the rule reads elsewhere too', () => {
    expect(rule('External call, then Quick Assist full control')?.needs[1]?.data_sets).toEqual([
      'system.application',
    ]);
  });

  it('gives a technique that ATT&CK renamed both ids', () => {
    expect(map.techniques.find(({ id }) => id === 'T1656')).toMatchObject({
      renamed: 'T1684.001',
      tactics: ['Defense Evasion'],
    });
  });
});
