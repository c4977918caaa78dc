import fc from 'fast-check';
import { sameJson } from './same_json';

it.each([
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 2] } }, true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [{ a: null }, {}, false],
  ['1', 1, false],
])('%j and %j: %s', (a, b, same) => {
  expect(sameJson(a, b)).toBe(same);
  expect(sameJson(b, a)).toBe(same);
});

it('finds every value equal to its copy', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => sameJson(value, JSON.parse(JSON.stringify(value))))
  );
});
