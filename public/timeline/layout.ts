import type { Lane } from '../../common/model/signal';
import { binItems, MAX_MARKS, type Column } from './binning';
import { placeMarks, type Mark } from './marks';
import { LANES, type TimelineItem } from './model';
import { toPixels, type Scale } from './scale';

/** Height of one row of marks. */
export const ROW_PX = 24;
/** Space above and below the rows of a lane. */
export const LANE_PADDING_PX = 6;

export interface LaneLayout {
  readonly lane: Lane;
  /** From the top of the first lane. */
  readonly topPx: number;
  readonly heightPx: number;
  readonly marks: readonly Mark[];
  /** Instead of marks, where there are too many. */
  readonly columns: readonly Column[];
  /** Events of the lane, in sight or not. */
  readonly total: number;
}

export interface TimelineLayout {
  readonly lanes: readonly LaneLayout[];
  readonly heightPx: number;
}

const isInSight = (item: TimelineItem, scale: Scale): boolean =>
  toPixels(scale, item.endMs) >= 0 && toPixels(scale, item.startMs) <= scale.widthPx;

const isContext = ({ event }: TimelineItem): boolean => event.role === 'context';

/** What is drawn as columns: nothing, the context, or everything when the evidence alone is too much. */
const partsOf = (
  items: readonly TimelineItem[]
): { single: readonly TimelineItem[]; binned: readonly TimelineItem[] } => {
  if (items.length <= MAX_MARKS) return { single: items, binned: [] };
  const important = items.filter((item) => !isContext(item));
  if (important.length > MAX_MARKS) return { single: [], binned: items };
  return { single: important, binned: items.filter(isContext) };
};

const layoutLane = (
  lane: Lane,
  items: readonly TimelineItem[],
  scale: Scale
): Omit<LaneLayout, 'topPx'> => {
  const { single, binned } = partsOf(items.filter((item) => isInSight(item, scale)));
  const { marks, rows } = placeMarks(single, scale);
  return {
    lane,
    heightPx: Math.max(rows, 1) * ROW_PX + 2 * LANE_PADDING_PX,
    marks,
    columns: binItems(binned, scale),
    total: items.length,
  };
};

/** Where everything stands, in pixels. @param items in time order */
export const layoutTimeline = (items: readonly TimelineItem[], scale: Scale): TimelineLayout => {
  const lanes: LaneLayout[] = [];
  let topPx = 0;
  for (const lane of LANES) {
    const laid = layoutLane(
      lane,
      items.filter(({ event }) => event.lane === lane),
      scale
    );
    lanes.push({ ...laid, topPx });
    topPx += laid.heightPx;
  }
  return { lanes, heightPx: topPx };
};
