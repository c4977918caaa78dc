import type {
  CoveredDataSet,
  Coverage,
  CoveredRule,
  CoveredSignal,
  Need,
  Presence,
} from '../api/coverage';

/** How a rule stands in Kibana. */
export type RuleRun = 'enabled' | 'disabled' | 'missing';

/**
 * What keeps a rule from finding anything, first things first: `no_data` its data has no records, `unknown` that could not
 * be asked, `missing` and `disabled` it does not run in Kibana, `feeder_off` the rules that count for it do not run.
 */
export type Standing = 'runs' | 'no_data' | 'unknown' | 'missing' | 'disabled' | 'feeder_off';

export interface WorldOptions {
  /** By rule id; undefined when Kibana did not say, and then every rule is taken as running. */
  readonly runs?: ReadonlyMap<string, RuleRun>;
  /** Ids of data sets that are taken as present, to see what they would change. */
  readonly added?: ReadonlySet<string>;
}

/** What a cluster has, and what follows from it for rules and signals. */
export interface World {
  dataSetPresence(id: string): Presence;
  needPresence(need: Need): Presence;
  /** Whether all the data of a rule or signal is there. */
  presence(item: CoveredRule | CoveredSignal): Presence;
  standing(rule: CoveredRule): Standing;
}

const BEST: readonly Presence[] = ['present', 'unknown', 'missing'];

const best = (states: readonly Presence[]): Presence =>
  BEST.find((state) => states.includes(state)) ?? 'missing';
const worst = (states: readonly Presence[]): Presence =>
  [...BEST].reverse().find((state) => states.includes(state)) ?? 'present';

const presenceIn = (dataSet: CoveredDataSet | undefined, indices?: readonly string[]): Presence =>
  best(
    (dataSet?.feeds ?? [])
      .filter(({ index }) => indices === undefined || indices.includes(index))
      .map(({ state }) => state)
  );

/** Answers questions about one cluster; with `added`, about the same cluster with more data. */
export const createWorld = (
  { data_sets: dataSets, rules }: Coverage,
  { runs, added = new Set() }: WorldOptions = {}
): World => {
  const dataSetById = new Map(dataSets.map((dataSet) => [dataSet.id, dataSet]));
  const ruleById = new Map(rules.map((rule) => [rule.rule_id, rule]));
  const runOf = (id: string): RuleRun => (runs ? (runs.get(id) ?? 'missing') : 'enabled');

  /** @param path rules on the way here: a rule that reads its own alerts gains nothing by them */
  const ruleData = (rule: { needs: readonly Need[] }, path: readonly unknown[]): Presence =>
    worst(rule.needs.map((need) => needData(need, [...path, rule])));
  const feeders = (need: Need, path: readonly unknown[]): CoveredRule[] =>
    need.rules.flatMap((id) => {
      const feeder = ruleById.get(id);
      return feeder && !path.includes(feeder) ? [feeder] : [];
    });
  const needData = (need: Need, path: readonly unknown[]): Presence =>
    best([
      ...need.data_sets.map((id) =>
        added.has(id) ? 'present' : presenceIn(dataSetById.get(id), need.indices)
      ),
      ...feeders(need, path).map((feeder) => ruleData(feeder, path)),
    ]);

  const isFed = (need: Need, rule: CoveredRule): boolean =>
    need.rules.length === 0 ||
    feeders(need, [rule]).some(
      (feeder) => ruleData(feeder, [rule]) === 'present' && runOf(feeder.rule_id) === 'enabled'
    );

  return {
    dataSetPresence: (id) => (added.has(id) ? 'present' : presenceIn(dataSetById.get(id))),
    needPresence: (need) => needData(need, []),
    presence: (item) => ruleData(item, []),
    standing: (rule) => {
      const data = ruleData(rule, []);
      if (data !== 'present') return data === 'missing' ? 'no_data' : 'unknown';
      const run = runOf(rule.rule_id);
      if (run !== 'enabled') return run;
      return rule.needs.every((need) => isFed(need, rule)) ? 'runs' : 'feeder_off';
    },
  };
};
