import { withoutPlus } from './dialled_forms';
import type { Made } from './dirty_form';
import { globalDigits, unless, type Maker, type Makers } from './maker';
import type { PoolNumber } from './number_pool';
import type { Random } from './random';
import { siteAbroad, siteAnywhere, siteAtHome, someRole } from './sites';
import { atHome } from './written_forms';

/** `12025550142` -> `1.2025550142E+10`, with as many decimals as asked for. */
const scientific = (digits: string, random: Random, decimals?: number): string => {
  const value = Number(digits);
  const shortest = value.toExponential(decimals);
  const [mantissa = '', exponent = ''] = shortest.split('e+');
  const point = random.chance(0.2) ? mantissa.replace('.', ',') : mantissa;
  return `${point}${random.pick(['E+', 'e+', 'E'])}${exponent}`;
};

/** The number as an integer: the digits behind the plus, or at home those that are left of a national number. */
const integer = (number: PoolNumber, random: Random, write: (digits: string) => string): Made => {
  const home = siteAtHome(number, random);
  if (home && random.chance(0.5)) {
    if (number.significant.startsWith('0')) return { ambiguity: 'zero_lost' };
    const raw = write(number.significant);
    return atHome(raw, { number, random, digits: number.significant });
  }
  const site = home && random.chance(0.3) ? home : siteAbroad(number, random);
  return withoutPlus(write(globalDigits(number)), site, { number, random });
};

const completeScientific: Maker = (number, random) =>
  number.e164.endsWith('0')
    ? { ambiguity: 'zeros_cut' }
    : integer(number, random, (digits) => scientific(digits, random));

const quoted =
  (write: (text: string) => string): Maker =>
  (number, random) =>
    random.chance(0.5)
      ? { raw: write(number.e164), site: siteAnywhere(number, random), role: someRole(random) }
      : atHome(write(number.dialled), { number, random, digits: number.dialled });

/** Numbers as spreadsheets and data tools leave them. */
export const SPREADSHEET_FORMS: Makers = {
  'spreadsheet formula ="..."': quoted((text) => `="${text}"`),
  "spreadsheet text '...": quoted((text) => `'${text}`),
  'quoted text': quoted((text) => `"${text}"`),
  integer: (number, random) => integer(number, random, (digits) => digits),
  'integer with .0': (number, random) => integer(number, random, (digits) => `${digits}.0`),
  'integer in groups of thousands': (number, random) =>
    number.significant.length < 10
      ? undefined
      : integer(number, random, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ',')),
  'scientific notation, complete': completeScientific,
  'scientific notation, digits lost': (number, random) => {
    const digits = random.chance(0.5) ? number.significant : globalDigits(number);
    if (digits.length < 8 || digits.startsWith('0')) return undefined;
    const raw = scientific(digits, random, random.int(2, 5));
    return {
      ...unless(undefined, { raw, site: siteAnywhere(number, random), role: someRole(random) }),
      truth: { quality: 'invalid' },
    } as Made;
  },
};
