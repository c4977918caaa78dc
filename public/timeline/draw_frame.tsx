import { useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import { formatDuration } from '../shared/format/duration';
import type { TimelineLayout } from './layout';
import { toPixels, type Scale } from './scale';
import { ticksOf, type Clock } from './ticks';
import { t } from './translations';

/** Height of the axis above the lanes. */
export const AXIS_PX = 26;
/** A tick nearer to the edge than this would be cut off. */
const EDGE_PX = 30;
/** A gap narrower than this carries no words. */
const GAP_TEXT_PX = 150;

/** Times above the lanes, with thin lines through them. */
export const DrawnAxis = ({
  scale,
  clock,
  heightPx,
}: {
  scale: Scale;
  clock: Clock;
  heightPx: number;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <g aria-hidden="true">
      {ticksOf(scale, clock)
        .filter(({ px }) => px >= EDGE_PX && px <= scale.widthPx - EDGE_PX)
        .map(({ px, label }) => (
          <g key={label}>
            <line
              x1={px}
              x2={px}
              y1={-5}
              y2={heightPx}
              stroke={euiTheme.colors.borderBaseSubdued}
            />
            <text
              x={px}
              y={-10}
              fontSize={11}
              textAnchor="middle"
              fill={euiTheme.colors.textSubdued}
            >
              {label}
            </text>
          </g>
        ))}
    </g>
  );
};

/** Stripes behind every second lane, and a line below each. */
export const DrawnLanes = ({
  layout,
  widthPx,
}: {
  layout: TimelineLayout;
  widthPx: number;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <g aria-hidden="true">
      {layout.lanes.map(({ lane, topPx, heightPx }, index) => (
        <rect
          key={lane}
          x={0}
          y={topPx}
          width={widthPx}
          height={heightPx}
          fill={index % 2 === 0 ? euiTheme.colors.backgroundBaseSubdued : 'transparent'}
        />
      ))}
    </g>
  );
};

/** Squeezed stretches, each with its real length on it. */
export const DrawnGaps = ({
  scale,
  heightPx,
}: {
  scale: Scale;
  heightPx: number;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <g data-test-subj="timelineGaps">
      {scale.axis.gaps.map((gap) => {
        const fromPx = Math.max(toPixels(scale, gap.startMs), 0);
        const toPx = Math.min(toPixels(scale, gap.endMs), scale.widthPx);
        if (toPx <= fromPx) return null;
        const duration = formatDuration(gap.endMs - gap.startMs);
        const middle = (fromPx + toPx) / 2;
        const isWide = toPx - fromPx >= GAP_TEXT_PX;
        return (
          <g key={gap.startMs}>
            <title>{t('vishing.timeline.gapLabel', { duration })}</title>
            <rect
              x={fromPx}
              y={0}
              width={toPx - fromPx}
              height={heightPx}
              fill="url(#vishingGap)"
            />
            <line
              x1={fromPx}
              x2={fromPx}
              y1={0}
              y2={heightPx}
              stroke={euiTheme.colors.borderBasePlain}
              strokeDasharray="2 3"
            />
            <line
              x1={toPx}
              x2={toPx}
              y1={0}
              y2={heightPx}
              stroke={euiTheme.colors.borderBasePlain}
              strokeDasharray="2 3"
            />
            <text
              x={middle}
              y={heightPx / 2}
              fontSize={11}
              textAnchor="middle"
              fill={euiTheme.colors.textSubdued}
              {...(isWide
                ? {}
                : { transform: `rotate(-90 ${middle} ${heightPx / 2}) translate(0 4)` })}
            >
              {isWide ? t('vishing.timeline.gapLabel', { duration }) : duration}
            </text>
          </g>
        );
      })}
    </g>
  );
};

/** The hatching of gaps. */
export const GapPattern = (): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <defs>
      <pattern
        id="vishingGap"
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={6} height={6} fill={euiTheme.colors.backgroundBasePlain} />
        <line
          x1={0}
          x2={0}
          y1={0}
          y2={6}
          stroke={euiTheme.colors.borderBaseSubdued}
          strokeWidth={2}
        />
      </pattern>
    </defs>
  );
};
