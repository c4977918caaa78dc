import type { CountryCode } from 'libphonenumber-js/max';
import type { NumberSite } from '../../../server/numbers/read_number';
import { couldBeNumber, isShortAtSite } from './ambiguity';
import type { Made } from './dirty_form';
import { inGroups, type Maker, type Makers } from './maker';
import { otherReading } from './plan';
import type { Random } from './random';
import { siteAnywhere, siteAtHome, someRole, someSite } from './sites';

const EMERGENCY = ['112', '911', '999', '000'] as const;
/** Digits of extensions where the site does not say how many they have. */
const USUAL_LENGTHS = [2, 3, 4, 5, 6] as const;
const FEATURE_CODES = [
  '*97',
  '*72',
  '**1001',
  '#31#',
  '*#06#',
  '##002#',
  '*98',
  '*8',
  '#',
  '*',
  '**21#',
  '*21*02079460958#',
  '*0',
  '*2001#',
];
const MASKS = ['*', '*', 'x', 'X', '•', '#'] as const;

const isNationalNumber = (digits: string, { country }: NumberSite): boolean =>
  country !== undefined && otherReading(digits, country.toUpperCase() as CountryCode) !== undefined;

const anExtension = (site: NumberSite, random: Random): string => {
  const length = random.pick(site.extension_lengths ?? USUAL_LENGTHS);
  const digits = String(random.int(1, 9)) + random.digits(length - 1);
  return (EMERGENCY as readonly string[]).includes(digits) ? anExtension(site, random) : digits;
};

const extension =
  (write: (digits: string, random: Random) => string): Maker =>
  (_number, random): Made => {
    const site = random.chance(0.1) ? {} : someSite(random);
    const digits = anExtension(site, random);
    const line = site.outside_line;
    if (
      line &&
      digits === line + digits.slice(line.length) &&
      (EMERGENCY as readonly string[]).includes(digits.slice(line.length))
    )
      return { ambiguity: 'as_short_as_extensions' };
    if (site.extension_lengths === undefined && isNationalNumber(digits, site))
      return { ambiguity: 'as_short_as_extensions' };
    return {
      raw: write(digits, random),
      site,
      role: someRole(random),
      truth: { quality: 'extension', extension: digits },
    };
  };

const shortCode: Maker = (_number, random) => {
  const site = { ...someSite(random), extension_lengths: [random.int(2, 6)] };
  const digits = String(random.int(1, 9)) + random.digits(random.int(2, 5));
  if (isShortAtSite(digits, site)) return undefined;
  return couldBeNumber(digits, site)
    ? { ambiguity: 'as_short_as_extensions' }
    : { raw: digits, site, role: someRole(random), truth: { quality: 'short_code' } };
};

const hide = (
  text: string,
  hidden: (index: number, count: number) => boolean,
  sign: string
): string => {
  const count = text.replace(/\D/g, '').length;
  let index = -1;
  return text.replace(/\d/g, (digit) => {
    index += 1;
    return hidden(index, count) ? sign : digit;
  });
};

const masked =
  (write: (text: string, random: Random) => string): Maker =>
  (number, random) => {
    const digits = random.pick([
      number.e164,
      number.international,
      number.e164.slice(1),
      number.dialled,
      number.national,
    ]);
    return {
      raw: write(digits, random),
      site:
        (random.chance(0.5) ? siteAtHome(number, random) : undefined) ??
        siteAnywhere(number, random),
      role: someRole(random),
      truth: { quality: 'masked' },
    };
  };

const maskedEnd = (text: string, random: Random): string => {
  const shown = random.int(2, 4);
  return hide(text, (index, count) => index >= count - shown, random.pick(MASKS));
};

/** Extensions, short codes, service codes, and numbers of which a part is hidden. */
export const INTERNAL_FORMS: Makers = {
  extension: extension((digits) => digits),
  'extension in a URI': extension((digits, random) =>
    random.pick([
      `sip:${digits}@pbx.example.com`,
      `${digits}@192.0.2.17`,
      `tel:${digits};phone-context=pbx.example.com`,
      `sip:${digits}@10.0.0.1:5060;user=phone`,
    ])
  ),
  'extension with a name or a word': extension((digits, random) =>
    random.pick([
      `"Ana Diaz" <${digits}>`,
      `Ana Diaz <sip:${digits}@pbx.example.com>`,
      `Ext. ${digits}`,
      `x${digits}`,
      `ext ${digits}`,
      `Extension: ${digits}`,
      `Ana Diaz (${digits})`,
      `${digits} (Ana Diaz)`,
    ])
  ),
  'extension from a spreadsheet': extension((digits, random) =>
    random.pick([
      `="${digits}"`,
      `'${digits}`,
      `${digits}.0`,
      ` ${digits} `,
      `"${digits}"`,
      `\u200e${digits}`,
    ])
  ),
  'emergency number': (number, random) => {
    const site = { ...siteAnywhere(number, random) };
    const line = random.chance(0.3) ? (site.outside_line ?? '') : '';
    const digits = line + random.pick(EMERGENCY);
    const raw = random.pick([digits, digits, `tel:${digits}`, `sip:${digits}@192.0.2.1`]);
    return { raw, site, role: 'called', truth: { quality: 'short_code' } };
  },
  'short code': shortCode,
  'service code': (number, random) => ({
    raw: random.pick(FEATURE_CODES),
    site: siteAnywhere(number, random),
    role: 'called',
    truth: { quality: 'short_code' },
  }),
  'masked at the end': masked(maskedEnd),
  'masked at the start or within': masked((text, random) =>
    // Two stars before the rest of a short number would be a service code.
    text.replace(/\D/g, '').length < 7
      ? maskedEnd(text, random)
      : hide(
          text,
          random.chance(0.5)
            ? (index, count) => index < count - 4
            : (index, count) => index >= 3 && index < Math.max(6, count - 3),
          random.pick(MASKS)
        )
  ),
  'masked altogether': masked((text, random) => {
    const sign = random.pick(MASKS);
    return random.chance(0.5) ? hide(text, () => true, sign) : sign.repeat(random.int(3, 12));
  }),
  'masked with dots or lines': masked((text, random) => {
    const shown = text.slice(0, -random.int(2, 3)).replace(/[^\d]+$/, '');
    return shown + random.pick(['…', '...', '---', '____', ' ----', '????', '..']);
  }),
  'masked in a URI or behind a name': masked((text, random) => {
    const hidden = maskedEnd(text.replace(/[^\d+]/g, ''), random).replace(/#/g, '*');
    return random.pick([
      `sip:${hidden}@example.com`,
      `"Ana" <${hidden}>`,
      `tel:${hidden}`,
      `${hidden}@192.0.2.1`,
    ]);
  }),
  'masked in groups': masked((text, random) =>
    maskedEnd((text.startsWith('+') ? '+' : '') + inGroups(text.replace(/\D/g, ''), random), random)
  ),
};
