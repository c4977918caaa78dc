import { buildCoverage, buildRule, needOf } from '../../test/builders/coverage';
import { lackingRules } from './lacking';

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
