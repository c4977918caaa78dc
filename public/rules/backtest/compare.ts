import type { BacktestAlert } from '../../../common/api/backtest';

/** Whether an alert is raised with both sets of values, only with the tried ones, or only with those in force. */
export type Change = 'stays' | 'comes' | 'goes';

export interface ComparedAlert extends BacktestAlert {
  readonly change: Change;
}

/** Alerts of both runs, newest first, each once. @param present absent: the values are those in force, so all stay */
export const compareAlerts = (
  tried: readonly BacktestAlert[],
  present: readonly BacktestAlert[] | undefined
): ComparedAlert[] => {
  const before = new Set(present?.map(({ id }) => id));
  const after = new Set(tried.map(({ id }) => id));
  const changeOf = ({ id }: BacktestAlert): Change =>
    present === undefined || before.has(id) ? 'stays' : 'comes';
  return [
    ...tried.map((alert): ComparedAlert => ({ ...alert, change: changeOf(alert) })),
    ...(present ?? [])
      .filter(({ id }) => !after.has(id))
      .map((alert): ComparedAlert => ({ ...alert, change: 'goes' })),
  ].sort((a, b) => b.original_time.localeCompare(a.original_time));
};

export const countChanges = (
  alerts: readonly ComparedAlert[]
): Readonly<Record<Change, number>> => {
  const counts = { stays: 0, comes: 0, goes: 0 };
  for (const { change } of alerts) counts[change] += 1;
  return counts;
};

export interface DayCount {
  /** `2026-01-31`, in the reader's zone. */
  readonly day: string;
  /** With the tried values. */
  readonly alerts: number;
  /** Of those the ones that are raised today too. */
  readonly stay: number;
}

const DAY_MS = 86_400_000;

/** Alerts of every day of the range, days without any included. @param zone IANA zone in which a day begins */
export const perDay = (
  alerts: readonly ComparedAlert[],
  { from, to, zone }: { readonly from: string; readonly to: string; readonly zone: string }
): DayCount[] => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const days = new Map<string, { alerts: number; stay: number }>();
  const lastMs = Date.parse(to) - 1;
  for (let ms = Date.parse(from); ms < lastMs; ms += DAY_MS)
    days.set(format.format(ms), { alerts: 0, stay: 0 });
  days.set(format.format(lastMs), { alerts: 0, stay: 0 });
  for (const { original_time: time, change } of alerts) {
    const count = days.get(format.format(Date.parse(time)));
    if (!count || change === 'goes') continue;
    count.alerts += 1;
    if (change === 'stays') count.stay += 1;
  }
  return [...days].map(([day, count]) => ({ day, ...count }));
};

export interface TopEntry {
  readonly key: string;
  readonly label: string;
  readonly alerts: number;
}

const MOST_TOP = 5;

/** The most frequent values of the alerts, most first. */
export const topOf = (
  alerts: readonly BacktestAlert[],
  read: (alert: BacktestAlert) => { key: string; label: string } | undefined
): TopEntry[] => {
  const counts = new Map<string, { label: string; alerts: number }>();
  for (const alert of alerts) {
    const value = read(alert);
    if (!value) continue;
    const entry = counts.get(value.key) ?? { label: value.label, alerts: 0 };
    counts.set(value.key, { ...entry, alerts: entry.alerts + 1 });
  }
  return [...counts]
    .map(([key, entry]) => ({ key, ...entry }))
    .sort((a, b) => b.alerts - a.alerts || a.label.localeCompare(b.label))
    .slice(0, MOST_TOP);
};

/** Confirmed calls that the alerts would have named. */
export const foundOf = (alerts: readonly BacktestAlert[], confirmed: readonly string[]): number => {
  const named = new Set(alerts.flatMap(({ call_id: id }) => id ?? []));
  return confirmed.filter((id) => named.has(id)).length;
};
