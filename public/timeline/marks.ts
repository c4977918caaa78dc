import { markLabel, type TimelineItem } from './model';
import { toPixels, type Scale } from './scale';

/** One mark in its lane. */
export interface Mark {
  readonly item: TimelineItem;
  /** Left edge of a bar, or the middle of a point. */
  readonly px: number;
  /** 0 for a point. */
  readonly widthPx: number;
  readonly row: number;
  /** Absent where there is no room for it. */
  readonly label?: Anchor & { readonly text: string };
}

/** Where a text begins, or ends: a font that is wider than thought must not cover the mark. */
interface Anchor {
  readonly px: number;
  readonly anchor: 'start' | 'end';
}

/** Half the width of a point, with a little air. */
const POINT_PX = 8;
/** Mean width of a character of the small font; a label that is a little wider overlaps nothing that matters. */
const CHARACTER_PX = 6.3;
const MAX_LABEL_CHARACTERS = 48;
/** More rows would make a lane higher than a glance takes in. */
const MAX_ROWS = 4;
/** With more marks than this in a lane, context has neither labels nor rows of its own: they could not be read, and finding places would be slow. */
const CROWDED_FROM = 200;
/** Bars are cut this far outside of what is seen, so that their ends do not show. */
const CUT_PX = 8;
const LABEL_GAP_PX = 4;

interface Stretch {
  readonly fromPx: number;
  readonly toPx: number;
}

const shorten = (text: string): string =>
  text.length <= MAX_LABEL_CHARACTERS ? text : `${text.slice(0, MAX_LABEL_CHARACTERS - 1)}…`;

/** The body of a mark: a bar where the event has a length that can be seen. */
const bodyOf = (item: TimelineItem, scale: Scale): { px: number; widthPx: number } => {
  const startPx = Math.max(toPixels(scale, item.startMs), -CUT_PX);
  const endPx = Math.min(toPixels(scale, item.endMs), scale.widthPx + CUT_PX);
  const widthPx = endPx - startPx;
  return widthPx < 2 && item.event.role !== 'call'
    ? { px: startPx, widthPx: 0 }
    : { px: startPx, widthPx: Math.max(widthPx, 2) };
};

const bodyStretch = ({ px, widthPx }: { px: number; widthPx: number }): Stretch =>
  widthPx === 0
    ? { fromPx: px - POINT_PX, toPx: px + POINT_PX }
    : { fromPx: px - 2, toPx: px + widthPx + 2 };

/** Where the label may stand: after the mark, or before it at the right edge. */
const labelPlaces = (body: Stretch, textPx: number, widthPx: number): (Stretch & Anchor)[] => {
  const afterPx = body.toPx + LABEL_GAP_PX;
  const beforePx = body.fromPx - LABEL_GAP_PX;
  const places: (Stretch & Anchor)[] = [
    { fromPx: afterPx, toPx: afterPx + textPx, px: afterPx, anchor: 'start' },
    { fromPx: beforePx - textPx, toPx: beforePx, px: beforePx, anchor: 'end' },
  ];
  return places.filter(({ fromPx, toPx }) => fromPx >= 0 && toPx <= widthPx);
};

const isFree = (row: readonly Stretch[], { fromPx, toPx }: Stretch): boolean =>
  row.every((taken) => toPx <= taken.fromPx || fromPx >= taken.toPx);

const IMPORTANCE = { call: 0, evidence: 1, context: 2 } as const;

/** Keeps what stands in each row while marks are placed one after the other. */
class Rows {
  readonly taken: Stretch[][] = [];

  /** Takes the first row in which all stretches are free; `undefined` when there is none. */
  take(stretches: readonly Stretch[], maxRows: number, firstRow = 0): number | undefined {
    for (let row = firstRow; row < maxRows; row += 1) {
      const there = this.taken[row] ?? [];
      if (stretches.every((stretch) => isFree(there, stretch))) {
        this.taken[row] = [...there, ...stretches];
        return row;
      }
    }
    return undefined;
  }
}

interface Place {
  readonly scale: Scale;
  readonly rows: Rows;
  /** Rows before it belong to the call. */
  readonly firstRow: number;
}

const placeMark = (item: TimelineItem, { scale, rows, firstRow }: Place): Mark => {
  const body = bodyOf(item, scale);
  const stretch = bodyStretch(body);
  const text = shorten(markLabel(item));
  const first = item.event.role === 'context' ? firstRow : 0;
  // Context may use rows that evidence has opened, but opens none beyond its second for labels.
  const maxRows = item.event.role === 'context' ? Math.max(rows.taken.length, first + 2) : MAX_ROWS;
  for (const place of labelPlaces(stretch, text.length * CHARACTER_PX, scale.widthPx)) {
    const row = rows.take([stretch, place], maxRows, first);
    const { px, anchor } = place;
    if (row !== undefined) return { item, ...body, row, label: { text, px, anchor } };
  }
  const row = rows.take([stretch], MAX_ROWS, first) ?? Math.max(rows.taken.length - 1, 0);
  return { item, ...body, row };
};

/** Gives marks their rows and labels: the call first, then evidence, then context. @param items in time order */
export const placeMarks = (
  items: readonly TimelineItem[],
  scale: Scale
): { marks: Mark[]; rows: number } => {
  const rows = new Rows();
  const firstRow = items.some(({ event }) => event.role === 'call') ? 1 : 0;
  const isCrowded = items.length > CROWDED_FROM;
  const marks = [...items]
    .sort((a, b) => IMPORTANCE[a.event.role] - IMPORTANCE[b.event.role])
    .map((item) =>
      isCrowded && item.event.role === 'context'
        ? { item, ...bodyOf(item, scale), row: Math.max(rows.taken.length, firstRow) }
        : placeMark(item, { scale, rows, firstRow })
    );
  return { marks, rows: Math.max(1, ...marks.map(({ row }) => row + 1)) };
};
