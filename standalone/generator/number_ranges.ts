import type { Random } from './random';

/** A block of numbers that its regulator keeps free for films, books and tests: nobody can be called there. */
export interface NumberRange {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** E.164 without the last digits. */
  readonly prefix: string;
  /** How many digits follow the prefix. */
  readonly digits: number;
}

const range = (country: string, prefix: string, digits: number): NumberRange => ({
  country,
  prefix,
  digits,
});

/** So many that a caller by chance is mostly a new number, as outside. */
const US_AREA_CODES = [
  201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225,
  228, 229, 231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281,
  301, 302, 303, 304, 305, 307, 308, 309, 310, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321,
  323, 325, 330, 334, 336, 337, 339, 347, 351, 352, 360, 361, 386, 401, 402, 404, 405, 406, 407,
  408, 409, 410, 412, 415, 469, 602, 617, 702, 713, 737, 832, 972,
];

/** Sources: NANPA (555-0100 to 555-0199 of every area code), Ofcom, Bundesnetzagentur, ARCEP, ACMA. */
export const RESERVED_RANGES: readonly NumberRange[] = [
  ...US_AREA_CODES.map((areaCode) => range('US', `+1${areaCode}55501`, 2)),
  ...['117496', '121496', '131496', '141496', '161496'].map((area) =>
    range('GB', `+44${area}0`, 3)
  ),
  range('DE', '+496990009', 3),
  range('DE', '+494066969', 3),
  range('DE', '+492214710', 3),
  range('DE', '+498999998', 3),
  range('DE', '+4917139200', 2),
  range('FR', '+33199', 6),
  range('AU', '+6125550', 4),
];

/** Ofcom's mobile range for drama. Numbering plans do not assign it, so it reads as an invalid number: a small, realistic share. */
export const UNASSIGNED_MOBILE_RANGE = range('GB', '+447700900', 3);

/** An E.164 number of the range. */
export const drawFromRange = (random: Random, { prefix, digits }: NumberRange): string =>
  prefix + String(random.int(0, 10 ** digits - 1)).padStart(digits, '0');

/** A number of `country`, or of any other country when `abroad` is set. */
export const drawNumber = (random: Random, country: string, abroad = false): string => {
  const fitting = RESERVED_RANGES.filter((item) => (item.country === country) !== abroad);
  return drawFromRange(random, random.pick(fitting));
};

const COUNTRY_CODES: Readonly<Record<string, string>> = { US: '1', GB: '44', DE: '49' };

/** The national digits without any trunk prefix, or nothing when the number is of another country. */
export const nationalDigits = (e164: string, country: string): string | undefined => {
  const code = COUNTRY_CODES[country];
  return code !== undefined && e164.startsWith(`+${code}`)
    ? e164.slice(code.length + 1)
    : undefined;
};
