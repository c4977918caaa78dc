import { type CountryCode } from 'libphonenumber-js/max';
import type { NumberRole, NumberSite } from '../../../server/numbers/read_number';
import {
  ambiguityAbroad,
  ambiguityWithLine,
  ambiguityWithoutPlus,
  hasOtherMeaning,
} from './ambiguity';
import type { Made } from './dirty_form';
import { globalDigits, maybeGrouped, trunkOf, unless, type Makers } from './maker';
import type { PoolNumber } from './number_pool';
import { planOf } from './plan';
import type { Random } from './random';
import { NOWHERE, siteAbroad, siteAnywhere, siteAtHome, someRole } from './sites';

const OUTSIDE_LINES = ['9', '0', '8', '7'] as const;

const planOfSite = ({ country }: NumberSite) =>
  country ? planOf(country.toUpperCase() as CountryCode) : undefined;

/** Of several prefixes of a country, one may be the beginning of another. */
const isOnlyPrefix = (prefix: string, site: NumberSite): boolean =>
  planOfSite(site)?.abroad.every((own) => own === prefix) ?? true;

/** The number behind one of the prefixes that people all over the world dial for calls abroad. */
const behindPrefix = (prefix: string, number: PoolNumber, random: Random): Made => {
  const site = siteAnywhere(number, random);
  const role = someRole(random);
  const digits = prefix + globalDigits(number);
  const own = isOnlyPrefix(prefix, site);
  const raw = prefix + (random.chance(0.3) ? ' ' : '') + maybeGrouped(globalDigits(number), random);
  const ambiguity = hasOtherMeaning(raw)
    ? 'other_meaning'
    : ambiguityAbroad({ digits, site, role, e164: number.e164 }, own);
  return unless(ambiguity, { raw, site, role });
};

/** What is dialled behind the outside line: at home with the trunk prefix, else with the prefix for calls abroad. */
const dialledNumber = (number: PoolNumber, site: NumberSite, random: Random): string => {
  const plan = planOfSite(site);
  if (number.country === site.country?.toUpperCase() && random.chance(0.7))
    return number.callingCode === '1' && random.chance(0.7)
      ? `1${number.significant}`
      : number.dialled;
  return random.pick(plan?.abroad ?? ['00']) + globalDigits(number);
};

const behindLine = (number: PoolNumber, role: NumberRole, random: Random): Made => {
  const anywhere = siteAnywhere(number, random);
  if (!anywhere.country) return undefined;
  const line = random.pick(OUTSIDE_LINES);
  const site = { ...anywhere, outside_line: line };
  const dialled = dialledNumber(number, site, random);
  const marked = dialled.startsWith('0') || (trunkOf(number) === '1' && dialled.startsWith('1'));
  const form = { digits: line + dialled, site, role, e164: number.e164 };
  const raw = line + random.pick(['', ' ', '-']) + dialled;
  return unless(ambiguityWithLine(form, marked), { raw, site, role });
};

/** Without its plus, as a spreadsheet or an interface leaves it. */
export const withoutPlus = (
  raw: string,
  site: NumberSite,
  { number, random }: { number: PoolNumber; random: Random }
): Made => {
  const role = someRole(random);
  const digits = globalDigits(number);
  const ambiguity = hasOtherMeaning(raw)
    ? 'other_meaning'
    : ambiguityWithoutPlus({ digits, site, role, e164: number.e164 });
  return unless(ambiguity, { raw, site, role });
};

/** Numbers as they are dialled, or as phone systems pass them on. */
export const DIALLED_FORMS: Makers = {
  'abroad, behind 00': (number, random) => behindPrefix('00', number, random),
  'abroad, behind 011': (number, random) => behindPrefix('011', number, random),
  'abroad, behind 0011': (number, random) => behindPrefix('0011', number, random),
  'abroad, behind the prefix of the site’s country': (number, random) => {
    const site = siteAbroad(number, random);
    const role = someRole(random);
    const prefix = random.pick(planOfSite(site)?.abroad ?? ['00']);
    const digits = prefix + globalDigits(number);
    const ambiguity = ambiguityAbroad(
      { digits, site, role, e164: number.e164 },
      isOnlyPrefix(prefix, site)
    );
    const raw = random.chance(0.5) ? digits : `${prefix} ${number.international.slice(1)}`;
    return unless(ambiguity, { raw, site, role });
  },
  'abroad, behind 00, trunk zero in brackets': (number, random) => {
    if (!trunkOf(number).startsWith('0')) return undefined;
    const site = siteAnywhere(number, random);
    const role = someRole(random);
    const raw = `00 ${number.callingCode} (${trunkOf(number)}) ${maybeGrouped(number.significant, random)}`;
    const ambiguity = ambiguityAbroad(
      { digits: raw.replace(/\D/g, ''), site, role, e164: number.e164 },
      false
    );
    return unless(ambiguity, { raw, site, role });
  },
  'called behind the outside line': (number, random) => behindLine(number, 'called', random),
  'called behind an outside line with a star or a pause': (number, random) => {
    const anywhere = siteAnywhere(number, random);
    const line = random.pick(['*9', '#8', '9']);
    const site = { ...anywhere, outside_line: line };
    if (!anywhere.country) return undefined;
    const raw =
      line + (line === '9' ? ',' : random.pick(['', ' '])) + dialledNumber(number, site, random);
    return { raw, site, role: 'called' };
  },
  'caller behind the outside line': (number, random) => behindLine(number, 'caller', random),
  'without plus, at home': (number, random) => {
    const site = siteAtHome(number, random);
    return (
      site && withoutPlus(maybeGrouped(globalDigits(number), random), site, { number, random })
    );
  },
  'without plus, trunk zero in brackets': (number, random) => {
    const trunk = trunkOf(number);
    if (trunk !== '0') return undefined;
    const digits = `${number.callingCode}0${number.significant}`;
    const site = siteAbroad(number, random);
    const role = someRole(random);
    const raw = `${number.callingCode} (0)${maybeGrouped(number.significant, random)}`;
    return unless(ambiguityWithoutPlus({ digits, site, role, e164: number.e164 }), {
      raw,
      site,
      role,
    });
  },
  'without plus, abroad': (number, random) =>
    withoutPlus(maybeGrouped(globalDigits(number), random), siteAbroad(number, random), {
      number,
      random,
    }),
  'without plus, at a site without country': (number, random) =>
    withoutPlus(maybeGrouped(globalDigits(number), random), NOWHERE, { number, random }),
};
