import { toSeconds } from '../../common/model/duration';
import { ContentError } from '../detection_content/content_error';
import { joinCalls } from '../joins/calls_on_day';
import type { Rule, RuleCalls } from './rule';

const PLACEHOLDER = '{{calls}}';

/** The most that the parameters may come to, so that the query stays the same whatever they are set to. */
const mostSeconds = ({ parameters, file }: Rule, ids: readonly string[]): number =>
  ids.reduce((sum, id) => {
    const parameter = parameters.find((candidate) => candidate.id === id);
    if (parameter?.type !== 'duration')
      throw new ContentError(file, `calls: ${id} is no parameter with a length of time`);
    return sum + toSeconds(parameter.max);
  }, 0);

const commandsOf = (rule: Rule, { of, before, after, lasting }: RuleCalls): string =>
  joinCalls(of, {
    from: lasting === undefined ? 'vishing.signal_time' : 'vishing.signal_start',
    to: 'vishing.signal_time',
    secondsBefore: mostSeconds(rule, before),
    secondsAfter: mostSeconds(rule, after),
    secondsBetween: lasting === undefined ? 0 : toSeconds(lasting),
  });

/**
 * The rule with the commands that find the calls in the place of `{{calls}}`, as `calls` describes them.
 * @throws ContentError when there is one without the other
 */
export const expandCalls = (rule: Rule): Rule => {
  const calls = rule.type === 'esql' ? rule.calls : undefined;
  if (rule.query.includes(PLACEHOLDER) !== (calls !== undefined))
    throw new ContentError(rule.file, `calls: and ${PLACEHOLDER} in the query need each other`);
  return calls
    ? { ...rule, query: rule.query.replace(PLACEHOLDER, commandsOf(rule, calls)) }
    : rule;
};
