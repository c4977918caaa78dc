import { describeRange, resolveRange } from './time_range';

const NOW = new Date('2025-01-02T12:00:00.000Z');

describe('time ranges', () => {
  it('makes relative times absolute', () => {
    expect(resolveRange({ from: 'now-24h', to: 'now' }, NOW)).toEqual({
      from: '2025-01-01T12:00:00.000Z',
      to: '2025-01-02T12:00:00.000Z',
    });
  });

  it('keeps absolute times', () => {
    const range = { from: '2025-01-01T00:00:00.000Z', to: '2025-01-01T06:00:00.000Z' };
    expect(resolveRange(range, NOW)).toEqual(range);
  });

  it('takes the last 24 hours for what it cannot read', () => {
    expect(resolveRange({ from: 'long ago', to: 'soon' }, NOW)).toEqual({
      from: '2025-01-01T12:00:00.000Z',
      to: '2025-01-02T12:00:00.000Z',
    });
  });

  it('turns an inverted range round', () => {
    const { from, to } = resolveRange({ from: 'now', to: 'now-1h' }, NOW);
    expect(from < to).toBe(true);
  });

  it.each([
    ['now-24h', 'now', 'the last 24 hours'],
    ['now-1d', 'now', 'the last day'],
    ['now-7d/d', 'now', 'this period'],
    ['2025-01-01', 'now', 'this period'],
  ])('describes %s to %s', (from, to, expected) => {
    expect(describeRange({ from, to })).toBe(expected);
  });
});
