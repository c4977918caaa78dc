import moment from 'moment-timezone';
import type { Random } from './random';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** UTC instant with milliseconds, as ECS documents carry it. */
export const toIso = (timeMs: number): string => new Date(timeMs).toISOString();

/** Wall-clock time without zone, as Asterisk writes it: `2026-03-02 14:05:09`. */
export const toLocalText = (timeMs: number, timezone: string): string =>
  moment.tz(timeMs, timezone).format('YYYY-MM-DD HH:mm:ss');

/** A calendar day at one place. */
export interface LocalDay {
  readonly timezone: string;
  /** Instant of midnight. */
  readonly startMs: number;
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number;
}

/** The local days from `fromMs` to `toMs`, both included. */
export const localDays = (fromMs: number, toMs: number, timezone: string): LocalDay[] => {
  const days: LocalDay[] = [];
  const day = moment.tz(fromMs, timezone).startOf('day');
  while (day.valueOf() <= toMs) {
    days.push({ timezone, startMs: day.valueOf(), weekday: day.day() });
    day.add(1, 'day');
  }
  return days;
};

/** Calls by hour from 7 to 18: peaks at 10 and 14, a dip at noon. */
const HOUR_WEIGHTS: readonly (readonly [number, number])[] = [
  [7, 2],
  [8, 6],
  [9, 10],
  [10, 13],
  [11, 12],
  [12, 6],
  [13, 9],
  [14, 13],
  [15, 11],
  [16, 9],
  [17, 5],
  [18, 1],
];

/** Monday is busier, weekends are nearly silent. */
export const dayFactor = ({ weekday }: LocalDay): number =>
  weekday === 0 || weekday === 6 ? 0.05 : weekday === 1 ? 1.2 : 1;

/** An instant in the working hours of the day. */
export const drawWorkingTime = (random: Random, day: LocalDay): number =>
  day.startMs + random.weighted(HOUR_WEIGHTS) * HOUR_MS + random.int(0, HOUR_MS - 1);
