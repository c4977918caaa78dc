import type { RuleActivity, RuleEntry } from '../../../common/api/rules';
import type { InstalledRule } from '../../../common/detection_engine/client';
import { ruleState } from '../../../common/detection_engine/install_rules';
import { canStart, isWaiting, offered } from '../../../common/detection_engine/waiting';
import type { CompiledRule } from '../../../common/api/setup';

/**
 * How a shipped rule stands in the Detection Engine: `waiting` switched off because its data was not there when it was
 * installed, `unknown` when that could not be asked.
 */
export type RowState =
  'missing' | 'outdated' | 'edited' | 'enabled' | 'disabled' | 'waiting' | 'unknown';

export interface LastRun {
  /** ISO instant. */
  readonly date: string;
  /** Kibana's own word, such as `succeeded`, `partial failure` or `failed`. */
  readonly status: string;
  readonly message: string;
}

/** One line of the list of rules. */
export interface RuleRow {
  readonly entry: RuleEntry;
  readonly state: RowState;
  readonly installed?: InstalledRule;
  readonly lastRun?: LastRun;
  readonly activity?: RuleActivity;
  /** Names of the data that the rule needs and that had no record lately. */
  readonly lacks: readonly string[];
  /** The rule as it is to be installed: switched off where its data is missing. */
  readonly offer: CompiledRule;
}

/** What is known about the data of rules, by their ids. */
export interface RuleData {
  readonly lacking?: ReadonlyMap<string, readonly string[]>;
  readonly waiting?: ReadonlyMap<string, readonly string[]>;
}

const stateOf = (entry: RuleEntry, installed: InstalledRule | undefined): RowState => {
  const state = ruleState(entry.compiled, installed);
  if (state !== 'current') return state;
  if (installed?.enabled) return 'enabled';
  return installed && isWaiting(installed) ? 'waiting' : 'disabled';
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What Kibana says of a rule's last run; undefined when it never ran. */
export const lastRunOf = (rule: InstalledRule | undefined): LastRun | undefined => {
  const summary = rule?.execution_summary as { last_execution?: Record<string, unknown> } | null;
  const last = summary?.last_execution;
  const date = text(last?.date);
  return date === ''
    ? undefined
    : { date, status: text(last?.status), message: text(last?.message) };
};

/** @param installed our rules in Kibana; undefined when they could not be read */
export const toRows = (
  entries: readonly RuleEntry[],
  installed: readonly InstalledRule[] | undefined,
  activity: readonly RuleActivity[],
  { lacking, waiting }: RuleData = {}
): RuleRow[] =>
  entries.map((entry) => {
    const present = installed?.find(({ rule_id: id }) => id === entry.rule_id);
    return {
      entry,
      state: installed === undefined ? 'unknown' : stateOf(entry, present),
      installed: present,
      lastRun: lastRunOf(present),
      activity: activity.find(({ rule_id: id }) => id === entry.rule_id),
      lacks: lacking?.get(entry.rule_id) ?? [],
      // Where it is not known which data is there, the rule stays as it ships.
      offer: waiting ? offered(entry.compiled, waiting.get(entry.rule_id) ?? []) : entry.compiled,
    };
  });

/** Share (0 to 1) of the closed alerts that were closed as false positives; undefined when none was closed. */
export const falsePositiveShare = (activity: RuleActivity | undefined): number | undefined =>
  activity && activity.closed > 0 ? activity.false_positives / activity.closed : undefined;

/** Numbers of the catalogue in their order: D2 before D10. */
export const byCatalogue = (a: RuleRow, b: RuleRow): number =>
  Number(a.entry.catalogue.slice(1)) - Number(b.entry.catalogue.slice(1)) ||
  a.entry.name.localeCompare(b.entry.name);

/** Whether a rule that waited for data has it now. */
export const isReady = ({ offer, installed }: RuleRow): boolean =>
  installed !== undefined && canStart(offer, installed);
