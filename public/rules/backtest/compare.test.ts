import type { BacktestAlert } from '../../../common/api/backtest';
import { compareAlerts, countChanges, foundOf, perDay, topOf } from './compare';

const alert = (id: string, time: string, rest: Partial<BacktestAlert> = {}): BacktestAlert => ({
  id,
  original_time: `2026-01-${time}:00.000Z`,
  ...rest,
});
const tried = [alert('a', '02T10:00'), alert('b', '03T23:30')];
const present = [alert('a', '02T10:00'), alert('c', '02T11:00')];

describe('compareAlerts', () => {
  it('says of every alert whether it comes, goes or stays, newest first', () => {
    expect(compareAlerts(tried, present).map(({ id, change }) => [id, change])).toEqual([
      ['b', 'comes'],
      ['c', 'goes'],
      ['a', 'stays'],
    ]);
    expect(countChanges(compareAlerts(tried, present))).toEqual({ comes: 1, goes: 1, stays: 1 });
  });

  it('lets every alert stay when the values in force are tried', () => {
    expect(countChanges(compareAlerts(tried, undefined))).toEqual({ comes: 0, goes: 0, stays: 2 });
  });
});

describe('perDay', () => {
  const range = { from: '2026-01-02T00:00:00.000Z', to: '2026-01-04T12:00:00.000Z' };

  it('counts every day of the range, without those that go', () => {
    expect(perDay(compareAlerts(tried, present), { ...range, zone: 'UTC' })).toEqual([
      { day: '2026-01-02', alerts: 1, stay: 1 },
      { day: '2026-01-03', alerts: 1, stay: 0 },
      { day: '2026-01-04', alerts: 0, stay: 0 },
    ]);
  });

  it('lets a day begin where the reader is', () => {
    const days = perDay(compareAlerts(tried, present), { ...range, zone: 'Europe/Berlin' });
    expect(days.map(({ alerts }) => alerts)).toEqual([1, 0, 1]);
  });
});

it('names the most frequent first', () => {
  const hosts = ['x', 'y', 'y'].map((host, at) => alert(String(at), '02T10:00', { host }));
  const top = topOf(hosts, ({ host }) => (host ? { key: host, label: host } : undefined));
  expect(top).toEqual([
    { key: 'y', label: 'y', alerts: 2 },
    { key: 'x', label: 'x', alerts: 1 },
  ]);
});

it('counts a confirmed call once, however many alerts name it', () => {
  const alerts = ['1', '2'].map((id) => alert(id, '02T10:00', { call_id: 'c1' }));
  expect(foundOf(alerts, ['c1', 'c2'])).toBe(1);
});
