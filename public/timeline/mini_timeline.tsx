import { useEuiTheme } from '@elastic/eui';
import { useMemo, useRef, type ReactElement } from 'react';
import { createAxis, type Span } from './axis';
import { AXIS_PX, DrawnAxis, DrawnGaps, DrawnLanes, GapPattern } from './draw_frame';
import { DrawnLinks } from './draw_links';
import { MarkText, middleOf, Shape } from './draw_marks';
import { LABELS_PX, LaneLabels } from './lane_labels';
import { laneFill, laneLine } from './lane_look';
import { layoutTimeline, type TimelineLayout } from './layout';
import type { TimelineItem } from './model';
import { fullView, type Scale } from './scale';
import { t } from './translations';
import { useWidth } from './use_width';

interface MiniTimelineProps {
  readonly items: readonly TimelineItem[];
  readonly range: Span;
  readonly callStartMs: number;
}

/** Only lanes in which something happened. */
const withoutEmptyLanes = (layout: TimelineLayout): TimelineLayout => {
  let topPx = 0;
  const lanes = layout.lanes
    .filter(({ total }) => total > 0)
    .map((lane) => {
      const moved = { ...lane, topPx };
      topPx += lane.heightPx;
      return moved;
    });
  return { lanes, heightPx: topPx };
};

const Marks = ({ layout, scale }: { layout: TimelineLayout; scale: Scale }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <>
      {layout.lanes.flatMap((lane) =>
        lane.marks.map((mark) => (
          <g key={mark.item.event.id}>
            <Shape
              mark={mark}
              y={middleOf(lane, mark)}
              scale={scale}
              fill={laneFill(lane.lane, euiTheme)}
              line={laneLine(lane.lane, euiTheme)}
              isAlert={lane.lane === 'alerts'}
            />
            <MarkText mark={mark} y={middleOf(lane, mark)} />
          </g>
        ))
      )}
    </>
  );
};

/** The timeline as a picture, without anything to press: evidence around one call. */
export const MiniTimeline = ({ items, range, callStartMs }: MiniTimelineProps): ReactElement => {
  const frame = useRef<HTMLDivElement>(null);
  const widthPx = Math.max(useWidth(frame) - LABELS_PX, 0);
  const { scale, layout } = useMemo(() => {
    const axis = createAxis(range, items);
    const whole: Scale = { axis, view: fullView(axis), widthPx: Math.max(widthPx, 1) };
    return { scale: whole, layout: withoutEmptyLanes(layoutTimeline(items, whole)) };
  }, [items, range, widthPx]);
  const heightPx = layout.heightPx + AXIS_PX;
  return (
    <div ref={frame} style={{ display: 'flex', overflow: 'hidden' }} data-test-subj="miniTimeline">
      <LaneLabels lanes={layout.lanes} partial={[]} />
      <svg
        role="img"
        aria-label={t('vishing.timeline.miniAriaLabel', { count: items.length })}
        width={widthPx}
        height={heightPx}
        viewBox={`0 ${-AXIS_PX} ${Math.max(widthPx, 1)} ${heightPx}`}
      >
        <GapPattern />
        <DrawnLanes layout={layout} widthPx={widthPx} />
        <DrawnAxis
          scale={scale}
          clock={{ kind: 'relative', originMs: callStartMs }}
          heightPx={layout.heightPx}
        />
        <DrawnGaps scale={scale} heightPx={layout.heightPx} />
        <DrawnLinks layout={layout} />
        <Marks layout={layout} scale={scale} />
      </svg>
    </div>
  );
};
