import { silenceOf } from './silence';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-02T00:00:00Z');
/** Office hours of so many days, weekends included. */
const officeHours = (days: number): number[] =>
  Array.from({ length: days * 9 }, (_, index) => {
    const day = Math.floor(index / 9);
    return START + (day * 24 + 8 + (index % 9)) * HOUR;
  });
const lastHourOf = (days: number): number => START + ((days - 1) * 24 + 16) * HOUR;

describe('a source that sends in office hours', () => {
  it.each([
    [1, undefined],
    [16, undefined],
    [24, undefined],
    [40, { hours: 40, longest_before: 16 }],
  ])('after %d hours without a record: %j', (hours, expected) => {
    const now = lastHourOf(10) + (hours + 1) * HOUR;
    expect(silenceOf(officeHours(10), now)).toEqual(expected);
  });

  it('is not judged by less than three days', () => {
    expect(silenceOf(officeHours(2), START + 1000 * HOUR)).toBeUndefined();
  });

  it('is not judged without any record', () => {
    expect(silenceOf([], START)).toBeUndefined();
  });
});
