import {
  EuiFlexGrid,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { AppLink } from '../shared/app_link';
import { Section } from '../shared/subject/section';
import { GradeBadge, StandingBadge } from './badges';
import type { GradedAnalytic, GradedPart } from './grade';
import { t } from './translations';
import type { CoverageView } from './view';

const PartRow = ({ part, platform }: { part: GradedPart; platform: string }): ReactElement => (
  <li>
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <GradeBadge grade={part.grade} />
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiText size="s">{part.name}</EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
    <EuiText size="xs" color="subdued">
      {part.rules.length === 0 ? t('vishing.coverage.noRuleLabel') : null}
      {part.rules.length > 0 && part.missingPlatform !== undefined
        ? t('vishing.coverage.noPlatformLabel', { platform })
        : null}
      {part.rules.map(({ rule, standing }) => (
        <div key={rule.rule_id}>
          {`${rule.catalogue} `}
          <AppLink to={{ pathname: `/rules/${rule.rule_id}` }}>{rule.name}</AppLink>{' '}
          <StandingBadge standing={standing} />
        </div>
      ))}
    </EuiText>
    <EuiSpacer size="s" />
  </li>
);

const AnalyticPanel = ({
  graded: { analytic, grade, parts },
}: {
  graded: GradedAnalytic;
}): ReactElement => {
  const { id, platform, meaning, log_source: source, elements } = analytic;
  return (
    <EuiPanel hasShadow={false} color="subdued" paddingSize="s" data-test-subj={`analytic-${id}`}>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="xxs">
            <h3>{t('vishing.coverage.analyticTitle', { id, platform })}</h3>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <GradeBadge grade={grade} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiText size="s">{meaning}</EuiText>
      <EuiText size="xs" color="subdued">
        {t('vishing.coverage.logSourceLabel', { source, elements: elements.join(', ') })}
      </EuiText>
      <EuiSpacer size="s" />
      <ul aria-label={t('vishing.coverage.partsAriaLabel', { id })}>
        {parts.map((part) => (
          <PartRow key={part.name} part={part} platform={platform} />
        ))}
      </ul>
    </EuiPanel>
  );
};

/** MITRE's four analytics for voice phishing, each by its parts. */
export const AnalyticsSection = ({ view }: { view: CoverageView }): ReactElement => (
  <Section
    id="analytics"
    title={t('vishing.coverage.analyticsTitle', { strategy: view.coverage.strategy })}
    description={t('vishing.coverage.analyticsDescription')}
  >
    <EuiFlexGrid columns={2} gutterSize="m">
      {view.analytics.map((graded) => (
        <EuiFlexItem key={graded.analytic.id}>
          <AnalyticPanel graded={graded} />
        </EuiFlexItem>
      ))}
    </EuiFlexGrid>
  </Section>
);
