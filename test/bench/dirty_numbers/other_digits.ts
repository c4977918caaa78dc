import { couldBeNumber } from './ambiguity';
import type { Made } from './dirty_form';
import { inGroups, type Maker, type Makers } from './maker';
import type { Random } from './random';
import { siteAnywhere, siteAtHome, someRole, someSite } from './sites';

/** The numbering plan of the world has no such calling codes (ITU-T E.164 assignments). */
const UNASSIGNED_CODES = [
  ...['210', '214', '219', '259', '280', '289', '384', '699', '801', '857', '890', '999'],
] as const;

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
    `${month}/${year}`,
    `${year}-${month}-${day} ${time}`,
    `${year}-${month}-${day}T${time}Z`,
    `${day}.${month}.${year} ${time.slice(0, 5)}`,
    time,
    time.slice(0, 5),
    // How Asterisk names its calls.
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
  return random.pick([ip, ip, version, `${ip}:5060`, `${ip}/24`, '2001:db8::1', bytes, bytes]);
};

/** As other fields are written: some with space or quotes around them, some with full-width digits. */
const asField = (text: string, random: Random): string =>
  random.chance(0.8)
    ? text
    : random.pick([
        ` ${text} `,
        `"${text}"`,
        `="${text}"`,
        `${text}\u200b`,
        `\t${text}`,
        fullWidth(text),
      ]);

const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

const noNumber =
  (write: (random: Random) => string): Maker =>
  (_number, random) => ({
    raw: asField(write(random), random),
    site: someSite(random),
    role: someRole(random),
    truth: { quality: 'invalid' },
  });

/** Digits of something else; left out where they could be a number. */
const digitsOf =
  (write: (random: Random) => string): Maker =>
  (number, random): Made => {
    const raw = write(random);
    const site = siteAnywhere(number, random);
    return couldBeNumber(raw, site)
      ? { ambiguity: 'id_or_number' }
      : { raw, site, role: someRole(random), truth: { quality: 'invalid' } };
  };

/** A number that was changed until the numbering plans do not know it; left out while they do. */
const spoiled =
  (change: (e164: string, random: Random) => string): Maker =>
  (number, random): Made => {
    const raw = change(number.e164, random);
    return couldBeNumber(raw.slice(1), {})
      ? { ambiguity: 'id_or_number' }
      : {
          raw,
          site: siteAtHome(number, random) ?? {},
          role: someRole(random),
          truth: { quality: 'invalid' },
        };
  };

/** Texts of digits that are no numbers. */
export const OTHER_DIGITS: Makers = {
  'date or time': noNumber(dateOrTime),
  price: noNumber(price),
  'IP or MAC address, version': noNumber(address),
  '16 and more digits': noNumber((random) => {
    const lead = random.pick(['', '', '+', '00', '0', '4', '5']);
    const digits = lead + random.pick(['4', '5', '9', '1']) + random.digits(random.int(18, 40));
    return random.chance(0.7) ? digits : inGroups(digits, random);
  }),
  'card number of 16 digits': noNumber((random) => {
    const digits = (random.pick(['4', '51', '55', '37', '62']) + random.digits(15)).slice(0, 16);
    return digits.replace(/(\d{4})(?=\d)/g, `$1${random.pick(['', ' ', '-'])}`);
  }),
  'id of 13 to 15 digits': digitsOf((random) => random.digits(random.int(13, 15))),
  'date or time in digits only': digitsOf((random) => {
    const date = `${random.int(1990, 2035)}${two(random.int(1, 12))}${two(random.int(1, 28))}`;
    const seconds = String(random.int(1_400_000_000, 1_900_000_000));
    return random.pick([date, date + random.digits(6), seconds, seconds + random.digits(3)]);
  }),
  'calling code of no country': noNumber(
    (random) => `+${random.pick(UNASSIGNED_CODES)}${random.digits(random.int(6, 9))}`
  ),
  'number with too many digits': spoiled((e164, random) => e164 + random.digits(random.int(4, 6))),
  'number cut off': spoiled((e164, random) => e164.slice(0, -random.int(2, 4))),
};
