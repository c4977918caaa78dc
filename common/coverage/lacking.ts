import type { Coverage, CoveredRule } from '../api/coverage';
import { createWorld, type World, type WorldOptions } from './world';

/** Days in which data must have had a record to count as there. */
export const DATA_DAYS = 14;
const DAY_MS = 86_400_000;

/** The range in which data counts as there, as ISO instants. @param nowMs epoch milliseconds */
export const dataRange = (nowMs: number): { readonly from: string; readonly to: string } => ({
  from: new Date(nowMs - DATA_DAYS * DAY_MS).toISOString(),
  to: new Date(nowMs).toISOString(),
});

/** Calls come by this plugin itself, so that a rule need not wait for the first of them. */
const OWN_DATA: WorldOptions = { added: new Set(['calls']) };

/** Names of the data that a rule lacks; where it reads the alerts of counting rules, of what those lack. */
export const lackedBy = (rule: CoveredRule, coverage: Coverage, world: World): string[] =>
  rule.needs
    .filter((need) => world.needPresence(need) === 'missing')
    .flatMap((need) => {
      const counting = coverage.rules.filter(
        ({ rule_id: id, building_block: isCounting }) => isCounting && need.rules.includes(id)
      );
      const needs = counting.length > 0 ? counting.flatMap((feeder) => feeder.needs) : [need];
      return needs.filter((each) => world.needPresence(each) === 'missing').map(({ name }) => name);
    });

/** By rule id, the names of the data without which the rule finds nothing; a rule that has all is not in it. */
export const lackingRules = (
  coverage: Coverage,
  options?: WorldOptions
): Map<string, readonly string[]> => {
  const world = createWorld(coverage, options);
  return new Map(
    coverage.rules.flatMap((rule) => {
      const lacked = [...new Set(lackedBy(rule, coverage, world))];
      return lacked.length > 0 ? [[rule.rule_id, lacked]] : [];
    })
  );
};

/** As `lackingRules`, of the data of other products only: what a rule waits for before it is switched on. */
export const waitingRules = (coverage: Coverage): Map<string, readonly string[]> =>
  lackingRules(coverage, OWN_DATA);
