import { useEuiTheme } from '@elastic/eui';
import { useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { formatOffset } from '../shared/format/duration';
import { toInstant, type TimeAxis } from './axis';
import { binItems, columnShare, type Column } from './binning';
import { LABELS_PX } from './lane_labels';
import type { TimelineItem } from './model';
import { clampView, fullView, type Scale, type View } from './scale';
import { t } from './translations';

const HEIGHT_PX = 36;
/** An arrow key moves an edge by this share of the whole. */
const KEY_STEP = 0.02;

interface OverviewProps {
  readonly items: readonly TimelineItem[];
  readonly axis: TimeAxis;
  readonly view: View;
  readonly widthPx: number;
  readonly callStartMs: number;
  onChange(view: View): void;
}

const Bars = ({
  columns,
  highest,
  color,
}: {
  columns: readonly Column[];
  highest: number;
  color: string;
}): ReactElement => (
  <g aria-hidden="true">
    {columns.map(({ px, widthPx, count }) => {
      const heightPx = columnShare(count, highest) * (HEIGHT_PX - 8);
      return (
        <rect
          key={px}
          x={px}
          y={HEIGHT_PX - heightPx}
          width={widthPx}
          height={heightPx}
          fill={color}
        />
      );
    })}
  </g>
);

/** The overview shows where marks are, not how many events they stand for: a flood would hide all else. */
const oneEach = (): number => 1;

type Edge = 'from' | 'to';

interface HandleProps extends Pick<OverviewProps, 'axis' | 'view' | 'callStartMs' | 'onChange'> {
  readonly edge: Edge;
  readonly px: number;
}

/** One edge of the window; a slider for the keyboard. */
const Handle = ({ edge, px, axis, view, callStartMs, onChange }: HandleProps): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const full = fullView(axis).to;
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    onChange(clampView(axis, { ...view, [edge]: view[edge] + direction * full * KEY_STEP }));
  };
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label={
        edge === 'from'
          ? t('vishing.timeline.overviewStartAriaLabel')
          : t('vishing.timeline.overviewEndAriaLabel')
      }
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((view[edge] / full) * 100)}
      aria-valuetext={formatOffset(toInstant(axis, view[edge]) - callStartMs)}
      data-edge={edge}
      data-test-subj={`overviewHandle-${edge}`}
      onKeyDown={onKeyDown}
      style={{ cursor: 'ew-resize', outline: 'none' }}
      className="vishingMark"
    >
      <rect
        x={px - 6}
        y={1}
        width={12}
        height={HEIGHT_PX - 2}
        rx={3}
        fill="transparent"
        stroke="transparent"
        strokeWidth={2}
        className="vishingMarkRing"
      />
      <rect
        x={px - 2}
        y={HEIGHT_PX / 4}
        width={4}
        height={HEIGHT_PX / 2}
        rx={2}
        fill={euiTheme.colors.primary}
      />
    </g>
  );
};

type Drag = { readonly kind: Edge | 'window'; readonly startPx: number; readonly view: View };

const dragged = (drag: Drag, shift: number, axis: TimeAxis): View => {
  const { view, kind } = drag;
  if (kind === 'window') return clampView(axis, { from: view.from + shift, to: view.to + shift });
  const moved = { ...view, [kind]: view[kind] + shift };
  return clampView(axis, {
    from: Math.min(moved.from, moved.to),
    to: Math.max(moved.from, moved.to),
  });
};

/** The whole range in small, with the window that the lanes show; drag the window or its edges. */
export const Overview = (props: OverviewProps): ReactElement => {
  const { items, axis, view, widthPx, onChange } = props;
  const { euiTheme } = useEuiTheme();
  const drag = useRef<Drag>();
  const { columns, evidence, highest } = useMemo(() => {
    const scale: Scale = { axis, view: fullView(axis), widthPx };
    const all = binItems(items, scale, oneEach);
    const strong = items.filter(({ event }) => event.role !== 'context');
    return {
      columns: all,
      evidence: binItems(strong, scale, oneEach),
      highest: Math.max(1, ...all.map(({ count }) => count)),
    };
  }, [items, axis, widthPx]);
  const full = fullView(axis).to;
  const toPx = (units: number): number => (units / full) * widthPx;
  const fromPx = toPx(view.from);
  const endPx = toPx(view.to);

  const onPointerDown = (event: PointerEvent<SVGSVGElement>): void => {
    const edge = (event.target as Element).closest('[data-edge]')?.getAttribute('data-edge');
    const kind = edge === 'from' || edge === 'to' ? edge : 'window';
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { kind, startPx: event.clientX, view };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!drag.current) return;
    const shift = ((event.clientX - drag.current.startPx) / widthPx) * full;
    onChange(dragged(drag.current, shift, axis));
  };
  const onPointerUp = (): void => {
    drag.current = undefined;
  };
  return (
    <div style={{ paddingLeft: LABELS_PX }}>
      <svg
        role="group"
        aria-label={t('vishing.timeline.overviewAriaLabel')}
        width={widthPx}
        height={HEIGHT_PX}
        style={{ display: 'block', touchAction: 'none', overflow: 'visible', cursor: 'grab' }}
        data-test-subj="timelineOverview"
        {...{ onPointerDown, onPointerMove, onPointerUp }}
      >
        <rect
          width={widthPx}
          height={HEIGHT_PX}
          fill={euiTheme.colors.backgroundBaseSubdued}
          rx={4}
        />
        <Bars columns={columns} highest={highest} color={euiTheme.colors.vis.euiColorVisGrey1} />
        <Bars columns={evidence} highest={highest} color={euiTheme.colors.vis.euiColorVis6} />
        <rect
          x={fromPx}
          y={0.5}
          width={Math.max(endPx - fromPx, 1)}
          height={HEIGHT_PX - 1}
          rx={4}
          fill={euiTheme.colors.primary}
          fillOpacity={0.08}
          stroke={euiTheme.colors.primary}
        />
        <Handle edge="from" px={fromPx} {...props} />
        <Handle edge="to" px={endPx} {...props} />
      </svg>
    </div>
  );
};
