import type { Truth } from './dirty_form';
import { inGroups, type Maker, type Makers } from './maker';
import type { Random } from './random';
import { siteAnywhere, someRole, someSite } from './sites';

const USERS = [
  'alice',
  's',
  'ana.diaz',
  'asterisk',
  'trunk-1',
  'x1234',
  'user2',
  'ext1001',
  'h.o-b',
];
const HOSTS = ['example.com', 'pbx.example.org', '192.0.2.17', '10.1.2.3:5060', 'a1.example.co.uk'];
const NAMES = [
  ...[
    's',
    'h',
    'i',
    't',
    'Front Desk',
    'Reception',
    'Müller',
    '山田太郎',
    'Smith (IT)',
    'Queue: IT',
  ],
  ...['true', 'Private Bank', '+', 'client:ana', 'v1.2.3-4', '50%', '#REF!', 'E+10', 'ext', 'b2b'],
] as const;
const VANITY = [
  ...['1-800-FLOWERS', '1-800-GO-FEDEX', '0800 REVERSE', '+1 888 CALL NOW', '1300 TAXIS'],
  ...['800-MY-APPLE', '(800) FLOWERS', '+49 800 TAXI', 'O2O7946O958'],
] as const;

const hex = (count: number, random: Random): string =>
  Array.from({ length: count }, () => random.pick([...'0123456789abcdef'])).join('');

const guid = (random: Random): string =>
  [8, 4, 4, 4, 12].map((count) => hex(count, random)).join('-');

const sipUser = (random: Random): string => {
  const user = random.chance(0.8) ? random.pick(USERS) : guid(random);
  const host = random.pick(HOSTS);
  return random.pick([
    `sip:${user}@${host}`,
    `sips:${user}@${host};transport=tls`,
    `"Ana Diaz" <sip:${user}@${host}>`,
    `Ana Diaz <${user}@${host}>`,
    `${user}@${host}`,
    `mailto:${user}@${host}`,
    `sip:${host}`,
  ]);
};

const deviceOrId = (random: Random): string =>
  random.pick([
    `SEP${hex(12, random).toUpperCase()}`,
    `CSF${random.pick(['ADIAZ', 'JDOE2'])}`,
    `PJSIP/${random.digits(4)}-${hex(8, random)}`,
    `SIP/${random.digits(4)}-${random.digits(8)}`,
    `DAHDI/i1/${random.digits(10)}-1`,
    `Agent/${random.digits(4)}`,
    `Conference Room ${random.int(1, 99)}`,
    `Line ${random.int(1, 9)}`,
    `8:orgid:${guid(random)}`,
    `28:${guid(random)}`,
    guid(random),
    `{${guid(random).toUpperCase()}}`,
    `0x${hex(6, random)}`,
    `${hex(6, random)}c0de${hex(6, random)}`,
    `${random.int(600, 1920)}x${random.int(400, 1080)}`,
  ]);

const text =
  (
    quality: Extract<Truth, { quality: string }>['quality'],
    write: (random: Random) => string
  ): Maker =>
  (_number, random) => ({
    raw: write(random),
    site: someSite(random),
    role: someRole(random),
    truth: { quality },
  });

/** Texts that are no numbers, most of them with letters. */
export const OTHER_TEXTS: Makers = {
  'SIP user or mail address': text('sip_uri', sipUser),
  'name of a person or place': text('invalid', (random) => random.pick(NAMES)),
  'name of a device, or an id': text('invalid', deviceOrId),
  'letters for digits': text('invalid', (random) => random.pick(VANITY)),
  'two numbers in one field': (number, random) => {
    const [first, second] =
      random.chance(0.5) || number.significant.length < 9
        ? [number.e164, `${number.e164.slice(0, -4)}${random.digits(4)}`]
        : [number.significant, inGroups(number.significant, random)];
    const raw = first + random.pick([', ', ' / ', '; ', ' or ', ' & ', '\n', ' | ']) + second;
    const site = siteAnywhere(number, random);
    return { raw, site, role: someRole(random), truth: { quality: 'invalid' } };
  },
};
