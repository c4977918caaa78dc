import { EuiText, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import { formatShare } from '../../shared/format/number';
import { t } from './translations';
import type { SweepPoint } from './use_sweep';

const WIDTH = 420;
const HEIGHT = 180;
const EDGE = 12;
const LABEL_GAP = 8;

/** Alerts to the right, confirmed calls found upwards: the best value is near the upper left corner. */
export const SweepCurve = ({
  points,
  confirmed,
}: {
  points: readonly SweepPoint[];
  confirmed: number;
}): ReactElement | null => {
  const { euiTheme } = useEuiTheme();
  if (confirmed === 0 || points.length < 2) return null;
  const most = Math.max(1, ...points.map(({ alerts }) => alerts));
  const places = points.map((point) => ({
    ...point,
    x: EDGE + (point.alerts / most) * (WIDTH - 5 * EDGE),
    y: HEIGHT - EDGE - (point.found / confirmed) * (HEIGHT - 3 * EDGE),
  }));
  return (
    <>
      <svg
        role="img"
        width={WIDTH}
        height={HEIGHT}
        aria-label={t('vishing.backtest.sweepAriaLabel')}
        data-test-subj="sweepCurve"
      >
        <path
          d={`M ${EDGE} ${EDGE} V ${HEIGHT - EDGE} H ${WIDTH - EDGE}`}
          fill="none"
          stroke={euiTheme.colors.borderBasePlain}
        />
        <polyline
          points={places.map(({ x, y }) => `${x},${y}`).join(' ')}
          fill="none"
          stroke={euiTheme.colors.primary}
        />
        {places.map(({ x, y, value, alerts, found }) => (
          <g key={String(value)}>
            <title>
              {t('vishing.backtest.pointTitle', {
                ...{ value: String(value), alerts },
                recall: formatShare(found / confirmed),
              })}
            </title>
            <circle cx={x} cy={y} r={4} fill={euiTheme.colors.primary} />
            <text x={x + LABEL_GAP} y={y - LABEL_GAP / 2} fontSize={11} fill={euiTheme.colors.text}>
              {value}
            </text>
          </g>
        ))}
      </svg>
      <EuiText size="xs" color="subdued">
        → {t('vishing.backtest.alertsAxisLabel', { most })}, ↑{' '}
        {t('vishing.backtest.recallAxisLabel')}
      </EuiText>
    </>
  );
};
