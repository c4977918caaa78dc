import { checkParameter } from '../../common/model/parameter';
import { toSeconds } from '../../common/model/duration';
import { checkInterval, type Tuning } from '../../common/model/tuning';
import type { Rule } from '../rules/rule';

export interface UsableTuning {
  readonly tuning: Tuning;
  /** Why a saved value is left out, one sentence each. */
  readonly dropped: readonly string[];
}

/**
 * The saved values that this version of the rule takes: an upgrade may have removed a parameter or narrowed its limits,
 * and one value that does not fit must not stop the rule.
 */
export const usableTuning = (rule: Rule, { values, settings }: Tuning): UsableTuning => {
  const kept: [string, Tuning['values'][string]][] = [];
  const dropped: string[] = [];
  for (const [id, value] of Object.entries(values)) {
    const parameter = rule.parameters.find((candidate) => candidate.id === id);
    const wrong = parameter && checkParameter(parameter, value);
    if (!parameter) dropped.push(`This version of the rule has no parameter "${id}".`);
    else if (wrong === undefined) kept.push([id, value]);
    else dropped.push(`The saved value of "${id}" is not used: ${wrong}`);
  }
  return { tuning: { values: Object.fromEntries(kept), settings }, dropped };
};

/** A rule that counts looks back over its window only: run less often, it would not see what lies between two windows. */
const wrongInterval = (rule: Rule, { values, settings }: Tuning): string[] => {
  const { interval } = settings;
  if (interval === undefined) return [];
  const wrong = checkInterval(interval);
  if (wrong !== undefined) return [`Interval: ${wrong}`];
  const window = rule.parameters.find(({ det0245 }) => det0245 === 'TimeWindow');
  if (rule.type !== 'threshold' || window?.type !== 'duration') return [];
  const length = String(values[window.id] ?? window.default);
  return toSeconds(interval) <= toSeconds(length)
    ? []
    : [`Interval: this rule counts over ${length}, so it has to run at least that often.`];
};

/** Everything that is wrong with values that a person wants to save, one sentence each. */
export const wrongValues = (rule: Rule, tuning: Tuning): string[] => {
  const wrong = wrongParameters(rule, tuning);
  return wrong.length > 0 ? wrong : wrongInterval(rule, tuning);
};

const wrongParameters = (rule: Rule, { values }: Tuning): string[] =>
  Object.entries(values).flatMap(([id, value]) => {
    const parameter = rule.parameters.find((candidate) => candidate.id === id);
    if (!parameter) return [`The rule has no parameter "${id}".`];
    const wrong = checkParameter(parameter, value);
    return wrong === undefined ? [] : [`${id}: ${wrong}`];
  });
