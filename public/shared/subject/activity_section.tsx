import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Activity } from '../../../common/api/activity';
import { Bars } from '../bars';
import { formatDuration } from '../format/duration';
import { Section } from './section';
import { t } from './translations';

const HEIGHT_PX = 64;

const Legend = ({ color, label }: { color: string; label: string }): ReactElement => (
  <EuiFlexItem grow={false}>
    <EuiText size="xs" color="subdued">
      <span
        aria-hidden="true"
        style={{ display: 'inline-block', width: 10, height: 10, background: color }}
      />{' '}
      {label}
    </EuiText>
  </EuiFlexItem>
);

const Chart = ({ activity }: { activity: Activity }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const { periods, calls, answered, unit } = activity;
  const colors = {
    total: euiTheme.colors.borderBasePlain,
    part: euiTheme.colors.primary,
  };
  return (
    <>
      <Bars
        width="full"
        height={HEIGHT_PX}
        totalColor={colors.total}
        partColor={colors.part}
        ariaLabel={t('vishing.subject.activityAriaLabel', {
          calls,
          answered,
          unit,
          periods: periods.length,
          most: Math.max(0, ...periods.map((period) => period.calls)),
        })}
        bars={periods.map((period) => ({
          key: period.day,
          title: t('vishing.subject.periodLabel', { ...period }),
          total: period.calls,
          part: period.answered,
        }))}
        data-test-subj="activityBars"
      />
      <EuiFlexGroup gutterSize="m" responsive={false} justifyContent="spaceBetween">
        <EuiText size="xs" color="subdued">
          {periods[0]?.day}
        </EuiText>
        <EuiFlexItem grow={false}>
          <EuiFlexGroup gutterSize="m" responsive={false}>
            <Legend color={colors.part} label={t('vishing.subject.answeredLegend')} />
            <Legend color={colors.total} label={t('vishing.subject.notAnsweredLegend')} />
          </EuiFlexGroup>
        </EuiFlexItem>
        <EuiText size="xs" color="subdued">
          {periods.at(-1)?.day}
        </EuiText>
      </EuiFlexGroup>
    </>
  );
};

/** Calls over time: one bar a day, week or month, the answered ones at its foot. */
export const ActivitySection = ({ activity }: { activity: Activity }): ReactElement => {
  const { calls, answered, talk_seconds } = activity;
  return (
    <Section id="activity" title={t('vishing.subject.activityTitle')}>
      <EuiText size="s" data-test-subj="activityLabel">
        {calls === 0
          ? t('vishing.subject.noActivityLabel')
          : t('vishing.subject.activityLabel', {
              calls,
              answered,
              talk: formatDuration(talk_seconds * 1000),
            })}
      </EuiText>
      {calls === 0 ? null : (
        <>
          <EuiSpacer size="s" />
          <Chart activity={activity} />
        </>
      )}
    </Section>
  );
};
