import type { Random } from './random';

/** Texts that a column or a JSON value never should be, and sometimes is. */
const JUNK = [
  ...['"', '""', "'", ',', ';', '\t', '|', '\n', '\r\n', '{', '}', '[', ']', ':', '\\', '<', '>'],
  ...['&amp;', '<!--', ']]>', '%', '$', '${a}', '{{a}}', '..', '-', '+', '#', '@', '=', '/'],
  ...['\u0000', '\u0001', '\u001b[31m', '\uFEFF', '\uD800', '\uDC00', '\u202E', '\u2028', '\u00a0'],
  ...[
    'null',
    'true',
    'false',
    'NaN',
    'undefined',
    '""',
    '{}',
    '[]',
    '\u0663',
    '\u6F22\u5B57',
    '\u{1F4DE}',
  ],
] as [string, ...string[]];

const NUMBERS = [
  ...['-1', '-86400', '0', '-0', '0.5', '1e400', '-1e400', '1e-400', '1E5', '0x1F', '1_000', '1,5'],
  ...[
    '2147483648',
    '4294967296',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
  ],
  ...[
    '99999999999999999999',
    '000000000000',
    '1.7976931348623157e308',
    '31622401',
    '00:00:-5',
    '-00:01:00',
  ],
  ...['99:99:99', '1:2:3:4', ':', '::', '1s', '3 min', 'PT5M', 'P1D'],
] as [string, ...string[]];

/** Times of the wrong century, calendar, unit or form. */
const TIMES = [
  ...[
    '1601-01-01 00:00:00',
    '1601-01-01T00:00:00Z',
    '9999-12-31 23:59:59',
    '9999-12-31T23:59:59.9999999Z',
  ],
  ...[
    '0001-01-01T00:00:00Z',
    '0000-00-00 00:00:00',
    '-0001-11-30 00:00:00',
    '+292278994-08-17T07:12:55.807Z',
  ],
  ...['2026-02-30 10:00:00', '2026-13-01T10:00:00Z', '2026-03-02T25:61:61Z', '2026-03-02 24:00:00'],
  ...[
    '2026-03-02T10:00:00+99:00',
    '2026-03-02T10:00:00-18:01',
    '2026-03-02T10:00:00[Europe/Berlin]',
  ],
  ...[
    '2016-12-31T23:59:60Z',
    '2026-3-2 9:5',
    '02.03.2026 09:15',
    '03/02/2026 9:15 AM',
    '20260302091500',
  ],
  ...[
    'Mon, 02 Mar 2026 09:15:00 GMT',
    'today',
    '2026-W10-1',
    '2026-061',
    '09:15:00.000 UTC Mon Mar 2 2026',
  ],
  ...[
    '1772442900',
    '1772442900000',
    '1772442900000000',
    '1772442900000000000',
    '17724429',
    '1772442900.5',
  ],
  ...[
    '133169000000000000',
    '3981431700',
    '794135700',
    '46083.385',
    '-1772442900',
    '253402300799',
    '1e12',
  ],
] as [string, ...string[]];

const MEGABYTE = 1_048_576;
const FILLERS = [
  'x',
  '7',
  '"',
  ',',
  ' ',
  '\n',
  '\\',
  '{',
  '[',
  '\u6F22',
  '<a>',
  '1:',
  'ab\u0000',
  '\uD83D\uDCDE',
] as [string, ...string[]];

/** A text of one megabyte: one character again and again is what costs quadratic code most. */
export const hugeText = (random: Random): string => {
  const filler = random.pick(FILLERS);
  return filler.repeat(Math.ceil(MEGABYTE / filler.length));
};

const DEPTHS = [5, 30, 200, 990, 1_010, 5_000, 100_000] as [number, ...number[]];

/** JSON in JSON in JSON. */
export const deepJson = (random: Random): string => {
  const depth = random.pick(DEPTHS);
  return random.chance(0.5)
    ? '['.repeat(depth) + ']'.repeat(depth)
    : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
};

export const junkText = (random: Random): string => random.pick(JUNK);
export const oddNumber = (random: Random): string => random.pick(NUMBERS);
export const oddTime = (random: Random): string => random.pick(TIMES);

/** Any of them; a long text now and then. */
export const anyJunk = (random: Random): string =>
  random.pick([
    junkText,
    junkText,
    oddNumber,
    oddTime,
    (source: Random) => junkText(source).repeat(1 + source.below(300)),
  ])(random);
