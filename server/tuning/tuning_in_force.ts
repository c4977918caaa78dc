import type { Tuning } from '../../common/model/tuning';
import type { Rule } from '../rules/rule';
import { withExceptionsOf, type StoredTuning } from './tuning_store';
import { usableTuning } from './usable_tuning';

/**
 * What rules are compiled with in a space, by rule id: the saved values as far as this version takes them, and exceptions.
 * A rule that the space never changed is not in it.
 */
export const tuningInForce = (
  definitions: readonly Rule[],
  saved: ReadonlyMap<string, StoredTuning>
): Map<string, Tuning> =>
  new Map(
    definitions.flatMap((rule): [string, Tuning][] => {
      const stored = saved.get(rule.rule_id);
      if (!stored) return [];
      return [[rule.rule_id, withExceptionsOf(stored, usableTuning(rule, stored.tuning).tuning)]];
    })
  );
