import { partsOf } from './parts';

const range = (from: string, to: string) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

it('cuts a week into days, newest first, without gaps', () => {
  const parts = partsOf(range('2026-01-01T06:00Z', '2026-01-03T12:00Z'));
  expect(parts).toEqual([
    range('2026-01-03T00:00Z', '2026-01-03T12:00Z'),
    range('2026-01-02T00:00Z', '2026-01-03T00:00Z'),
    range('2026-01-01T06:00Z', '2026-01-02T00:00Z'),
  ]);
});

it('begins a month with one day, so that something is shown soon', () => {
  const parts = partsOf(range('2026-01-01T00:00Z', '2026-01-31T00:00Z'));
  expect(parts[0]).toEqual(range('2026-01-30T00:00Z', '2026-01-31T00:00Z'));
  expect(parts.length).toBeLessThanOrEqual(12);
  expect(parts.slice(1).map(({ to }) => to)).toEqual(parts.slice(0, -1).map(({ from }) => from));
});

it('makes at most 15 parts of 90 days, and the same ones an hour later', () => {
  const parts = partsOf(range('2026-01-01T12:00Z', '2026-04-01T12:00Z'));
  expect(parts.length).toBeLessThanOrEqual(15);
  const later = partsOf(range('2026-01-01T13:00Z', '2026-04-01T13:00Z'));
  expect(later.slice(1, -1)).toEqual(parts.slice(1, -1));
});
