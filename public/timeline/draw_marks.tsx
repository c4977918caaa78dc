import { useEuiTheme } from '@elastic/eui';
import type { KeyboardEvent, ReactElement } from 'react';
import { describeOffset } from '../shared/format/duration';
import { LANE_PADDING_PX, ROW_PX, type LaneLayout } from './layout';
import { laneFill, laneLine } from './lane_look';
import type { Mark } from './marks';
import { toPixels, type Scale } from './scale';
import { t } from './translations';

/** Radius of a point. */
const RADIUS_PX = 5;
const BAR_PX = 12;

export interface MarkProps {
  readonly mark: Mark;
  readonly lane: LaneLayout;
  readonly scale: Scale;
  readonly isSelected: boolean;
  /** True for the one mark that Tab reaches. */
  readonly isTabStop: boolean;
  onOpen(id: string): void;
  onFocus(id: string): void;
}

/** Vertical middle of a mark, from the top of the first lane. */
export const middleOf = (lane: LaneLayout, { row }: Mark): number =>
  lane.topPx + LANE_PADDING_PX + row * ROW_PX + ROW_PX / 2;

interface ShapeProps {
  readonly mark: Mark;
  readonly y: number;
  readonly scale: Scale;
  /** Colour of the body, and of its outline. */
  readonly fill: string;
  readonly line: string;
}

/** Ringing is light, talking is solid. */
const CallShape = ({ mark, y, scale, fill, line }: ShapeProps): ReactElement => {
  const { event, startMs } = mark.item;
  const endPx = mark.px + mark.widthPx;
  const answeredPx = toPixels(scale, startMs + (event.ring_seconds ?? 0) * 1000);
  const talkPx = Math.min(Math.max(answeredPx, mark.px), endPx);
  const top = y - BAR_PX / 2 - 1;
  return (
    <>
      <rect
        x={mark.px}
        y={top}
        width={Math.max(talkPx - mark.px, 0)}
        height={BAR_PX + 2}
        fill={fill}
        stroke={line}
        opacity={0.4}
      />
      <rect
        x={talkPx}
        y={top}
        width={Math.max(endPx - talkPx, 2)}
        height={BAR_PX + 2}
        rx={2}
        fill={fill}
      />
    </>
  );
};

const PointShape = ({
  mark,
  y,
  fill,
  line,
  isAlert,
}: ShapeProps & { isAlert: boolean }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const isContext = mark.item.event.role === 'context';
  const look = {
    fill: isContext ? euiTheme.colors.backgroundBasePlain : fill,
    stroke: line,
    strokeWidth: 1.5,
    opacity: isContext ? 0.75 : 1,
  };
  if (!isAlert)
    return <circle cx={mark.px} cy={y} r={isContext ? RADIUS_PX - 1.5 : RADIUS_PX} {...look} />;
  const r = RADIUS_PX + 1;
  return <path d={`M${mark.px} ${y - r} l${r} ${2 * r - 2} h${-2 * r} z`} {...look} />;
};

/** The drawn body of a mark. */
export const Shape = (props: ShapeProps & { isAlert: boolean }): ReactElement => {
  const { mark, y, fill } = props;
  if (mark.item.event.role === 'call') return <CallShape {...props} />;
  if (mark.widthPx === 0) return <PointShape {...props} />;
  const opacity = mark.item.event.role === 'context' ? 0.4 : 0.9;
  return (
    <rect
      x={mark.px}
      y={y - BAR_PX / 2}
      width={mark.widthPx}
      height={BAR_PX}
      rx={2}
      fill={fill}
      opacity={opacity}
    />
  );
};

/** The label of a mark; its halo keeps it readable on lines and columns. */
export const MarkText = ({ mark, y }: { mark: Mark; y: number }): ReactElement | null => {
  const { euiTheme } = useEuiTheme();
  if (!mark.label) return null;
  const isContext = mark.item.event.role === 'context';
  return (
    <text
      x={mark.label.px}
      textAnchor={mark.label.anchor}
      y={y + 4}
      fontSize={12}
      fontWeight={isContext ? 400 : 500}
      fill={isContext ? euiTheme.colors.textSubdued : euiTheme.colors.textParagraph}
      stroke={euiTheme.colors.backgroundBasePlain}
      strokeWidth={3}
      paintOrder="stroke"
    >
      {mark.label.text}
    </text>
  );
};

const opensOn = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === ' ';

/** One event: its shape, its label, and the ring when it has the focus or is selected. */
export const DrawnMark = (props: MarkProps): ReactElement => {
  const { mark, lane, scale, isSelected, isTabStop, onOpen, onFocus } = props;
  const { euiTheme } = useEuiTheme();
  const { event } = mark.item;
  const y = middleOf(lane, mark);
  const fill = laneFill(lane.lane, euiTheme);
  const line = laneLine(lane.lane, euiTheme);
  const left = mark.widthPx === 0 ? mark.px - RADIUS_PX : mark.px;
  const width = mark.widthPx === 0 ? 2 * RADIUS_PX : mark.widthPx;
  return (
    <g
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={t('vishing.timeline.markAriaLabel', {
        offset: describeOffset(event.offset_ms),
        sentence: event.sentence,
      })}
      aria-pressed={isSelected}
      data-mark-id={event.id}
      data-test-subj={`timelineMark-${event.id}`}
      style={{ cursor: 'pointer', outline: 'none' }}
      className="vishingMark"
      onClick={() => onOpen(event.id)}
      onFocus={() => onFocus(event.id)}
      onKeyDown={(keyEvent) => {
        if (!opensOn(keyEvent)) return;
        keyEvent.preventDefault();
        onOpen(event.id);
      }}
    >
      <title>{event.sentence}</title>
      <rect
        x={left - 4}
        y={y - 11}
        width={width + 8}
        height={22}
        rx={4}
        fill="transparent"
        stroke={isSelected ? euiTheme.colors.primary : 'transparent'}
        strokeWidth={2}
        className="vishingMarkRing"
      />
      <Shape
        mark={mark}
        y={y}
        scale={scale}
        fill={fill}
        line={line}
        isAlert={lane.lane === 'alerts'}
      />
      <MarkText mark={mark} y={y} />
    </g>
  );
};
