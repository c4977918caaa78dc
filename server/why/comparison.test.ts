import { textOf, tokenise } from '../esql/tokens';
import { calculatedSide, comparisonOf } from './comparison';

it.each([
  ['x >= 60', '>=', ['60']],
  ['x >= -120', '>=', ['-120']],
  ['COALESCE(x, "none") != "trusted"', '!=', ['trusted']],
  ['x : "start"', '==', ['start']],
  ['x IN ("a", "b, c")', 'in', ['a', 'b, c']],
  ['NOT x IN ("a")', 'not_in', ['a']],
  ['TO_LOWER(x) LIKE ("a", "*.b")', 'in', ['a', '*.b']],
  ['NOT x LIKE ("a")', 'not_in', ['a']],
  ['NOT x IN ("\u2400")', 'not_in', []],
  ['NOT f(x) RLIKE ".*a.*"', 'not_matches', ['.*a.*']],
  ['x LIKE "*a\\"b*"', 'matches', ['*a"b*']],
  ['x IS NOT NULL', 'exists', []],
  ['x.y', 'true', []],
  ['NOT x.y', 'false', []],
])('reads what %s asks for', (text, operator, values) => {
  expect(comparisonOf(tokenise(text))).toEqual({ operator, values, total: values.length });
});

it('lists a dozen of many values and counts them', () => {
  const many = Array.from({ length: 30 }, (_, nth) => `"v${nth}"`).join(', ');
  const needed = comparisonOf(tokenise(`x IN (${many})`));
  expect(needed?.values).toHaveLength(12);
  expect(needed?.total).toBe(30);
});

it.each([
  ['DATE_DIFF("seconds", a, b) <= 600', 'DATE_DIFF("seconds", a, b)'],
  ['COALESCE(a, 0) * 100 >= 50', 'COALESCE(a, 0) * 100'],
  ['COALESCE(a, 0) >= 50', undefined],
  ['TO_LOWER(a) == "b"', undefined],
  ['a + CASE(b AND c >= 20, 1, 0) >= 3', 'a + CASE(b AND c >= 20, 1, 0)'],
])('knows whether the left side of %s is calculated', (text, expected) => {
  const side = calculatedSide(tokenise(text));
  expect(side && textOf(side)).toBe(expected);
});
