import type { NumberRole, NumberSite } from '../../../server/numbers/read_number';
import type { PoolNumber } from './number_pool';
import { COUNTRIES } from './plan';
import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/max';
import type { Random } from './random';

export const NOWHERE: NumberSite = {};

/** Digits that offices dial for an outside line; most have none set. */
const OUTSIDE_LINES = [undefined, undefined, undefined, '9', '0', '8', '7', '00', '*9'] as const;
const EXTENSION_LENGTHS = [
  undefined,
  undefined,
  [2],
  [3],
  [4],
  [3, 4],
  [2, 3, 4],
  [5],
  [6],
  [4, 7],
] as const;

/** Where many companies have an office; every other country has one now and then. */
const MOST_SITES = [
  ...([
    'US',
    'GB',
    'DE',
    'FR',
    'IN',
    'AU',
    'CA',
    'NL',
    'ES',
    'IT',
    'BR',
    'JP',
    'AT',
    'CH',
  ] as const),
];

const siteIn = (country: CountryCode, random: Random): NumberSite => ({
  country: random.chance(0.9) ? country : country.toLowerCase(),
  outside_line: random.pick(OUTSIDE_LINES),
  extension_lengths: random.pick(EXTENSION_LENGTHS)?.slice(),
});

/** A site in the country of a number. */
export const siteAtHome = ({ country }: PoolNumber, random: Random): NumberSite | undefined =>
  country && siteIn(country, random);

/** A site in another country, with another calling code. */
export const siteAbroad = ({ callingCode }: PoolNumber, random: Random): NumberSite => {
  const country = random.chance(0.5) ? random.pick(MOST_SITES) : random.pick(COUNTRIES);
  return getCountryCallingCode(country) === callingCode
    ? siteAbroad({ callingCode } as PoolNumber, random)
    : siteIn(country, random);
};

/** Any site: most are where the number is, some are set up without a country. */
export const siteAnywhere = (number: PoolNumber, random: Random): NumberSite => {
  if (random.chance(0.1)) return NOWHERE;
  const home = random.chance(0.5) ? siteAtHome(number, random) : undefined;
  return home ?? siteAbroad(number, random);
};

/** A site in a country taken by chance. */
export const someSite = (random: Random): NumberSite => siteIn(random.pick(COUNTRIES), random);

export const someRole = (random: Random): NumberRole => random.pick(['caller', 'called']);
