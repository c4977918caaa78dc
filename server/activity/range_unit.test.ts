import { unitOf } from './range_unit';

const TO = '2025-06-01T00:00:00.000Z';
const before = (days: number): string => new Date(Date.parse(TO) - days * 86_400_000).toISOString();

describe('the unit in which a range is drawn', () => {
  it.each([
    [0, 'day'],
    [30, 'day'],
    [100, 'day'],
    [101, 'week'],
    [700, 'week'],
    [701, 'month'],
    [9000, 'month'],
  ])('for %d days it is a %s', (days, unit) => {
    expect(unitOf({ from: before(days), to: TO })).toBe(unit);
  });
});
