import { useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import { formatOffset } from '../shared/format/duration';
import { formatCount } from '../shared/format/number';
import { columnShare, type Column } from './binning';
import { LANE_PADDING_PX, type LaneLayout } from './layout';
import { laneFill } from './lane_look';
import { t } from './translations';

interface ColumnsProps {
  readonly lane: LaneLayout;
  readonly callStartMs: number;
  onZoomTo(startMs: number, endMs: number): void;
}

const describe = ({ count, startMs, endMs }: Column, callStartMs: number): string =>
  t('vishing.timeline.columnAriaLabel', {
    count,
    from: formatOffset(startMs - callStartMs),
    to: formatOffset(endMs - callStartMs),
  });

/** Many events as columns; the highest carries its number. */
export const DrawnColumns = ({
  lane,
  callStartMs,
  onZoomTo,
}: ColumnsProps): ReactElement | null => {
  const { euiTheme } = useEuiTheme();
  const { columns } = lane;
  if (columns.length === 0) return null;
  const highest = Math.max(...columns.map(({ count }) => count));
  const peak = columns.find(({ count }) => count === highest);
  const bottom = lane.topPx + lane.heightPx - LANE_PADDING_PX / 2;
  const fullPx = lane.heightPx - LANE_PADDING_PX;
  return (
    <g data-test-subj={`timelineColumns-${lane.lane}`}>
      {columns.map((column) => {
        const heightPx = columnShare(column.count, highest) * fullPx;
        return (
          <rect
            key={column.px}
            role="img"
            aria-label={describe(column, callStartMs)}
            x={column.px}
            y={bottom - heightPx}
            width={column.widthPx}
            height={heightPx}
            fill={laneFill(lane.lane, euiTheme)}
            opacity={lane.marks.length > 0 ? 0.35 : 0.6}
            style={{ cursor: 'zoom-in' }}
            onClick={() => onZoomTo(column.startMs, column.endMs)}
          >
            <title>{describe(column, callStartMs)}</title>
          </rect>
        );
      })}
      {peak ? (
        <text
          x={peak.px + peak.widthPx + 4}
          y={lane.topPx + 14}
          fontSize={11}
          fill={euiTheme.colors.textParagraph}
        >
          {formatCount(highest)}
        </text>
      ) : null}
    </g>
  );
};
