import { assignedNames, splitCommands } from './commands';
import { textOf, tokenise } from './tokens';

const split = (query: string) => splitCommands(query).map(({ name, rest }) => [name, textOf(rest)]);

it('cuts at pipes and keeps what stands behind the name of a command', () => {
  expect(split('FROM a-*, b METADATA _id\n| WHERE x == 1 | LIMIT 5')).toEqual([
    ['FROM', 'a-*, b METADATA _id'],
    ['WHERE', 'x == 1'],
    ['LIMIT', '5'],
  ]);
});

it.each([
  ['a string', 'WHERE x == "a | b"', 'x == "a | b"'],
  ['a string with quotes in it', 'WHERE x == "a \\" | b"', 'x == "a \\" | b"'],
  [
    'a string that ends with a backslash',
    'WHERE x == "a\\\\" AND y == "|"',
    'x == "a\\\\" AND y == "|"',
  ],
  ['a string in three quotes', 'WHERE x == """a " | b"""', 'x == """a " | b"""'],
  ['a pattern', 'WHERE x RLIKE ".*(a|b).*"', 'x RLIKE ".*(a|b).*"'],
  ['parentheses', 'WHERE f(x | y)', 'f(x | y)'],
  ['a name in backticks', 'WHERE a.`b|c`.d == 1', 'a.`b|c`.d == 1'],
  ['a comment to the end of the line', 'WHERE x // a | b\n == 1', 'x  \n == 1'],
  ['a comment in the middle', 'WHERE x /* | */ == 1', 'x   == 1'],
])('takes no pipe in %s for an end', (_what, query, rest) => {
  expect(split(query)).toEqual([['WHERE', rest]]);
});

it('takes two slashes and quotes in a string for text', () => {
  expect(split('EVAL x = "https://example.com/*", y = 1 | LIMIT 1')).toHaveLength(2);
});

it('loses no character', () => {
  const query = 'FROM a-*/*=x*/ | EVAL `a``b` = "\\"|" // end\n| WHERE é == 1';
  expect(
    tokenise(query)
      .map(({ text }) => text)
      .join('')
  ).toBe(query);
});

it('names the columns that an EVAL makes', () => {
  const [command] = splitCommands('EVAL a.b = f(x, y), `c d` = a == b, g(z)');
  expect(assignedNames(command?.rest ?? [])).toEqual(['a.b', 'c d']);
});
