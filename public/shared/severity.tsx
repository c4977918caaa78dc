import { EuiBadge, EuiToolTip, useEuiTheme, type EuiThemeComputed } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Severity } from '../../common/model/alert';
import { defineTexts } from './i18n';

const t = defineTexts({
  'vishing.severity.lowLabel': 'Low',
  'vishing.severity.mediumLabel': 'Medium',
  'vishing.severity.highLabel': 'High',
  'vishing.severity.criticalLabel': 'Critical',
  'vishing.severity.scoreTooltip': 'Score {score} of 100, {severity}',
});

export const severityLabel = (severity: Severity): string => t(`vishing.severity.${severity}Label`);

/** The colours that Elastic Security gives its severities. */
const severityColor = (severity: Severity, { colors }: EuiThemeComputed): string =>
  ({
    low: colors.severity.neutral,
    medium: colors.severity.warning,
    high: colors.severity.risk,
    critical: colors.severity.danger,
  })[severity];

/** The score as a badge; the word of the severity stands in it or in its tooltip, so colour never speaks alone. */
export const ScoreBadge = ({
  score,
  severity,
  withWord = false,
}: {
  score: number;
  severity: Severity;
  withWord?: boolean;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const label = severityLabel(severity);
  const spoken = t('vishing.severity.scoreTooltip', {
    score: Math.round(score),
    severity: label.toLowerCase(),
  });
  return (
    <EuiToolTip content={spoken}>
      <EuiBadge
        color={severityColor(severity, euiTheme)}
        tabIndex={0}
        aria-label={spoken}
        data-test-subj="scoreBadge"
      >
        {withWord ? `${Math.round(score)} ${label.toLowerCase()}` : Math.round(score)}
      </EuiBadge>
    </EuiToolTip>
  );
};
