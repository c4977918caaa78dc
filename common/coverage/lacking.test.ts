import { alertsOf, buildCoverage, buildRule, needOf } from '../../test/builders/coverage';
import { lackingRules, waitingRules } from './lacking';

it('names what a rule lacks, and leaves out the rules that have all', () => {
  const coverage = buildCoverage({
    rules: [
      buildRule('ready'),
      buildRule('waits', { needs: [needOf('calls'), needOf('okta')] }),
      buildRule('either', { needs: [needOf('okta', 'calls')] }),
    ],
  });
  expect([...lackingRules(coverage)]).toEqual([['waits', ['okta']]]);
});

it('waits for the data of other products, and not for the first call', () => {
  const coverage = buildCoverage({
    data_sets: buildCoverage({}).data_sets.map((dataSet) => ({
      ...dataSet,
      feeds: dataSet.feeds.map((feed) => ({ ...feed, state: 'missing' as const })),
    })),
    rules: [
      buildRule('calls only', { needs: [needOf('calls')] }),
      buildRule('both', { needs: [needOf('calls'), needOf('okta')] }),
    ],
  });
  expect([...lackingRules(coverage)]).toEqual([
    ['calls only', ['calls']],
    ['both', ['calls', 'okta']],
  ]);
  expect([...waitingRules(coverage)]).toEqual([['both', ['okta']]]);
});

it('names of the rules that count for a rule only what those lack', () => {
  const coverage = buildCoverage({
    rules: [
      buildRule('counts', { building_block: true, needs: [needOf('calls'), needOf('okta')] }),
      buildRule('reads', { needs: [alertsOf('counts')] }),
    ],
  });
  expect(lackingRules(coverage).get('reads')).toEqual(['okta']);
});
