import { useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';

/** One bar, with the part of it that stands at its foot in another colour. */
export interface Bar {
  readonly key: string;
  /** Shown when the mouse is on it. */
  readonly title: string;
  readonly total: number;
  readonly part: number;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  /** A number of pixels, or all the room there is. */
  readonly width: number | 'full';
  readonly height: number;
  readonly totalColor: string;
  readonly partColor: string;
  /** Says what the picture shows to those who do not see it. */
  readonly ariaLabel: string;
  readonly 'data-test-subj'?: string;
}

/** A count that is not zero is always to be seen. */
const MIN_BAR_PX = 2;
/** The picture is drawn this wide and then stretched, when it takes all the room. */
const FULL_WIDTH = 1000;

/** Counts over time as small bars. */
export const Bars = (props: BarsProps): ReactElement => {
  const { bars, width, height, totalColor, partColor, ariaLabel } = props;
  const { euiTheme } = useEuiTheme();
  const drawnWidth = width === 'full' ? FULL_WIDTH : width;
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const step = drawnWidth / Math.max(1, bars.length);
  const barWidth = Math.max(1, width === 'full' ? step * 0.85 : step - 1);
  const heightOf = (count: number): number =>
    count === 0 ? 0 : Math.max(MIN_BAR_PX, (count / most) * height);
  return (
    <svg
      role="img"
      width={width === 'full' ? '100%' : width}
      height={height}
      viewBox={`0 0 ${drawnWidth} ${height}`}
      preserveAspectRatio="none"
      style={{ display: 'block' }}
      aria-label={ariaLabel}
      data-test-subj={props['data-test-subj']}
    >
      <line
        x1={0}
        x2={drawnWidth}
        y1={height}
        y2={height}
        stroke={euiTheme.colors.borderBaseSubdued}
      />
      {bars.map(({ key, title, total, part }, index) => (
        <g key={key}>
          <title>{title}</title>
          {[
            { count: total, fill: totalColor },
            { count: part, fill: partColor },
          ].map(({ count, fill }, layer) => (
            <rect
              key={layer}
              x={index * step}
              y={height - heightOf(count)}
              width={barWidth}
              height={heightOf(count)}
              fill={fill}
            />
          ))}
        </g>
      ))}
    </svg>
  );
};
