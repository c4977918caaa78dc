import type { TimelineItem } from './model';
import { toPixels, type Scale } from './scale';

/** Many marks drawn as one column. */
export interface Column {
  readonly px: number;
  readonly widthPx: number;
  /** Events in it; a mark that stands for many counts as many. */
  readonly count: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** A lane with more marks than this in sight is drawn as columns: more would be slow and unreadable. */
export const MAX_MARKS = 2000;

/** Width of a column, with the space after it. */
export const COLUMN_PX = 6;

type Weigh = (item: TimelineItem) => number;

const toColumn = (index: number, items: readonly TimelineItem[], weigh: Weigh): Column => ({
  px: index * COLUMN_PX,
  widthPx: COLUMN_PX - 1,
  count: items.reduce((sum, item) => sum + weigh(item), 0),
  startMs: Math.min(...items.map(({ startMs }) => startMs)),
  endMs: Math.max(...items.map(({ endMs }) => endMs)),
});

/** Counts items by the column that their start falls into; only columns in sight that hold something, left to right. */
export const binItems = (
  items: readonly TimelineItem[],
  scale: Scale,
  weigh: Weigh = ({ event }) => event.count
): Column[] => {
  const bins = new Map<number, TimelineItem[]>();
  for (const item of items) {
    const px = toPixels(scale, item.startMs);
    if (px < 0 || px > scale.widthPx) continue;
    const index = Math.min(Math.floor(px / COLUMN_PX), Math.ceil(scale.widthPx / COLUMN_PX) - 1);
    const bin = bins.get(index);
    if (bin) bin.push(item);
    else bins.set(index, [item]);
  }
  return [...bins.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, bin]) => toColumn(index, bin, weigh));
};

/** Height of a column as a share of the highest: logarithmic, so that one event beside thousands is still seen. */
export const columnShare = (count: number, highest: number): number =>
  highest <= 1 ? 1 : Math.max(0.15, Math.log(count + 1) / Math.log(highest + 1));
