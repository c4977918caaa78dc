import { askedFirst } from './asked_first';

it.each([
  [
    'a list in lower case',
    'TO_LOWER(a.b) LIKE ("x1.exe", "y")',
    'a.b RLIKE "[xX]1\\\\.[eE][xX][eE]|[yY]"',
  ],
  ['a list with IN', 'TO_LOWER(a) IN ("x")', 'a RLIKE "[xX]"'],
  ['an exact list', 'a IN ("x", "y")', 'a IN ("x","y")'],
  ['the part of several that it can ask for', 'f(a) == 1 AND a IN ("x") AND NOT b', 'a IN ("x")'],
  ['all such parts', 'a IN ("x") AND TO_LOWER(b) LIKE ("y")', '(a IN ("x") AND b RLIKE "[yY]")'],
  [
    'one part of each alternative',
    '(a IN ("x") AND c) OR (d AND b IN ("y"))',
    '(a IN ("x") OR b IN ("y"))',
  ],
])('asks the index for %s', (_what, where, expected) => {
  expect(askedFirst(where)).toBe(expected);
});

it.each([
  ['an alternative of which the index knows nothing', 'a IN ("x") OR f(b) == 1'],
  ['what is not so', 'NOT a IN ("x")'],
  ['the opposite of a list in lower case', 'NOT TO_LOWER(a) LIKE ("x")'],
  ['a calculated text', 'TO_LOWER(COALESCE(a, b)) LIKE ("x")'],
  ['texts with wildcards', 'TO_LOWER(a) LIKE ("x*")'],
  ['texts with an escape', 'TO_LOWER(a) LIKE ("x\\\\y")'],
  [
    'more texts than a regular expression takes',
    `TO_LOWER(a) LIKE (${Array.from({ length: 99 }, () => '"abcdef"').join(', ')})`,
  ],
  ['numbers', 'a IN (1, 2)'],
])('asks nothing first for %s', (_what, where) => {
  expect(askedFirst(where)).toBeUndefined();
});
