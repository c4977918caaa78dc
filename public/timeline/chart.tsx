import { Global } from '@emotion/react';
import { useEuiTheme } from '@elastic/eui';
import { useRef, type ReactElement } from 'react';
import type { TimelineResponse } from '../../common/api/call';
import { DrawnColumns } from './draw_columns';
import { AXIS_PX, DrawnAxis, DrawnGaps, DrawnLanes, GapPattern } from './draw_frame';
import { DrawnLinks } from './draw_links';
import { DrawnMark } from './draw_marks';
import { LaneLabels } from './lane_labels';
import type { TimelineLayout } from './layout';
import type { TimelineItem } from './model';
import { panView, zoomView, type Scale } from './scale';
import type { Clock } from './ticks';
import { t } from './translations';
import { useGestures } from './use_gestures';
import { useMarkKeys } from './use_mark_keys';
import type { ZoomControl } from './use_zoom';

export interface ChartProps {
  /** What can be shown, in time order. */
  readonly items: readonly TimelineItem[];
  readonly layout: TimelineLayout;
  readonly scale: Scale;
  readonly zoom: ZoomControl;
  readonly clock: Clock;
  readonly callStartMs: number;
  readonly partial: TimelineResponse['partial'];
  readonly selectedId: string;
  onOpen(id: string): void;
}

/** Focus rings need a pseudo class, which inline styles cannot say. */
const FocusRing = (): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <Global
      styles={{
        '.vishingMark:focus-visible .vishingMarkRing': { stroke: euiTheme.colors.primary },
        '.vishingMark:hover .vishingMarkRing': {
          fill: euiTheme.colors.backgroundBaseInteractiveHover,
        },
      }}
    />
  );
};

/** The lanes: only drawing, all places come from `layout`. */
export const Chart = (props: ChartProps): ReactElement => {
  const { items, layout, scale, zoom, clock, callStartMs, partial, selectedId, onOpen } = props;
  const svg = useRef<SVGSVGElement>(null);
  const keys = useMarkKeys({ svg, items, layout, scale, zoom, selectedId });
  useGestures(svg, {
    onZoom: (factor, px) => zoom.setView(zoomView(scale, factor, px)),
    onPan: (px) => zoom.setView(panView(scale, px)),
    onFit: () => zoom.zoomTo(undefined),
  });
  const { heightPx, lanes } = layout;
  return (
    <div style={{ display: 'flex' }}>
      <FocusRing />
      <LaneLabels lanes={lanes} partial={partial} />
      <svg
        ref={svg}
        role="group"
        aria-label={t('vishing.timeline.chartAriaLabel', { count: items.length })}
        width={scale.widthPx}
        height={heightPx + AXIS_PX}
        viewBox={`0 ${-AXIS_PX} ${scale.widthPx} ${heightPx + AXIS_PX}`}
        style={{ touchAction: 'pan-y', userSelect: 'none', cursor: 'grab', display: 'block' }}
        onKeyDown={keys.onKeyDown}
        data-test-subj="timelineChart"
      >
        <GapPattern />
        <DrawnLanes layout={layout} widthPx={scale.widthPx} />
        <DrawnAxis scale={scale} clock={clock} heightPx={heightPx} />
        <DrawnGaps scale={scale} heightPx={heightPx} />
        <DrawnLinks layout={layout} />
        {lanes.map((lane) => (
          <g key={lane.lane}>
            <DrawnColumns
              lane={lane}
              callStartMs={callStartMs}
              onZoomTo={(startMs, endMs) =>
                zoom.zoomTo({ startMs: startMs - 1000, endMs: endMs + 1000 })
              }
            />
            {lane.marks.map((mark) => (
              <DrawnMark
                key={mark.item.event.id}
                isSelected={mark.item.event.id === selectedId}
                isTabStop={mark.item.event.id === keys.tabStopId}
                onFocus={keys.onFocus}
                {...{ mark, lane, scale, onOpen }}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
};
