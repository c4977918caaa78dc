import type {
  Coverage,
  CoveredDataSet,
  CoveredRule,
  CoveredSignal,
  Integration,
  Technique,
} from '../../common/api/coverage';
import { GRADES, gradeTechniques } from './grade';
import { createWorld, type World } from '../../common/coverage/world';

/** What would change if one integration delivered all its data sets. */
export interface NextStep {
  readonly integration: Integration;
  /** Its data sets that rules or signals read and that have no records. */
  readonly missing: readonly CoveredDataSet[];
  /** Rules that would have all their data. */
  readonly completed: readonly CoveredRule[];
  /** Techniques that would go from blind to partly, or from partly to covered. */
  readonly improved: readonly Technique[];
  /** Rules that would still lack something, but less. */
  readonly nearer: readonly CoveredRule[];
  /** Kinds of events that the call's timeline would show. */
  readonly shown: readonly CoveredSignal[];
}

const unmet = (rule: CoveredRule, world: World): number =>
  rule.needs.filter((need) => world.needPresence(need) !== 'present').length;

const stepOf = (
  coverage: Coverage,
  integration: Integration,
  missing: readonly CoveredDataSet[]
): NextStep => {
  const before = createWorld(coverage);
  const after = createWorld(coverage, { added: new Set(missing.map(({ id }) => id)) });
  const gains = (item: CoveredRule | CoveredSignal): boolean =>
    before.presence(item) !== 'present' && after.presence(item) === 'present';
  const alerting = coverage.rules.filter((rule) => !rule.building_block);
  const now = gradeTechniques(coverage, before);
  return {
    ...{ integration, missing },
    completed: alerting.filter(gains),
    improved: gradeTechniques(coverage, after)
      .filter(
        ({ grade }, index) => GRADES.indexOf(grade) < GRADES.indexOf(now[index]?.grade ?? 'covered')
      )
      .map(({ technique }) => technique),
    nearer: alerting.filter((rule) => !gains(rule) && unmet(rule, after) < unmet(rule, before)),
    shown: coverage.signals.filter(gains),
  };
};

/**
 * Integrations that would help, the most helpful first: by rules completed, then techniques improved, rules brought nearer,
 * and events shown. It is measured as if every rule ran, since switching rules on is another step than bringing data.
 */
export const rankIntegrations = (coverage: Coverage): NextStep[] => {
  const world = createWorld(coverage);
  const read = new Set(
    [...coverage.rules, ...coverage.signals].flatMap(({ needs }) =>
      needs.flatMap((need) => need.data_sets)
    )
  );
  return coverage.integrations
    .map((integration) =>
      stepOf(
        coverage,
        integration,
        coverage.data_sets.filter(
          ({ id, integration: own }) =>
            own === integration.id && read.has(id) && world.dataSetPresence(id) === 'missing'
        )
      )
    )
    .filter(({ completed, improved, nearer, shown }) =>
      [completed, improved, nearer, shown].some((gain) => gain.length > 0)
    )
    .sort(
      (a, b) =>
        b.completed.length - a.completed.length ||
        b.improved.length - a.improved.length ||
        b.nearer.length - a.nearer.length ||
        b.shown.length - a.shown.length ||
        a.integration.name.localeCompare(b.integration.name)
    );
};
