import { lackedBy } from '../../common/coverage/lacking';
import { isRunning, type GradedTechnique } from './grade';
import { t } from './translations';
import { dataSetNames, type CoverageView } from './view';

/** Names that stand in a cell before "and 3 more". */
const SHOWN = 3;

const shortened = (names: readonly string[]): string =>
  names.length > SHOWN
    ? t('vishing.coverage.moreLabel', {
        names: names.slice(0, SHOWN).join(', '),
        count: names.length - SHOWN,
      })
    : names.join(', ');

const lackedByEvents = (
  { signals }: GradedTechnique,
  { coverage, world }: CoverageView
): string[] =>
  signals
    .filter(({ presence }) => presence === 'missing')
    .flatMap(({ signal }) => signal.needs)
    .filter((need) => world.needPresence(need) === 'missing')
    .flatMap((need) => dataSetNames(coverage, need.data_sets));

/** In a few words, what keeps a technique from being covered: data by the names that rules give it, else the rules' state. */
export const whatIsMissing = (graded: GradedTechnique, view: CoverageView): string => {
  const { grade, rules } = graded;
  if (grade === 'covered') return t('vishing.coverage.nothingMissingLabel');
  const waiting = rules.filter((rule) => !isRunning(rule));
  const reasons = [
    ...waiting.flatMap(({ rule }) => lackedBy(rule, view.coverage, view.world)),
    ...waiting
      .filter(({ standing }) => standing !== 'no_data')
      .map(({ standing }) => t(`vishing.coverage.${standing}Label`)),
    ...(rules.length === 0 ? lackedByEvents(graded, view) : []),
  ];
  if (reasons.length > 0) return shortened([...new Set(reasons)]);
  return grade === 'partly'
    ? t('vishing.coverage.onlyShownLabel')
    : t('vishing.coverage.noRuleLabel');
};
