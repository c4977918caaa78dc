/**
 * The time axis: real time in which long empty stretches are squeezed. Lengths on it are "units": one unit is one
 * millisecond outside of a squeezed stretch. Zoom and pan work on units, so that the instant under the pointer stays
 * there whatever is squeezed. Pure: no React, no clock.
 */

/** A stretch without events that is drawn narrow; its real length is written on it. */
export interface Gap {
  readonly startMs: number;
  readonly endMs: number;
}

export interface TimeAxis {
  readonly startMs: number;
  readonly endMs: number;
  /** In time order, apart from each other. */
  readonly gaps: readonly Gap[];
  /** Length of every gap on the axis. */
  readonly gapUnits: number;
}

/** Something that takes time; an instant has `endMs` equal to `startMs`. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** An empty stretch is squeezed when it is longer than this share of the whole range, and than two minutes. */
const MIN_GAP_SHARE = 0.12;
const MIN_GAP_MS = 2 * 60_000;
/** Empty time that stays on both sides of a gap, as a share of the range: room for marks and labels. */
const GAP_MARGIN_SHARE = 0.02;
/** Length of a gap as a share of what is left of the range. */
const GAP_UNIT_SHARE = 0.05;

const emptyStretches = (spans: readonly Span[], startMs: number, endMs: number): Gap[] => {
  const stretches: Gap[] = [];
  let coveredMs = startMs;
  for (const span of [...spans].sort((a, b) => a.startMs - b.startMs)) {
    if (span.startMs > coveredMs) {
      stretches.push({ startMs: coveredMs, endMs: Math.min(span.startMs, endMs) });
    }
    coveredMs = Math.max(coveredMs, span.endMs);
  }
  if (coveredMs < endMs) stretches.push({ startMs: coveredMs, endMs });
  return stretches.filter((stretch) => stretch.endMs > stretch.startMs);
};

/** The axis of a range, with its long empty stretches squeezed. Without any span nothing is. */
export const createAxis = (range: Span, spans: readonly Span[]): TimeAxis => {
  const { startMs, endMs } = range;
  const lengthMs = endMs - startMs;
  const inside = spans.filter((span) => span.endMs >= startMs && span.startMs <= endMs);
  const marginMs = lengthMs * GAP_MARGIN_SHARE;
  const minMs = Math.max(MIN_GAP_MS, lengthMs * MIN_GAP_SHARE) + 2 * marginMs;
  const gaps =
    inside.length === 0
      ? []
      : emptyStretches(inside, startMs, endMs)
          .filter((gap) => gap.endMs - gap.startMs > minMs)
          .map((gap) => ({ startMs: gap.startMs + marginMs, endMs: gap.endMs - marginMs }));
  const squeezedMs = gaps.reduce((sum, gap) => sum + gap.endMs - gap.startMs, 0);
  return { startMs, endMs, gaps, gapUnits: (lengthMs - squeezedMs) * GAP_UNIT_SHARE };
};

/** Units from the start of the axis to an instant; instants outside lie before 0 or after the end. */
export const toUnits = ({ startMs, gaps, gapUnits }: TimeAxis, instantMs: number): number => {
  let units = instantMs - startMs;
  for (const gap of gaps) {
    if (instantMs <= gap.startMs) break;
    const lengthMs = gap.endMs - gap.startMs;
    const insideMs = Math.min(instantMs, gap.endMs) - gap.startMs;
    units += (insideMs / lengthMs) * gapUnits - insideMs;
  }
  return units;
};

/** The instant at a place on the axis; the inverse of `toUnits`. */
export const toInstant = ({ startMs, gaps, gapUnits }: TimeAxis, units: number): number => {
  let shiftMs = startMs;
  for (const gap of gaps) {
    const gapFrom = gap.startMs - shiftMs;
    if (units <= gapFrom) break;
    const lengthMs = gap.endMs - gap.startMs;
    if (units < gapFrom + gapUnits) {
      return gap.startMs + ((units - gapFrom) / gapUnits) * lengthMs;
    }
    shiftMs += lengthMs - gapUnits;
  }
  return units + shiftMs;
};

/** Length of the whole axis in units. */
export const axisUnits = (axis: TimeAxis): number => toUnits(axis, axis.endMs);
