import { ACCOUNTS_INDEX, CALLS_INDEX } from '../../common/constants';
import type { CallDocument } from '../../common/model/call';

/** Whose calls are looked for, and the field of `vishing-calls` under which they stand, one day at a time. */
export const ON_DAY = {
  'user.email': 'vishing.on_day.email',
  'user.name': 'vishing.on_day.name',
  'user.id': 'vishing.on_day.id',
  'vishing.person.id': 'vishing.on_day.person',
} as const;

export type CallsOf = keyof typeof ON_DAY;

export const isCallsOf = (field: string): field is CallsOf => field in ON_DAY;

/** Column with the day that a row looks for calls on, and in the end the event's own. */
export const DAY = 'vishing.day';

const DAY_SECONDS = 86_400;

/**
 * More events than a rule meets in its look-back. Sorting packs those that are left of millions into few pages; Elasticsearch
 * looks up page by page, which takes three times as long when each holds one event. It sorts by a calculated column: for
 * one of the index Elasticsearch 8.19 reserves memory for the whole limit, once for each shard.
 */
const MOST_EVENTS = 100_000;

type OnDay = CallDocument['vishing']['on_day'];

/** What rules find a call by: the day (UTC) on which it began and our person, such as `2026-11-27 ana@example.com`. */
export const foundOnDay = (
  startMs: number,
  user: CallDocument['user'],
  person: { readonly id: string } | undefined
): OnDay => {
  const day = new Date(startMs).toISOString().slice(0, 10);
  const key = (whose?: string): string | undefined =>
    whose === undefined ? undefined : `${day} ${whose}`;
  return user || person
    ? { email: key(user?.email), name: key(user?.name), id: key(user?.id), person: key(person?.id) }
    : undefined;
};

/** The names by which events know a person may be others than the one that calls carry. */
const HAS_OTHER_NAMES: ReadonlySet<CallsOf> = new Set(['user.email', 'user.name']);

const theirNameInCalls = (of: CallsOf): string[] =>
  HAS_OTHER_NAMES.has(of)
    ? [
        `LOOKUP JOIN ${ACCOUNTS_INDEX} ON ${of}`,
        `EVAL ${of} = COALESCE(vishing.account.in_calls, ${of})`,
      ]
    : [];

export interface BegunBetween {
  /** Columns with the instants between which a call must have begun, before the seconds are taken off and added. */
  readonly from: string;
  readonly to: string;
  readonly secondsBefore: number;
  readonly secondsAfter: number;
  /** From `from` to `to` at most. */
  readonly secondsBetween?: number;
}

const dayOf = (instant: string): string => `DATE_FORMAT("yyyy-MM-dd", ${instant})`;

const moved = (instant: string, seconds: number): string => {
  if (seconds === 0) return instant;
  return `${instant} ${seconds < 0 ? '-' : '+'} ${Math.abs(seconds)} seconds`;
};

/** From so many days on many of them lie in the future when a rule runs, and nobody has called on those. */
const MANY_DAYS = 7;

/** One instant on each day of the time, so that no day is left out. */
const instantOnEachDay = (between: BegunBetween): string[] => {
  const { from, to, secondsBefore, secondsAfter, secondsBetween = 0 } = between;
  const days = Math.ceil((secondsBefore + secondsBetween + secondsAfter) / DAY_SECONDS);
  const until = days > MANY_DAYS ? ', NOW()' : '';
  const latest = moved(to, secondsAfter);
  const inside = Array.from(
    { length: Math.max(days - 1, 0) },
    (_none, day) =>
      `LEAST(${moved(from, (day + 1) * DAY_SECONDS - secondsBefore)}, ${latest}${until})`
  );
  return [moved(from, -secondsBefore), ...inside, until ? `LEAST(${latest}${until})` : latest];
};

/**
 * Commands of ES|QL, without the first `|`, that bring to each row the calls of `of` that may have begun between two
 * instants: all calls of the days (UTC) between them, one row for each. The filter on the instants themselves comes after.
 * A look-up has no filter of its own in Elasticsearch 8.19 and 9.0, and whoever speaks on the phone all day has thousands of
 * calls in vishing-calls; by the day it reads a hundredth of them.
 * The Detection Engine makes an alert for each value of a column that is expanded, as long as the answer holds the column. So
 * it gets one value for all rows of an event in the end, and an event that meets calls of two days still makes one alert.
 */
export const joinCalls = (of: CallsOf, between: BegunBetween): string => {
  const { to } = between;
  const days = instantOnEachDay(between).map(dayOf);
  return [
    `EVAL ${DAY} = MV_DEDUPE(${days.reduce((list, day) => `MV_APPEND(${list}, ${day})`)})`,
    `SORT ${DAY}`,
    `LIMIT ${MOST_EVENTS}`,
    ...theirNameInCalls(of),
    `MV_EXPAND ${DAY}`,
    `EVAL ${ON_DAY[of]} = CONCAT(${DAY}, " ", ${of})`,
    `LOOKUP JOIN ${CALLS_INDEX} ON ${ON_DAY[of]}`,
    `EVAL ${DAY} = ${dayOf(to)}`,
  ].join('\n| ');
};
