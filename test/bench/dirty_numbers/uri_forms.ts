import type { Made } from './dirty_form';
import { inGroups, type Maker, type Makers } from './maker';
import type { PoolNumber } from './number_pool';
import type { Random } from './random';
import { siteAnywhere, someRole } from './sites';
import { atHome } from './written_forms';

const NAMES = [
  'Help Desk',
  'Ana Diaz',
  'Müller, Jörg',
  "O'Brien",
  'Conference 3',
  '山田太郎',
  'Smith (IT)',
  'Team 24 / North',
  'x12 lab',
] as const;
const HOSTS = [
  'example.com',
  '192.0.2.17',
  '192.0.2.17:5060',
  'sbc-1.voip.example.net:5061',
  '[2001:db8::1]:5060',
] as const;
const URI_PARAMETERS = ['', ';user=phone', ';transport=tcp;user=phone', '?subject=1'] as const;
const USER_PARAMETERS = ['', '', ';npdi', ';cpc=ordinary', ';npdi;rn=+12025550100'] as const;

const anywhere = (raw: string, number: PoolNumber, random: Random): Made => ({
  raw,
  site: siteAnywhere(number, random),
  role: someRole(random),
});

const sip = (user: string, random: Random): string =>
  `${random.pick(['sip', 'sip', 'sips', 'SIP'])}:${user}${random.pick(USER_PARAMETERS)}@${random.pick(HOSTS)}${random.pick(URI_PARAMETERS)}`;

/** `+44-20-7946-0958`: a URI may have these marks between digits. */
const withVisualSeparators = (digits: string, random: Random): string =>
  inGroups(digits, random).replace(/[^\d]+/g, random.pick(['-', '.']));

const named = (address: string, random: Random): string => {
  const name = random.pick(NAMES);
  return random.pick([
    `"${name}" <${address}>`,
    `${name} <${address}>`,
    `"${name}"<${address}>`,
    `<${address}>`,
  ]);
};

const withName =
  (write: (name: string, text: string) => string): Maker =>
  (number, random) => {
    const name = random.pick(['Help Desk', 'Ana Diaz', 'Müller, Jörg', "O'Brien", '山田太郎']);
    return random.chance(0.5)
      ? anywhere(write(name, random.pick([number.e164, number.international])), number, random)
      : atHome(write(name, number.dialled), { number, random, digits: number.dialled });
  };

/** Numbers in URIs, and beside names. */
export const URI_FORMS: Makers = {
  'tel: URI': (number, random) => anywhere(`tel:${number.e164}`, number, random),
  'tel: URI with separators': (number, random) =>
    anywhere(
      `tel:+${number.callingCode}-${withVisualSeparators(number.significant, random)}`,
      number,
      random
    ),
  'tel: URI with a numeric context': (number, random) =>
    anywhere(
      `tel:${random.chance(0.5) ? number.significant : withVisualSeparators(number.significant, random)};phone-context=+${number.callingCode}`,
      number,
      random
    ),
  'tel: URI, national, context is a domain': (number, random) =>
    atHome(`tel:${number.dialled};phone-context=example.com`, {
      number,
      random,
      digits: number.dialled,
    }),
  'sip: URI, international': (number, random) => anywhere(sip(number.e164, random), number, random),
  'sip: URI, encoded plus': (number, random) =>
    anywhere(sip(`%2${random.pick(['B', 'b'])}${number.e164.slice(1)}`, random), number, random),
  'sip: URI, national': (number, random) =>
    atHome(sip(number.dialled, random), { number, random, digits: number.dialled }),
  'user@host without a scheme': (number, random) =>
    anywhere(`${number.e164}@${random.pick(HOSTS)}`, number, random),
  'number with URI parameters only': (number, random) =>
    anywhere(
      `${number.e164}${random.pick([';npdi', ';user=phone', ';npdi;rn=+12025550100'])}`,
      number,
      random
    ),
  'id of another system with a plus': (number, random) =>
    anywhere(
      `${random.pick(['whatsapp:', '4:', 'callto:', 'callto://', 'h323:', 'skype:'])}${number.e164}`,
      number,
      random
    ),
  'name and sip: URI in angle brackets': (number, random) =>
    anywhere(named(sip(number.e164, random), random), number, random),
  'name and tel: URI in angle brackets, with tag': (number, random) =>
    anywhere(`${named(`tel:${number.e164}`, random)};tag=${random.digits(9)}`, number, random),
  'name and national number in angle brackets': (number, random) =>
    atHome(named(number.dialled, random), { number, random, digits: number.dialled }),
  'number, name in brackets': withName((name, text) => `${text} (${name})`),
  'name, number in brackets': withName((name, text) => `${name} (${text})`),
  'name in square brackets, number': withName((name, text) => `[${name}] ${text}`),
  'name before a plus': (number, random) =>
    anywhere(
      `${random.pick(['Help Desk', 'Müller, Jörg', "O'Brien:", 'Mobil:'])} ${number.international}`,
      number,
      random
    ),
  'number behind a label': withName(
    (_name, text) => `${['Tel.: ', 'Phone ', 'Mobile: ', 'tel '][text.length % 4]}${text}`
  ),
};
