import { checkParameter, type Parameter } from './parameter';

const list: Parameter = {
  ...{ id: 'names', type: 'list', of: 'text', default: [], max: 3, max_characters: 20 },
  help: 'Names that are looked for.',
};

it.each([
  ['as many characters as fit', ['it support', 'okta'], undefined],
  ['too many characters', ['it support', 'help desk'], /at most 20 characters.* these have 21/],
  ['signs that just fit', ['a.b.c.d.e.f.g'], undefined],
  ['too many signs', ['a.b.c.d.e.f.g.h'], /these have 23/],
  ['too many entries', ['a', 'b', 'c', 'd'], /at most 3 entries/],
  ['an empty entry', [''], /1 to 200 characters/],
  ['no list', 'a', /must be a list/],
] as const)('a list parameter takes or refuses %s', (_name, value, expected) => {
  const wrong = checkParameter(list, value);
  if (expected === undefined) expect(wrong).toBeUndefined();
  else expect(String(wrong)).toMatch(expected);
});
