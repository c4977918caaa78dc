import { EuiFlexGroup, EuiFlexItem, EuiText, EuiTitle } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Need } from '../../common/api/coverage';
import { AppLink } from '../shared/app_link';
import { SignalBadge, StandingBadge } from './badges';
import type { GradedTechnique } from './grade';
import { t } from './translations';
import { dataSetNames, type CoverageView } from './view';

const needText = ({ name, data_sets: ids, rules }: Need, { coverage }: CoverageView): string => {
  const counting = coverage.rules.filter(({ rule_id: id }) => rules.includes(id));
  const names = [...dataSetNames(coverage, ids), ...counting.map((rule) => rule.name)];
  return names.length === 1
    ? t('vishing.coverage.singleNeedLabel', { name, names: names.join() })
    : t('vishing.coverage.needLabel', { name, names: names.join(', ') });
};

const Missing = ({ needs, view }: { needs: readonly Need[]; view: CoverageView }): ReactElement => (
  <EuiText size="xs" color="subdued">
    {needs
      .filter((need) => view.world.needPresence(need) !== 'present')
      .map((need) => (
        <div key={need.name}>{needText(need, view)}</div>
      ))}
  </EuiText>
);

/** The rules for a technique and the events of it that timelines show, each with what it lacks. */
export const TechniqueDetails = ({
  graded: { technique, rules, signals },
  view,
}: {
  graded: GradedTechnique;
  view: CoverageView;
}): ReactElement => (
  <EuiFlexGroup gutterSize="l" data-test-subj={`techniqueDetails-${technique.id}`}>
    <EuiFlexItem>
      <EuiTitle size="xxxs">
        <h3>{t('vishing.coverage.rulesTitle')}</h3>
      </EuiTitle>
      {rules.length === 0 ? <EuiText size="s">{t('vishing.coverage.noRuleLabel')}</EuiText> : null}
      {rules.map(({ rule, standing }) => (
        <div key={rule.rule_id}>
          <EuiText size="s">
            {`${rule.catalogue} `}
            <AppLink to={{ pathname: `/rules/${rule.rule_id}` }}>{rule.name}</AppLink>{' '}
            <StandingBadge standing={standing} />
          </EuiText>
          <Missing needs={rule.needs} view={view} />
        </div>
      ))}
    </EuiFlexItem>
    {signals.length > 0 ? (
      <EuiFlexItem>
        <EuiTitle size="xxxs">
          <h3>{t('vishing.coverage.signalsTitle')}</h3>
        </EuiTitle>
        {signals.map(({ signal, presence }) => (
          <div key={signal.id}>
            <EuiText size="s">
              {`${signal.name} `}
              <SignalBadge presence={presence} />
            </EuiText>
            <Missing needs={signal.needs} view={view} />
          </div>
        ))}
      </EuiFlexItem>
    ) : null}
  </EuiFlexGroup>
);
