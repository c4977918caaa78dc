import { toSeconds } from '../../common/model/duration';
import type { ParameterValue } from '../../common/model/parameter';
import type { Rule } from './rule';

/** The longest call that a rule must not miss: its record is written when it ends. */
export const LONGEST_CALL_SECONDS = 2 * 3600;
/** From the end of a call until its record has arrived and is resolved. */
export const RECORD_DELAY_SECONDS = 30 * 60;

type Values = ReadonlyMap<string, ParameterValue>;

/** Sum of the rule's `TimeWindow` parameters: windows before and after the call add up. */
const timeWindowSeconds = (rule: Rule, values: Values): number =>
  rule.parameters
    .filter(({ type, det0245 }) => type === 'duration' && det0245 === 'TimeWindow')
    .reduce((sum, { id }) => sum + toSeconds(String(values.get(id))), 0);

/**
 * How far back a joining rule must look so that a late call record still finds its event: the time window between call
 * and event, the longest call, the delay of its record, and the pause between two runs.
 */
export const neededLookBackSeconds = (rule: Rule, values: Values): number =>
  timeWindowSeconds(rule, values) +
  LONGEST_CALL_SECONDS +
  RECORD_DELAY_SECONDS +
  toSeconds(rule.interval);

/**
 * The look-back to use. A rule that counts counts over its whole look-back, so its window is the look-back; a joining rule
 * has its own, or a wider one where a tuned window needs it.
 */
export const lookBackOf = (rule: Rule, values: Values): string => {
  const window = timeWindowSeconds(rule, values);
  if (rule.type === 'threshold' && window > 0) return `now-${Math.round(window / 60)}m`;
  const needed = rule.type === 'esql' && window > 0 ? neededLookBackSeconds(rule, values) : 0;
  return toSeconds(rule.from.slice('now-'.length)) >= needed
    ? rule.from
    : `now-${Math.ceil(needed / 60)}m`;
};
