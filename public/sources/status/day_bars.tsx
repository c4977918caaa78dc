import { EuiText, EuiToolTip, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SourceStatus } from '../../../common/api/sources';
import { Bars } from '../../shared/bars';
import { t } from '../translations';

const WIDTH_PX = 150;
const HEIGHT_PX = 32;

/** Records a day as small bars, the failed ones at the foot of each in another colour. */
export const DayBars = ({ days }: { days: SourceStatus['days'] }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const sum = (key: 'records' | 'failed'): number =>
    days.reduce((total, day) => total + day[key], 0);
  return (
    <Bars
      width={WIDTH_PX}
      height={HEIGHT_PX}
      totalColor={euiTheme.colors.primary}
      partColor={euiTheme.colors.danger}
      ariaLabel={t('vishing.sources.daysAriaLabel', {
        records: sum('records'),
        days: days.length,
        most: Math.max(0, ...days.map(({ records }) => records)),
        failed: sum('failed'),
      })}
      bars={days.map(({ day, records, failed }) => ({
        key: day,
        title: t('vishing.sources.dayLabel', { day, records, failed }),
        total: records,
        part: failed,
      }))}
      data-test-subj="dayBars"
    />
  );
};

/** The bars with a text on hover and focus for those who see them. */
export const DayBarsCell = ({ status }: { status: SourceStatus }): ReactElement => (
  <EuiToolTip content={t('vishing.sources.recordsLabel', { count: status.records })}>
    <EuiText size="s" tabIndex={0}>
      <DayBars days={status.days} />
    </EuiText>
  </EuiToolTip>
);
