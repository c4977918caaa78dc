import { formatInternational } from '../../../server/numbers/format_number';
import { ambiguityAtHome, hasOtherMeaning } from './ambiguity';
import type { Made } from './dirty_form';
import { globalDigits, inGroups, maybeGrouped, trunkOf, unless, type Makers } from './maker';
import type { PoolNumber } from './number_pool';
import type { Random } from './random';
import { siteAnywhere, siteAtHome, someRole } from './sites';

const anywhere = (raw: string, number: PoolNumber, random: Random): Made => ({
  raw,
  site: siteAnywhere(number, random),
  role: someRole(random),
});

/** A form that can only be read in the number's own country. */
export const atHome = (
  raw: string | undefined,
  { number, random, digits }: { number: PoolNumber; random: Random; digits?: string }
): Made => {
  const site = siteAtHome(number, random);
  if (raw === undefined || !site) return undefined;
  const role = someRole(random);
  const ambiguity = hasOtherMeaning(raw)
    ? 'other_meaning'
    : ambiguityAtHome({
        digits: digits ?? raw.replace(/\D/g, ''),
        site,
        role,
        e164: number.e164,
      });
  return unless(ambiguity, { raw, site, role });
};

const bracketedArea = (digits: string, random: Random): string => {
  const area = random.int(1, 4);
  return `(${digits.slice(0, area)}) ${inGroups(digits.slice(area), random)}`;
};

/** Numbers as people write them. */
export const WRITTEN_FORMS: Makers = {
  'international, compact': (number, random) => anywhere(number.e164, number, random),
  'international, as the library writes it': (number, random) =>
    anywhere(number.international, number, random),
  'international, as we show it': (number, random) =>
    anywhere(formatInternational(number.e164), number, random),
  'international, in groups': (number, random) =>
    anywhere(
      `+${number.callingCode}${random.pick([' ', '-', '.', ' / '])}${inGroups(number.significant, random)}`,
      number,
      random
    ),
  'international, area in brackets': (number, random) =>
    anywhere(`+${number.callingCode} ${bracketedArea(number.significant, random)}`, number, random),
  'international, calling code in brackets': (number, random) =>
    anywhere(`(+${number.callingCode}) ${inGroups(number.significant, random)}`, number, random),
  'international, odd plus': (number, random) =>
    anywhere(
      `${random.pick(['++', '+ ', ' +', '(+) ', '＋'])}${globalDigits(number)}`,
      number,
      random
    ),
  'trunk zero in brackets': (number, random) => {
    const own = number.significant.startsWith('0');
    const trunk = own ? '0' : trunkOf(number);
    if (!trunk.startsWith('0')) return undefined;
    const rest = own ? number.significant.slice(1) : number.significant;
    const lead = `+${number.callingCode}`;
    const space = random.pick(['', ' ']);
    return anywhere(
      `${lead}${space}(${trunk})${space}${maybeGrouped(rest, random)}`,
      number,
      random
    );
  },
  'trunk zero behind the calling code': (number, random) => {
    const trunk = trunkOf(number);
    if (trunk !== '0') return undefined;
    return anywhere(
      `+${number.callingCode} ${trunk}${maybeGrouped(number.significant, random)}`,
      number,
      random
    );
  },
  'plus before dialled digits': (number, random) =>
    number.dialled.startsWith('0') && !number.significant.startsWith('0')
      ? atHome(`+${number.dialled}`, { number, random })
      : anywhere(`+00${globalDigits(number)}`, number, random),
  'national, as the library writes it': (number, random) => {
    const prefix = number.callingCode === '1' && random.chance(0.3) ? '1 ' : '';
    return atHome(prefix + number.national, { number, random });
  },
  'national, digits only': (number, random) => atHome(number.dialled, { number, random }),
  'national, in groups': (number, random) =>
    atHome(inGroups(number.dialled, random), { number, random }),
  'national, area in brackets': (number, random) =>
    atHome(bracketedArea(number.dialled, random), { number, random }),
  'national, one behind the trunk prefix of North America': (number, random) =>
    number.callingCode === '1'
      ? atHome(maybeGrouped(`1${number.significant}`, random), { number, random })
      : undefined,
  'national, without trunk prefix': (number, random) =>
    atHome(maybeGrouped(number.significant, random), { number, random }),
};
