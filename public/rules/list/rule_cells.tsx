import { EuiBadge, EuiText, EuiToolTip, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import { AppLink } from '../../shared/app_link';
import { Bars } from '../../shared/bars';
import { formatCount } from '../../shared/format/number';
import { Instant } from '../../shared/instant';
import { t } from '../translations';
import { falsePositiveShare, type RowState, type RuleRow } from './rule_rows';

const STATE_COLORS: Readonly<Record<RowState, string>> = {
  missing: 'hollow',
  outdated: 'warning',
  edited: 'accent',
  enabled: 'success',
  disabled: 'default',
  waiting: 'hollow',
  unknown: 'hollow',
};

/** Name, number in the catalogue, and what is special about the rule. */
export const NameCell = ({ row: { entry } }: { row: RuleRow }): ReactElement => {
  const { values, settings } = entry.tuning;
  const isTuned = Object.keys(values).length + Object.keys(settings).length > 0;
  return (
    <div>
      <AppLink to={{ pathname: `/rules/${entry.rule_id}` }}>{entry.name}</AppLink>
      <EuiText size="xs" color="subdued">
        {entry.catalogue}{' '}
        {isTuned ? <EuiBadge color="primary">{t('vishing.rules.tunedLabel')}</EuiBadge> : null}
        {entry.building_block ? (
          <EuiBadge color="hollow">{t('vishing.rules.buildingBlockLabel')}</EuiBadge>
        ) : null}
      </EuiText>
    </div>
  );
};

/** How the rule stands in Kibana; the tooltip says what to do. */
export const StateCell = ({ state }: { state: RowState }): ReactElement => (
  <EuiToolTip content={t(`vishing.rules.${state}StateDescription`)}>
    <EuiBadge color={STATE_COLORS[state]} tabIndex={0} data-test-subj={`ruleState-${state}`}>
      {t(`vishing.rules.${state}StateLabel`)}
    </EuiBadge>
  </EuiToolTip>
);

/** Says which data a rule waits for. */
export const LacksBadge = ({ lacks }: { lacks: readonly string[] }): ReactElement | null =>
  lacks.length === 0 ? null : (
    <EuiToolTip content={t('vishing.rules.lacksDescription', { data: lacks.join(', ') })}>
      <EuiBadge color="warning" tabIndex={0} data-test-subj="ruleLacksData">
        {t('vishing.rules.lacksLabel')}
      </EuiBadge>
    </EuiToolTip>
  );

export const LastRunCell = ({ row: { lastRun } }: { row: RuleRow }): ReactElement => {
  if (!lastRun) return <span>{t('vishing.rules.neverRanLabel')}</span>;
  const { date, status, message } = lastRun;
  return (
    <div>
      <Instant value={date} />
      <EuiText size="xs" color={status === 'succeeded' ? 'subdued' : 'danger'}>
        {status}
        {status === 'succeeded' || message === '' ? '' : `: ${message.slice(0, 200)}`}
      </EuiText>
    </div>
  );
};

export const AlertsCell = ({ row: { activity } }: { row: RuleRow }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const { colors } = euiTheme;
  const total = activity?.alerts ?? 0;
  return (
    <div>
      {formatCount(total)}
      {activity && total > 0 ? (
        <Bars
          width={84}
          height={18}
          totalColor={colors.vis.euiColorVis0}
          partColor={colors.vis.euiColorVis0}
          ariaLabel={t('vishing.rules.alertsAriaLabel', { count: total })}
          bars={activity.days.map(({ day, alerts }) => ({
            ...{ key: day, total: alerts, part: 0 },
            title: t('vishing.rules.dayTitle', { day, count: alerts }),
          }))}
        />
      ) : null}
    </div>
  );
};

export const FalsePositivesCell = ({ row: { activity } }: { row: RuleRow }): ReactElement => {
  const share = falsePositiveShare(activity);
  if (!activity || share === undefined) {
    return (
      <EuiText size="s" color="subdued">
        {t('vishing.rules.noneClosedLabel')}
      </EuiText>
    );
  }
  const { closed, false_positives: wrong } = activity;
  return (
    <EuiToolTip content={t('vishing.rules.closedTooltip', { wrong, closed })}>
      <EuiBadge color="hollow" tabIndex={0}>{`${Math.round(share * 100)} %`}</EuiBadge>
    </EuiToolTip>
  );
};
