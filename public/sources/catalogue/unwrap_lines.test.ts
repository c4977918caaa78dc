import { unwrapLines } from './unwrap_lines';

it.each([
  ['one\ntwo', 'one two'],
  ['one\n\ntwo\nthree', 'one\n\ntwo three'],
  ['- one\n  more\n- two', '- one more\n- two'],
  ['one\n```\na\nb\n```\ntwo', 'one\n```\na\nb\n```\ntwo'],
  ['1. one\n2. two', '1. one\n2. two'],
])('%j is shown as %j', (markdown, expected) => {
  expect(unwrapLines(markdown)).toBe(expected);
});
