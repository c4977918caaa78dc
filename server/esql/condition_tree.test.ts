import {
  asEvaluable,
  conditionTree,
  conjunctsOf,
  fieldsOf,
  writtenAs,
  type ConditionTree,
} from './condition_tree';
import { tokenise } from './tokens';

type Written = string | { readonly [kind: string]: readonly Written[] };

const written = (tree: ConditionTree): Written =>
  tree.kind === 'leaf' ? writtenAs(tree.tokens) : { [tree.kind]: tree.parts.map(written) };

it.each<[string, string, Written]>([
  ['AND', 'a == 1 AND b', { and: ['a == 1', 'b'] }],
  ['AND in small letters', 'a and b', { and: ['a', 'b'] }],
  ['OR before AND', 'a AND b OR c', { or: [{ and: ['a', 'b'] }, 'c'] }],
  ['parentheses', 'a AND (b OR (c AND d))', { and: ['a', { or: ['b', { and: ['c', 'd'] }] }] }],
  ['parentheses around all', '((a AND b))', { and: ['a', 'b'] }],
  ['two pairs of parentheses', '(a OR b) AND (c)', { and: [{ or: ['a', 'b'] }, 'c'] }],
  ['no AND in a string', 'a == "b AND c"', 'a == "b AND c"'],
  ['no AND in a function', 'f(a AND b) == 1', 'f(a AND b) == 1'],
  ['NOT of a group as one part', 'NOT (a OR b)', 'NOT (a OR b)'],
  ['NOT of one part', 'NOT a AND b', { and: ['NOT a', 'b'] }],
  [
    'names that begin like words',
    'android == 1 AND order.id IN (1, 2)',
    { and: ['android == 1', 'order.id IN (1, 2)'] },
  ],
])('cuts at %s', (_what, text, expected) => {
  expect(written(conditionTree(tokenise(text)))).toEqual(expected);
});

it('gives every part that must be true, however they are nested', () => {
  const parts = conjunctsOf(tokenise('a AND ((b) AND (c AND (d OR e)))'));
  expect(parts.map(written)).toEqual(['a', 'b', 'c', { or: ['d', 'e'] }]);
});

it('keeps comments of a part that stands in parentheses', () => {
  const tree = conditionTree(tokenise('(a <= 1/*=most*/)'));
  expect(tree.kind === 'leaf' && tree.tokens.some(({ text }) => text === '/*=most*/')).toBe(true);
});

it('names the fields of a part and not its functions, words and values', () => {
  expect(
    fieldsOf(tokenise('NOT COALESCE(TO_LOWER(a.`0`.b), "c d") IN ("e") AND @timestamp IS NOT NULL'))
  ).toEqual(['a.`0`.b', '@timestamp']);
});

it('writes a search for one of several values in a way that can be evaluated', () => {
  expect(asEvaluable(tokenise('a.b : "start" AND c::keyword == "x:y"'))).toBe(
    'COALESCE(LOCATE(CONCAT("\\n", MV_CONCAT(TO_STRING(a.b), "\\n"), "\\n"), "\\nstart\\n"), 0) > 0 AND c :: keyword == "x:y"'
  );
});
