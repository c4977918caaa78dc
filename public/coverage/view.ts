import type { Coverage, CoveredDataSet } from '../../common/api/coverage';
import {
  gradeAnalytics,
  gradeTechniques,
  isRunning,
  type GradedAnalytic,
  type GradedTechnique,
  type StandingRule,
} from './grade';
import { rankIntegrations, type NextStep } from './next_integration';
import { createWorld, type RuleRun, type World } from '../../common/coverage/world';

/** Everything that the parts of the page show. */
export interface CoverageView {
  readonly coverage: Coverage;
  readonly world: World;
  readonly techniques: readonly GradedTechnique[];
  readonly analytics: readonly GradedAnalytic[];
  /** Rules that alert, those that only count left out. */
  readonly rules: readonly StandingRule[];
  readonly running: number;
  /** Rules with all their data that do not run. */
  readonly idle: readonly StandingRule[];
  readonly steps: readonly NextStep[];
  /** Data sets that rules or signals read. */
  readonly dataSets: readonly CoveredDataSet[];
}

const IDLE: ReadonlySet<string> = new Set(['missing', 'disabled', 'feeder_off']);

/** @param runs absent when Kibana did not say which rules run */
export const toView = (
  coverage: Coverage,
  runs: ReadonlyMap<string, RuleRun> | undefined
): CoverageView => {
  const world = createWorld(coverage, { runs });
  const rules = coverage.rules
    .filter((rule) => !rule.building_block)
    .map((rule) => ({ rule, standing: world.standing(rule) }));
  const read = new Set(
    [...coverage.rules, ...coverage.signals].flatMap(({ needs }) =>
      needs.flatMap((need) => need.data_sets)
    )
  );
  return {
    ...{ coverage, world, rules },
    techniques: gradeTechniques(coverage, world),
    analytics: gradeAnalytics(coverage, world),
    running: rules.filter(isRunning).length,
    idle: rules.filter(({ standing }) => IDLE.has(standing)),
    steps: rankIntegrations(coverage),
    dataSets: coverage.data_sets.filter(({ id }) => read.has(id)),
  };
};

/** Names of data sets by their ids, with the integration where the name alone says little. */
export const dataSetNames = (coverage: Coverage, ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const dataSet = coverage.data_sets.find((candidate) => candidate.id === id);
    return dataSet ? [nameOf(coverage, dataSet)] : [];
  });

/** `Process starts (Elastic Defend)`. */
export const nameOf = (
  { integrations }: Coverage,
  { name, integration }: Pick<CoveredDataSet, 'name' | 'integration'>
): string => {
  const by = integrations.find(({ id }) => id === integration)?.name ?? integration;
  return `${name} (${by})`;
};
