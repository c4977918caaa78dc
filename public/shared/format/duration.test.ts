import { describeOffset, formatAgo, formatDuration, formatOffset } from './duration';

const MINUTE = 60_000;

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [400, '0 s'],
    [12_000, '12 s'],
    [59_600, '1 min'],
    [252_000, '4 min 12 s'],
    [18 * MINUTE + 4_000, '18 min 4 s'],
    [60 * MINUTE, '1 h'],
    [125 * MINUTE, '2 h 5 min'],
    [26 * 60 * MINUTE, '1 d 2 h'],
    [-252_000, '4 min 12 s'],
  ])('writes %i ms as "%s"', (ms, expected) => {
    expect(formatDuration(ms)).toBe(expected);
  });

  it.each([
    [252_000, '+4 min 12 s', '4 min 12 s after the call began'],
    [-30_000, '−30 s', '30 s before the call began'],
    [0, '0 s', 'when the call began'],
  ])('writes the offset %i ms with its direction', (ms, short, phrase) => {
    expect([formatOffset(ms), describeOffset(ms)]).toEqual([short, phrase]);
  });

  it.each([
    [30_000, 'just now'],
    [5 * MINUTE, '5 min ago'],
    [125 * MINUTE, '2 h ago'],
    [3 * 24 * 60 * MINUTE, '3 d ago'],
    [-125 * MINUTE, 'in 2 h'],
  ])('says how long ago %i ms is', (ageMs, expected) => {
    expect(formatAgo(1_000_000_000_000 - ageMs, 1_000_000_000_000)).toBe(expected);
  });
});
