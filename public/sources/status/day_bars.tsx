import { EuiText, EuiToolTip, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SourceStatus } from '../../../common/api/sources';
import { t } from '../translations';

const WIDTH_PX = 150;
const HEIGHT_PX = 32;
/** A day with a record is always to be seen. */
const MIN_BAR_PX = 2;

/** Records a day as small bars, the failed ones at the foot of each in another colour. */
export const DayBars = ({ days }: { days: SourceStatus['days'] }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const most = Math.max(1, ...days.map(({ records }) => records));
  const step = WIDTH_PX / Math.max(1, days.length);
  const height = (count: number): number =>
    count === 0 ? 0 : Math.max(MIN_BAR_PX, (count / most) * HEIGHT_PX);
  const sum = (key: 'records' | 'failed'): number =>
    days.reduce((total, day) => total + day[key], 0);
  return (
    <svg
      role="img"
      width={WIDTH_PX}
      height={HEIGHT_PX}
      aria-label={t('vishing.sources.daysAriaLabel', {
        records: sum('records'),
        days: days.length,
        most: days.length === 0 ? 0 : most,
        failed: sum('failed'),
      })}
      data-test-subj="dayBars"
    >
      <line
        x1={0}
        x2={WIDTH_PX}
        y1={HEIGHT_PX}
        y2={HEIGHT_PX}
        stroke={euiTheme.colors.borderBaseSubdued}
      />
      {days.map(({ day, records, failed }, index) => {
        const barWidth = Math.max(1, step - 1);
        const failedHeight = height(failed);
        return (
          <g key={day}>
            <title>{t('vishing.sources.dayLabel', { day, records, failed })}</title>
            <rect
              x={index * step}
              y={HEIGHT_PX - height(records)}
              width={barWidth}
              height={height(records)}
              fill={euiTheme.colors.primary}
            />
            <rect
              x={index * step}
              y={HEIGHT_PX - failedHeight}
              width={barWidth}
              height={failedHeight}
              fill={euiTheme.colors.danger}
            />
          </g>
        );
      })}
    </svg>
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
