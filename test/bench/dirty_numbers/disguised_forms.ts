import type { Made } from './dirty_form';
import type { Maker, Makers } from './maker';
import type { PoolNumber } from './number_pool';
import type { Random } from './random';
import { URI_FORMS } from './uri_forms';
import { WRITTEN_FORMS } from './written_forms';

/** First code points of digits of other scripts. */
const ZEROS = {
  fullWidth: 0xff10,
  arabic: 0x0660,
  persian: 0x06f0,
  devanagari: 0x0966,
  bengali: 0x09e6,
  thai: 0x0e50,
} as const;
const INVISIBLE = ['\u200b', '\u200e', '\u200f', '\u202a', '\u202c', '\u2060', '\ufeff', '\u00ad'];
const SPACES = ['\u00a0', '\u202f', '\u2009', '\u3000', '\t'];

const inDigitsFrom = (zero: number, text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const WRITTEN: readonly Maker[] = Object.values(WRITTEN_FORMS);
const PLAIN_URIS = ['tel: URI', 'name and sip: URI in angle brackets', 'number, name in brackets'];
const ALL: readonly Maker[] = [...WRITTEN, ...PLAIN_URIS.flatMap((kind) => URI_FORMS[kind] ?? [])];

const disguise =
  (change: (raw: string, random: Random) => string, makers = WRITTEN): Maker =>
  (number: PoolNumber, random: Random): Made => {
    const form = random.pick(makers)(number, random);
    return form && 'raw' in form ? { ...form, raw: change(form.raw, random) } : form;
  };

const withOddSpaces = (raw: string, random: Random): string =>
  raw.replace(/ /g, () => random.pick(SPACES));

const withInvisible = (raw: string, random: Random): string =>
  [...raw].map((sign) => (random.chance(0.2) ? sign + random.pick(INVISIBLE) : sign)).join('');

const withinSpace = (raw: string, random: Random): string =>
  random.pick([' ', '\t', '\u00a0', '\r\n', '\u202a']) +
  raw +
  random.pick([' ', '\n', '\u202c', '']);

/** Forms of the other kinds, with signs that look right and are not. */
export const DISGUISED_FORMS: Makers = {
  'full-width digits': disguise((raw) =>
    inDigitsFrom(ZEROS.fullWidth, raw).replace('+', '＋').replace(/-/g, '－')
  ),
  'Arabic digits': disguise((raw) => inDigitsFrom(ZEROS.arabic, raw)),
  'Persian digits': disguise((raw) => inDigitsFrom(ZEROS.persian, raw)),
  'digits of other scripts': disguise((raw, random) =>
    inDigitsFrom(random.pick([ZEROS.devanagari, ZEROS.bengali, ZEROS.thai]), raw)
  ),
  'odd spaces': disguise(withOddSpaces, ALL),
  'invisible signs': disguise(withInvisible, ALL),
  'odd quotes': disguise(
    (raw, random) =>
      random.pick([
        `“${raw}”`,
        `‘${raw}’`,
        `«${raw}»`,
        `\\"${raw}\\"`,
        `${raw},`,
        `${raw};`,
        `= ${raw}`,
      ]),
    WRITTEN
  ),
  'space around': disguise(withinSpace, ALL),
  'several at once': disguise(
    (raw, random) =>
      withinSpace(
        withInvisible(withOddSpaces(inDigitsFrom(ZEROS.fullWidth, raw), random), random),
        random
      ),
    WRITTEN
  ),
};
