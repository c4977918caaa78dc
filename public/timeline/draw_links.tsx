import { useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';
import { middleOf } from './draw_marks';
import type { LaneLayout, TimelineLayout } from './layout';
import type { Mark } from './marks';

interface Placed {
  readonly lane: LaneLayout;
  readonly mark: Mark;
}

const placed = (layout: TimelineLayout, role: 'call' | 'evidence'): Placed[] =>
  layout.lanes.flatMap((lane) =>
    lane.marks.filter(({ item }) => item.event.role === role).map((mark) => ({ lane, mark }))
  );

/**
 * Joins evidence to the call: a dotted line along the call's row reaches from the earliest to the latest evidence, and
 * a thin one goes down to each.
 */
export const DrawnLinks = ({ layout }: { layout: TimelineLayout }): ReactElement | null => {
  const { euiTheme } = useEuiTheme();
  const call = placed(layout, 'call')[0];
  const evidence = placed(layout, 'evidence').filter(({ lane }) => lane !== call?.lane);
  if (!call || evidence.length === 0) return null;
  const y = middleOf(call.lane, call.mark);
  const starts = evidence.map(({ mark }) => mark.px);
  const stroke = euiTheme.colors.borderStrongPrimary ?? euiTheme.colors.primary;
  return (
    <g aria-hidden="true" stroke={stroke} pointerEvents="none">
      <line
        x1={Math.min(...starts, call.mark.px)}
        x2={Math.max(...starts, call.mark.px + call.mark.widthPx)}
        y1={y}
        y2={y}
        strokeWidth={2}
        strokeDasharray="2 4"
      />
      {evidence.map(({ lane, mark }) => (
        <line
          key={mark.item.event.id}
          x1={mark.px}
          x2={mark.px}
          y1={y}
          y2={middleOf(lane, mark)}
          strokeWidth={1}
          opacity={0.6}
        />
      ))}
    </g>
  );
};
