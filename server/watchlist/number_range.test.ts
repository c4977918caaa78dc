import { holdsNumber, parseRange, prefixesOfRange, rangeText, sizeOf } from './number_range';

const range = (from: string, to: string) => ({ from: `+1202555${from}`, to: `+1202555${to}` });

it.each([
  ['0100', '0149', ['010', '011', '012', '013', '014']],
  ['0100', '0199', ['01']],
  ['0142', '0142', ['0142']],
  ['0108', '0121', ['0108', '0109', '011', '0120', '0121']],
  ['0000', '9999', ['']],
])('from %s to %s is %j', (from, to, prefixes) => {
  expect(prefixesOfRange(range(from, to))).toEqual(prefixes.map((text) => `+1202555${text}`));
});

it('needs few leading digits, however wide a range is', () => {
  expect(prefixesOfRange({ from: '+12000000001', to: '+12999999998' })).toHaveLength(152);
});

it('is read as it was written', () => {
  const written = rangeText(range('0100', '0149'));
  expect(parseRange(written)).toEqual(range('0100', '0149'));
});

it.each(['+12025550149-+12025550100', '+12025550100-+120255501000', '+12025550100', '+1202555*'])(
  '%s is none',
  (text) => {
    expect(parseRange(text)).toBeUndefined();
  }
);

it('holds its first and its last number, and none with more digits', () => {
  const numbers = ['0099', '0100', '0149', '0150', '01000'].map((end) => `+1202555${end}`);
  expect(numbers.map((number) => holdsNumber(range('0100', '0149'), number))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});

it('speaks of as many numbers as it holds', () => {
  const length = '+12025550100'.length;
  expect(sizeOf({ number: rangeText(range('0100', '0149')), kind: 'range' }, length)).toBe(50);
  expect(sizeOf({ number: '+120255501', kind: 'prefix' }, length)).toBe(100);
});
