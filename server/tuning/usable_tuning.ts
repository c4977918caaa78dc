import { checkParameter } from '../../common/model/parameter';
import type { Tuning } from '../../common/model/tuning';
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

/** Everything that is wrong with values that a person wants to save, one sentence each. */
export const wrongValues = (rule: Rule, { values }: Tuning): string[] =>
  Object.entries(values).flatMap(([id, value]) => {
    const parameter = rule.parameters.find((candidate) => candidate.id === id);
    if (!parameter) return [`The rule has no parameter "${id}".`];
    const wrong = checkParameter(parameter, value);
    return wrong === undefined ? [] : [`${id}: ${wrong}`];
  });
