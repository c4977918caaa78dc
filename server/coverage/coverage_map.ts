import type {
  Coverage,
  CoveredRule,
  CoveredSignal,
  Need,
  Technique,
} from '../../common/api/coverage';
import { CALLS_INDEX } from '../../common/constants';
import type { AttackTable } from '../detection_content/attack';
import type { Rule } from '../rules/rule';
import type { Signal } from '../signals/signal';
import type { CoverageTable, DataSet } from './coverage_table';

/** The coverage of one version of the plugin, before any cluster was asked. */
export type CoverageMap = Omit<Coverage, 'data_sets'> & { readonly dataSets: readonly DataSet[] };

interface CoverageSources {
  readonly attack: AttackTable;
  readonly rules: readonly Rule[];
  readonly signals: readonly Signal[];
  readonly coverage: CoverageTable;
}

const ALERTS = '.alerts-security.alerts';
const SIGNAL = /\{\{signal\.([a-z]+\.[a-z0-9_]+)\./g;

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Ids of data sets that lie in these patterns: those with an index of their own first, since others only share it. */
const dataSetsIn = (indices: readonly string[], dataSets: readonly DataSet[]): string[] => {
  const withFeed = (isOwn: boolean): string[] =>
    dataSets
      .filter(({ feeds }) =>
        feeds.some(({ index, field }) => indices.includes(index) && (field === undefined || !isOwn))
      )
      .map(({ id }) => id);
  const own = withFeed(true);
  return own.length > 0 ? own : withFeed(false);
};

/** Rules whose alerts this one reads; all others where it names none, as one that sums up every alert. */
const feedersOf = (rule: Rule, { rules, signals }: CoverageSources): string[] => {
  const named = [...rule.query.matchAll(SIGNAL)].map(([, id]) => id);
  const ids = [
    ...signals.filter(({ id }) => named.includes(id)).flatMap((signal) => signal.building_blocks),
    ...rules.filter(({ rule_id: id }) => rule.query.includes(id)).map(({ rule_id: id }) => id),
  ];
  const others = rules.filter((other) => other !== rule).map(({ rule_id: id }) => id);
  return ids.length > 0 ? unique(ids) : others;
};

const toRule = (rule: Rule, sources: CoverageSources): CoveredRule => ({
  rule_id: rule.rule_id,
  catalogue: rule.catalogue,
  name: rule.name,
  building_block: rule.building_block,
  techniques: unique(rule.attack.flatMap(({ techniques }) => techniques)),
  needs: rule.required_data.map(({ name, any_of: indices }): Need => {
    const isAlerts = indices.some((index) => index.startsWith(ALERTS));
    return {
      ...{ name, indices },
      data_sets: dataSetsIn(indices, sources.coverage.data_sets),
      rules: isAlerts ? feedersOf(rule, sources) : [],
    };
  }),
});

const toSignal = (signal: Signal, { coverage }: CoverageSources): CoveredSignal => ({
  id: signal.id,
  name: signal.name,
  techniques: signal.attack,
  // It is shown around a call, so that without calls nobody sees it.
  needs: [
    {
      name: 'Calls',
      indices: [CALLS_INDEX],
      data_sets: dataSetsIn([CALLS_INDEX], coverage.data_sets),
      rules: [],
    },
    {
      name: signal.name,
      indices: signal.index,
      data_sets: dataSetsIn(signal.index, coverage.data_sets),
      rules: signal.building_blocks,
    },
  ],
});

const toTechnique = (id: string, { tactics, techniques, renamed }: AttackTable): Technique => ({
  id,
  name: techniques[id]?.name ?? id,
  tactics: (techniques[id]?.tactics ?? []).map((tactic) => tactics[tactic] ?? tactic),
  ...(renamed[id] === undefined ? {} : { renamed: renamed[id] }),
});

/** Puts together what the shipped rules and signals need, by data set instead of by index. */
export const toCoverageMap = (sources: CoverageSources): CoverageMap => {
  const { attack, coverage } = sources;
  const rules = sources.rules.map((rule) => toRule(rule, sources));
  const signals = sources.signals.map((signal) => toSignal(signal, sources));
  const named = [...rules, ...signals].flatMap(({ techniques }) => techniques).sort();
  return {
    attack_version: attack.version,
    strategy: coverage.strategy,
    integrations: coverage.integrations,
    dataSets: coverage.data_sets,
    rules,
    signals,
    techniques: unique([...coverage.techniques, ...named]).map((id) => toTechnique(id, attack)),
    analytics: coverage.analytics,
  };
};
