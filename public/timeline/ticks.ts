import moment from 'moment-timezone';
import { formatInstant } from '../shared/format/instant';
import { formatOffset } from '../shared/format/duration';
import { instantAt, toPixels, type Scale } from './scale';

export interface Tick {
  readonly px: number;
  readonly label: string;
}

/** How times are written on the axis. */
export type Clock =
  | { readonly kind: 'relative'; readonly originMs: number }
  | { readonly kind: 'clock'; readonly zone: string };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Distances between ticks that read well. */
const STEPS_MS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14].map((count) => count * DAY),
];

/** Least distance between two ticks. */
const MIN_TICK_PX = 88;
/** More ticks than any screen shows: a stop for odd input. */
const MAX_TICKS = 200;

const stepFor = (msPerPx: number): number =>
  STEPS_MS.find((stepMs) => stepMs / msPerPx >= MIN_TICK_PX) ?? 30 * DAY;

/** Where steps are counted from: the start of the call, or midnight in the zone. */
const originOf = (clock: Clock, aroundMs: number): number =>
  clock.kind === 'relative'
    ? clock.originMs
    : moment.tz(aroundMs, clock.zone).startOf('day').valueOf();

const labelOf = (instantMs: number, stepMs: number, clock: Clock): string => {
  if (clock.kind === 'relative') return formatOffset(instantMs - clock.originMs);
  const isMidnight = formatInstant(instantMs, clock.zone, 'timeWithSeconds') === '00:00:00';
  if (isMidnight) return formatInstant(instantMs, clock.zone, 'day');
  return formatInstant(instantMs, clock.zone, stepMs < MINUTE ? 'timeWithSeconds' : 'time');
};

/** Ticks of one stretch of the axis without gaps. */
const ticksBetween = (scale: Scale, fromMs: number, toMs: number, clock: Clock): Tick[] => {
  const widthPx = toPixels(scale, toMs) - toPixels(scale, fromMs);
  if (widthPx <= 0) return [];
  const stepMs = stepFor((toMs - fromMs) / widthPx);
  const originMs = originOf(clock, fromMs);
  const first = Math.ceil((fromMs - originMs) / stepMs);
  const count = Math.min(Math.floor((toMs - originMs) / stepMs) - first + 1, MAX_TICKS);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const instantMs = originMs + (first + index) * stepMs;
    return { px: toPixels(scale, instantMs), label: labelOf(instantMs, stepMs, clock) };
  });
};

/** The ticks in sight, none inside of a gap, none too close to another. */
export const ticksOf = (scale: Scale, clock: Clock): Tick[] => {
  const fromMs = instantAt(scale, 0);
  const toMs = instantAt(scale, scale.widthPx);
  const edges = scale.axis.gaps.filter((gap) => gap.endMs > fromMs && gap.startMs < toMs);
  const starts = [fromMs, ...edges.map((gap) => gap.endMs)];
  const ends = [...edges.map((gap) => gap.startMs), toMs];
  const all = starts.flatMap((startMs, index) =>
    ticksBetween(scale, startMs, ends[index] ?? toMs, clock)
  );
  return all.reduce<Tick[]>((kept, tick) => {
    const last = kept.at(-1);
    return last && tick.px - last.px < MIN_TICK_PX * 0.75 ? kept : [...kept, tick];
  }, []);
};
