import { couldBeNumber } from './ambiguity';
import type { Made, Truth } from './dirty_form';
import { inGroups, type Maker, type Makers } from './maker';
import type { Random } from './random';
import { siteAnywhere, siteAtHome, someRole, someSite } from './sites';

/** What systems, people and data tools write where there is no number to be seen. */
const WITHHELD = [
  ...[
    '',
    '  ',
    '-',
    '--',
    'null',
    'NULL',
    'None',
    'n/a',
    'N/A',
    'nan',
    'NaN',
    '#N/A',
    'undefined',
    '<null>',
  ],
  ...['anonymous', 'Anonymous', 'ANONYMOUS', 'Anonymous Caller', 'restricted', 'Restricted'],
  ...['private', 'PRIVATE', 'Private Number', 'Private Caller', 'withheld', 'Number withheld'],
  ...['unavailable', 'UNAVAILABLE', 'not available', 'unknown', 'Unknown', 'UNKNOWN CALLER'],
  ...['Unknown Number', 'blocked', 'Blocked Number', 'Caller ID blocked', 'No Caller ID'],
  ...['NO CALLERID', 'no-caller-id', 'no number', 'hidden', 'Hidden Number', 'Out of Area'],
  ...[
    'OUT-OF-AREA',
    'suppressed',
    '(unknown)',
    '[unknown]',
    '<unknown>',
    '"unknown"',
    'anonymous_caller',
  ],
  ...['unbekannt', 'Anonym', 'unterdrückt', 'Rufnummer unterdrückt', 'anonyme', 'Numéro masqué'],
  ...['inconnu', 'privé', 'desconocido', 'Número oculto', 'privado', 'anonimo', 'sconosciuto'],
  ...['numero privato', 'anoniem', 'onbekend', 'afgeschermd', 'desconhecido', 'nieznany', 'okänd'],
  ...['sip:anonymous@anonymous.invalid', 'sips:anonymous@anonymous.invalid;user=phone'],
  ...['"Anonymous" <sip:anonymous@anonymous.invalid>', 'anonymous@192.0.2.17:5060'],
  ...['sip:Restricted@10.0.0.1', '<sip:unavailable@unknown.invalid>', 'tel:anonymous'],
  ...[
    '"" <>',
    '"Anonymous" <>',
    '"Anonymous" <anonymous>',
    '-1',
    '-2',
    '+266696687',
    '+7378742833',
  ],
] as const;

const SIP_USERS = [
  ...['sip:alice@example.com', 'sip:s@192.0.2.17', 'sips:ana.diaz@example.com;transport=tls'],
  ...[
    'sip:asterisk@10.1.2.3:5060',
    'sip:trunk-1@sbc.example.com',
    '"Ana Diaz" <sip:ana@example.com>',
  ],
  ...[
    'ana.diaz@example.com',
    'Ana.Diaz+phone@example.co.uk',
    'x1234@example.com',
    'user2@example.org',
  ],
  ...['sip:ext1001@pbx.example.com', 'Ana Diaz <ana@example.com>', 'mailto:ana.diaz@example.com'],
  ...['sip:5b0f1c3e-7a52-4d0e-a1b6-2f6f5d3c9e10@teams.example.com', 'sip:pbx.example.com'],
  ...['sip:1a2b3c4d@198.51.100.7', 'sip:192.0.2.17', 'sip:192.0.2.17:5060;lr', 'a1@example.com'],
] as const;

const NAMES = [
  ...[
    's',
    'h',
    'i',
    't',
    'Front Desk',
    'Reception',
    'Conference Room 4',
    'Line 1',
    'Müller',
    '山田太郎',
  ],
  ...['SEP001122334455', 'SEP0011AABBCCDD', 'CSFADIAZ', 'BOTUSER12', 'PJSIP/1001-00000a1b'],
  ...[
    'SIP/1001-00000001',
    'DAHDI/i1/2025550142-1',
    'IAX2/trunk-9',
    'Agent/1001',
    'Queue: Help Desk',
  ],
  ...['8:orgid:5b0f1c3e-7a52-4d0e-a1b6-2f6f5d3c9e10', '28:5b0f1c3e-7a52-4d0e-a1b6-2f6f5d3c9e10'],
  ...['5b0f1c3e-7a52-4d0e-a1b6-2f6f5d3c9e10', '{5B0F1C3E-7A52-4D0E-A1B6-2F6F5D3C9E10}'],
  ...['0x1F2E3D', 'deadbeef0142', 'a1b2c3d4e5', 'true', 'Private Bank', '+', 'client:ana'],
  ...['1920x1080', 'v1.2.3-4', '50%', '#REF!', 'E+10', 'ext'],
] as const;

const VANITY = [
  '1-800-FLOWERS',
  '1-800-GO-FEDEX',
  '0800 REVERSE',
  '+1 888 CALL NOW',
  '1300 TAXIS',
  '800-MY-APPLE',
];
/** The numbering plan of the world has no such calling codes (ITU-T E.164 assignments). */
const UNASSIGNED_CODES = [
  '210',
  '214',
  '219',
  '259',
  '280',
  '289',
  '384',
  '699',
  '801',
  '857',
  '890',
  '999',
];

const two = (value: number): string => String(value).padStart(2, '0');

const dateOrTime = (random: Random): string => {
  const year = random.int(1990, 2035);
  const month = two(random.int(1, 12));
  const day = two(random.int(1, 28));
  const time = `${two(random.int(0, 23))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;
  return random.pick([
    `${year}-${month}-${day}`,
    `${day}.${month}.${year}`,
    `${month}/${day}/${year}`,
    `${year}/${month}/${day}`,
    `${year}-${month}-${day} ${time}`,
    `${year}-${month}-${day}T${time}Z`,
    `${day}.${month}.${year} ${time.slice(0, 5)}`,
    time,
    time.slice(0, 5),
    `${random.int(1_400_000_000, 1_900_000_000)}.${random.int(1, 99_999)}`,
  ]);
};

const price = (random: Random): string => {
  const whole = random.int(0, 99_999);
  const cents = two(random.int(0, 99));
  return random.pick([
    `$${whole}.${cents}`,
    `${whole}.${cents}`,
    `${whole},${cents}`,
    `${whole},${cents} €`,
    `EUR ${whole}.${cents}`,
    `£${whole}`,
    `${random.int(1, 99)},${random.digits(3)}.${cents}`,
    `${random.int(1, 99)}.${random.digits(3)},${cents}`,
    `-${whole}.${cents}`,
    `(${whole}.${cents})`,
    `${random.int(1, 9)}.${random.digits(3)}`,
    `${random.int(1, 99)} ${random.digits(3)}.${cents}`,
  ]);
};

const address = (random: Random): string => {
  const octet = (): number => random.int(1, 254);
  const ip = `${octet()}.${octet()}.${octet()}.${octet()}`;
  const version = `${random.int(100, 140)}.0.${random.int(1000, 9999)}.${random.int(10, 250)}`;
  const bytes = Array.from({ length: 6 }, () => random.pick(['0123456789', '0123456789ABCDEF']))
    .map((signs) => random.pick([...signs]) + random.pick([...signs]))
    .join(random.pick([':', '-']));
  return random.pick([
    ip,
    version,
    version,
    `${ip}:5060`,
    `${ip}/24`,
    '2001:db8::1',
    'fe80::1',
    bytes,
    bytes,
  ]);
};

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

/** Digits of something else; left out where they could be a number. */
const digitsOf =
  (write: (random: Random) => string): Maker =>
  (number, random): Made => {
    const raw = write(random);
    const site = siteAnywhere(number, random);
    if (couldBeNumber(raw.replace(/\D/g, ''), site)) return { ambiguity: 'id_or_number' };
    return { raw, site, role: someRole(random), truth: { quality: 'invalid' } };
  };

/** Texts that are no numbers: nothing may be made of them. */
export const NO_NUMBERS: Makers = {
  'withheld or absent': text('anonymous', (random) => random.pick(WITHHELD)),
  'SIP user or mail address': text('sip_uri', (random) => random.pick(SIP_USERS)),
  'name, device or id': text('invalid', (random) => random.pick(NAMES)),
  'letters for digits': text('invalid', (random) => random.pick(VANITY)),
  'date or time': text('invalid', dateOrTime),
  price: text('invalid', price),
  'IP or MAC address, version': text('invalid', address),
  '16 and more digits': text('invalid', (random) => {
    const lead = random.pick(['', '', '+', '00', '0', '4', '5']);
    const digits = lead + random.pick(['4', '5', '9', '1']) + random.digits(random.int(18, 40));
    return random.chance(0.7) ? digits : inGroups(digits, random);
  }),
  'card number of 16 digits': text('invalid', (random) => {
    const digits = random.pick(['4', '51', '55', '37', '62']) + random.digits(15);
    return digits.slice(0, 16).replace(/(\d{4})(?=\d)/g, `$1${random.pick(['', ' ', '-'])}`);
  }),
  'id of 13 to 15 digits': digitsOf((random) => random.digits(random.int(13, 15))),
  'date or time in digits only': digitsOf((random) => {
    const date = `${random.int(1990, 2035)}${two(random.int(1, 12))}${two(random.int(1, 28))}`;
    return random.pick([
      date,
      `${date}${random.digits(6)}`,
      `${random.int(1_400_000_000, 1_900_000_000)}`,
    ]);
  }),
  'calling code of no country': text(
    'invalid',
    (random) => `+${random.pick(UNASSIGNED_CODES)}${random.digits(random.int(6, 9))}`
  ),
  'number with too many digits': (number, random) => {
    const raw = number.e164 + random.digits(random.int(4, 6));
    if (couldBeNumber(raw.slice(1), {})) return { ambiguity: 'id_or_number' };
    const site = siteAnywhere(number, random);
    return { raw, site, role: someRole(random), truth: { quality: 'invalid' } };
  },
  'number cut off': (number, random) => {
    const raw = number.e164.slice(0, -random.int(2, 4));
    if (couldBeNumber(raw.slice(1), {})) return { ambiguity: 'id_or_number' };
    const site = siteAtHome(number, random) ?? {};
    return { raw, site, role: someRole(random), truth: { quality: 'invalid' } };
  },
};
