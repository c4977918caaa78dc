import type {
  Analytic,
  Coverage,
  CoveredRule,
  CoveredSignal,
  Presence,
  Technique,
} from '../../common/api/coverage';
import type { Standing, World } from '../../common/coverage/world';

/**
 * `covered`: every shipped rule for it has its data and runs. `partly`: some do, or none does and the call's timeline at
 * least shows its events. `blind`: neither.
 */
export type Grade = 'covered' | 'partly' | 'blind';
export const GRADES: readonly Grade[] = ['covered', 'partly', 'blind'];

export interface StandingRule {
  readonly rule: CoveredRule;
  readonly standing: Standing;
}

export interface SeenSignal {
  readonly signal: CoveredSignal;
  readonly presence: Presence;
}

export interface Graded {
  readonly grade: Grade;
  /** Rules that alert; those that only count for others are left out. */
  readonly rules: readonly StandingRule[];
  readonly signals: readonly SeenSignal[];
}

export interface GradedTechnique extends Graded {
  readonly technique: Technique;
}

export interface GradedPart extends Graded {
  readonly name: string;
  /** Id of the data set whose absence alone makes the part blind. */
  readonly missingPlatform?: string;
}

export interface GradedAnalytic {
  readonly analytic: Analytic;
  readonly grade: Grade;
  readonly parts: readonly GradedPart[];
}

export const isRunning = ({ standing }: StandingRule): boolean => standing === 'runs';

const gradeOf = (rules: readonly StandingRule[], signals: readonly SeenSignal[] = []): Grade => {
  const running = rules.filter(isRunning).length;
  if (running > 0) return running === rules.length ? 'covered' : 'partly';
  return signals.some(({ presence }) => presence === 'present') ? 'partly' : 'blind';
};

/** True for the technique itself and for one below it. */
const names = (ids: readonly string[], id: string): boolean =>
  ids.some((named) => named === id || named.startsWith(`${id}.`));

const standingRules = (
  rules: readonly CoveredRule[],
  world: World,
  takes: (rule: CoveredRule) => boolean
): StandingRule[] =>
  rules
    .filter((rule) => !rule.building_block && takes(rule))
    .map((rule) => ({ rule, standing: world.standing(rule) }));

/** Every technique with the rules and signals for it and for those below it. */
export const gradeTechniques = (
  { techniques, rules, signals }: Coverage,
  world: World
): GradedTechnique[] =>
  techniques.map((technique) => {
    const own = standingRules(rules, world, (rule) => names(rule.techniques, technique.id));
    const seen = signals
      .filter((signal) => names(signal.techniques, technique.id))
      .map((signal) => ({ signal, presence: world.presence(signal) }));
    return { technique, grade: gradeOf(own, seen), rules: own, signals: seen };
  });

const gradePart = (
  { name, rules: catalogue, platform_data: platform }: Analytic['parts'][number],
  { rules }: Coverage,
  world: World
): GradedPart => {
  const seen = platform === undefined ? 'present' : world.dataSetPresence(platform);
  const own = standingRules(rules, world, (rule) => catalogue.includes(rule.catalogue));
  const blocked = seen === 'missing' ? ('no_data' as const) : ('unknown' as const);
  const standing = seen === 'present' ? own : own.map(({ rule }) => ({ rule, standing: blocked }));
  return {
    ...{ name, rules: standing, signals: [], grade: gradeOf(standing) },
    ...(seen === 'missing' ? { missingPlatform: platform } : {}),
  };
};

const together = (grades: readonly Grade[]): Grade => {
  const [first = 'blind'] = grades;
  return grades.every((grade) => grade === first) ? first : 'partly';
};

/** The analytics of MITRE's strategy, each by its parts: covered when all parts are, blind when all are. */
export const gradeAnalytics = (coverage: Coverage, world: World): GradedAnalytic[] =>
  coverage.analytics.map((analytic) => {
    const parts = analytic.parts.map((part) => gradePart(part, coverage, world));
    return { analytic, parts, grade: together(parts.map(({ grade }) => grade)) };
  });
