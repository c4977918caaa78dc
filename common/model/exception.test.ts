import { checkExpires, exceptionNews, exceptionState } from './exception';

const NOW = Date.parse('2025-01-01T00:00:00.000Z');

it.each([
  ['2025-03-01T00:00:00.000Z', 'active'],
  ['2025-01-08T00:00:00.000Z', 'ends_soon'],
  ['2025-01-01T00:00:01.000Z', 'ends_soon'],
  ['2025-01-01T00:00:00.000Z', 'expired'],
] as const)('an exception until %s is %s', (expires, state) => {
  expect(exceptionState({ expires }, NOW)).toBe(state);
});

it.each([
  ['2025-06-01T00:00:00.000Z', undefined],
  ['2024-12-31T00:00:00.000Z', 'The end must lie in the future.'],
  ['2026-06-01T00:00:00.000Z', 'The end must lie within 365 days.'],
  ['soon', 'The end must lie in the future.'],
])('says what is wrong with the end %s', (expires, wrong) => {
  expect(checkExpires(expires, NOW)).toBe(wrong);
});

it('counts what ends soon and what ended lately, and nothing that is long over or far ahead', () => {
  const ends = ['2025-03-01', '2025-01-05', '2025-01-08', '2024-12-31', '2024-12-25', '2024-12-24'];
  const exceptions = ends.map((day) => ({ expires: `${day}T00:00:00.000Z` }));
  expect(exceptionNews(exceptions, NOW)).toEqual({ endSoon: 2, endedLately: 2 });
});
