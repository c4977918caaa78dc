import { toListedNumber, toListedPrefix } from './listed_number';

it.each([
  ['+442079460958', '+442079460958'],
  ['+44 (0)20 7946 0958', '+442079460958'],
  ['tel:+44-20-7946-0958', '+442079460958'],
  ['0044 20 7946 0958', '+442079460958'],
  ['442079460958', '+442079460958'],
  ['+1 555 0100', '+15550100'],
  ['020 7946 0958', undefined],
  ['+1001', undefined],
  ['anonymous', undefined],
])('the number %s is listed as %s', (text, listed) => {
  expect(toListedNumber(text)).toBe(listed);
});

it.each([
  ['+1202555', '+1202555'],
  ['+1 (202) 555', '+1202555'],
  ['+44\u00a020', '+4420'],
  ['1202555', undefined],
  ['+12', undefined],
  ['+1202555*', undefined],
])('the range %s is listed as %s', (text, listed) => {
  expect(toListedPrefix(text)).toBe(listed);
});
