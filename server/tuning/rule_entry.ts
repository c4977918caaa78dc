import type { RuleDetails, RuleEntry } from '../../common/api/rules';
import type { CompiledRule } from '../../common/api/setup';
import type { Tuning } from '../../common/model/tuning';
import type { AttackTable } from '../detection_content/attack';
import { VishingError } from '../errors';
import type { Rule } from '../rules/rule';
import { tuningInForce } from './tuning_in_force';
import { withExceptionsOf, type StoredTuning } from './tuning_store';
import { usableTuning } from './usable_tuning';

/** What one space knows of the shipped rules. */
export interface RuleShelf {
  readonly definitions: readonly Rule[];
  readonly attack: AttackTable;
  /** @param rules those to compile; all that are shipped when absent */
  compile(tuning: ReadonlyMap<string, Tuning>, rules?: readonly Rule[]): CompiledRule[];
}

const attackOf = (rule: Rule, { tactics, techniques }: AttackTable): RuleEntry['attack'] =>
  rule.attack.map(({ tactic, techniques: ids }) => ({
    tactic: { id: tactic, name: tactics[tactic] ?? tactic },
    techniques: ids.map((id) => ({ id, name: techniques[id]?.name ?? id })),
  }));

/** @throws VishingError `not_found` */
export const findRule = ({ definitions }: RuleShelf, ruleId: string): Rule => {
  const rule = definitions.find(({ rule_id: id }) => id === ruleId);
  if (rule) return rule;
  throw new VishingError(
    'not_found',
    `This version of the plugin ships no rule with the id ${ruleId}.`
  );
};

/** One rule with these values. @throws ContentError for a value outside its limits */
export const compileOne = (shelf: RuleShelf, rule: Rule, tuning: Tuning): CompiledRule => {
  const [compiled] = shelf.compile(new Map([[rule.rule_id, tuning]]), [rule]);
  if (compiled) return compiled;
  throw new Error(`The rule ${rule.file} was not compiled.`);
};

/** Every rule as the list shows it. @param saved what the space changed, by rule id */
export const toEntries = (
  shelf: RuleShelf,
  saved: ReadonlyMap<string, StoredTuning>
): RuleEntry[] => {
  const usable = new Map(
    shelf.definitions.map((rule) => [
      rule.rule_id,
      usableTuning(rule, saved.get(rule.rule_id)?.tuning ?? { values: {}, settings: {} }),
    ])
  );
  const compiled = shelf.compile(tuningInForce(shelf.definitions, saved));
  return shelf.definitions.flatMap((rule) => {
    const { rule_id: id } = rule;
    const own = usable.get(id);
    const ready = compiled.find((candidate) => candidate.rule_id === id);
    const exceptions = saved.get(id)?.exceptions ?? [];
    return own && ready ? [toEntry(rule, { shelf, compiled: ready, exceptions, ...own })] : [];
  });
};

const toEntry = (
  rule: Rule,
  {
    shelf,
    compiled,
    exceptions,
    tuning,
    dropped,
  }: {
    shelf: RuleShelf;
    compiled: CompiledRule;
    exceptions: StoredTuning['exceptions'];
    tuning: Tuning;
    dropped: readonly string[];
  }
): RuleEntry => ({
  rule_id: rule.rule_id,
  catalogue: rule.catalogue,
  name: rule.name,
  description: rule.description,
  version: rule.version,
  type: rule.type,
  enabled: rule.enabled,
  building_block: rule.building_block,
  risk_score: rule.risk_score,
  severity: rule.severity,
  interval: rule.interval,
  attack: attackOf(rule, shelf.attack),
  required_data: rule.required_data,
  parameters: rule.parameters,
  tuning,
  dropped: [...dropped],
  exception_ends: exceptions.map(({ expires }) => expires),
  compiled,
});

/** One rule in full. */
export const toDetails = (shelf: RuleShelf, rule: Rule, stored: StoredTuning): RuleDetails => {
  const usable = usableTuning(rule, stored.tuning);
  const compiled = compileOne(shelf, rule, withExceptionsOf(stored, usable.tuning));
  return {
    ...toEntry(rule, { shelf, compiled, exceptions: stored.exceptions, ...usable }),
    false_positives: rule.false_positives,
    known_gaps: rule.known_gaps,
    guide: rule.note,
    history: stored.history,
    exceptions: stored.exceptions,
    token: stored.token,
  };
};
