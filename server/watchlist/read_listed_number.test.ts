import { readListedNumber } from './read_listed_number';

it.each([
  ['+1 202-555-0142', undefined, '+12025550142', 'number'],
  ['(202) 555-0142', 'US', '+12025550142', 'number'],
  ['tel:+442079460958', undefined, '+442079460958', 'number'],
  ['0044 20 7946 0958', 'DE', '+442079460958', 'number'],
  ['020 7946 0958', 'gb', '+442079460958', 'number'],
  ['+1202555*', undefined, '+1202555', 'prefix'],
  ['+1 202 555-01xx', undefined, '+120255501', 'prefix'],
  ['0162*', 'DE', '+49162', 'prefix'],
  ['0044207946%', 'DE', '+44207946', 'prefix'],
  ['06 69*', 'IT', '+390669', 'prefix'],
  ["'+1202555*", undefined, '+1202555', 'prefix'],
  ['+1 202 555 0100 - +1 202 555 0149', undefined, '+12025550100-+12025550149', 'range'],
  ['+12025550100-+12025550149', undefined, '+12025550100-+12025550149', 'range'],
  ["'+12025550100-12025550149", undefined, '+12025550100-+12025550149', 'range'],
  ['+1 202 555 0100–0149', undefined, '+12025550100-+12025550149', 'range'],
  ['+12025550100-0149', undefined, '+12025550100-+12025550149', 'range'],
  ['(202) 555-0100 to (202) 555-0149', 'US', '+12025550100-+12025550149', 'range'],
  ['(202) 555-0100 - (202) 555-0149', 'US', '+12025550100-+12025550149', 'range'],
  ['020 7946 0000 bis 020 7946 0099', 'GB', '+442079460000-+442079460099', 'range'],
  ['+1 202 555 0142 - +1 202 555 0142', undefined, '+12025550142', 'number'],
  ['+1 202 555 - 0142', undefined, '+12025550142', 'number'],
])('%s in %s is %s, a %s', (raw, country, number, kind) => {
  expect(readListedNumber(raw, country)).toEqual({ number, kind });
});

it.each([
  ['020 7946 0958', undefined, /choose its country/],
  ['0162*', undefined, /choose its country/],
  ['+4*', undefined, /too wide/],
  ['+49*', undefined, /too wide/],
  ['not-a-number', 'US', /no country/i],
  ['+12025550149-+12025550100', undefined, /comes after the first/],
  ['+12025550100-+442079460000', undefined, /comes after the first/],
  ['+12020000000-+12029999999', undefined, /no country/i],
  ['+12022000100-+12122000100', undefined, /too wide/],
  ['', 'US', /no number in it/],
  ['1234', 'US', /too short/],
  ['+1 202 555 **** 12', 'US', /hidden/],
  ['/((?:\\+|00)44)?02079460([0-9]{3})/g', 'GB', /no country/i],
])('%j in %s is refused: %s', (raw, country, reason) => {
  expect(readListedNumber(raw, country)).toEqual({ refused: expect.stringMatching(reason) });
});
