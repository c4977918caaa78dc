import {
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import { COUNTRIES, planOf } from './plan';
import type { Random } from './random';

/** A valid number, with everything that its written forms are made of. */
export interface PoolNumber {
  readonly e164: string;
  /** Absent for numbers of no country, such as satellite phones. */
  readonly country?: CountryCode;
  readonly callingCode: string;
  /** The digits behind the calling code. */
  readonly significant: string;
  /** As people of the country write it, such as `020 7946 0958`; the same digits as `dialled`. */
  readonly national: string;
  /** As it is dialled in the country: with the trunk prefix where there is one. */
  readonly dialled: string;
  /** Such as `+44 20 7946 0958`. */
  readonly international: string;
}

/** Numbers of no country: satellites, international freephone, networks. */
const OF_NO_COUNTRY = ['+8821612345678', '+881612345678', '+870773111632', '+80012345678'];
/** Leading digits under which many countries have their freephone and premium numbers. */
const SPECIAL_STARTS = ['80', '800', '90', '900', '70', '3', '1'];
const TRIES_PER_NUMBER = 20;
/** Plus and 15 digits (ITU-T E.164). */
const MAX_E164_LENGTH = 16;

const toPoolNumber = (number: PhoneNumber, country?: CountryCode): PoolNumber => {
  const national = number.formatNational();
  return {
    e164: number.number,
    country,
    callingCode: number.countryCallingCode,
    significant: number.nationalNumber,
    national,
    dialled: national.replace(/\D/g, ''),
    international: number.formatInternational(),
  };
};

/** The example with other digits at its end, or a number of any length that the country has. */
const changeDigits = (example: string, country: CountryCode, random: Random): string => {
  const kept = random.int(0, example.length - 1);
  if (random.chance(0.5)) return example.slice(0, kept) + random.digits(example.length - kept);
  const length = random.pick(planOf(country).lengths);
  const start = random.chance(0.5) ? random.pick(SPECIAL_STARTS) : example.slice(0, kept);
  return (start + random.digits(length)).slice(0, length);
};

/** Numbers of one country; every type of number that is found gets its share before one type has them all. */
const numbersOf = (country: CountryCode, count: number, random: Random): PoolNumber[] => {
  const example = parsePhoneNumberFromString(examples[country], country);
  if (!example?.isValid()) throw new Error(`The library's example of ${country} is not valid.`);
  const found = new Map([[example.number, example]]);
  const byType = new Map<string | undefined, number>();
  for (let tries = 0; tries < count * TRIES_PER_NUMBER && found.size < count; tries += 1) {
    const digits = changeDigits(example.nationalNumber, country, random);
    const number = parsePhoneNumberFromString(`+${example.countryCallingCode}${digits}`);
    // The digits may belong to a neighbour that shares the calling code: its numbers are dialled in another way.
    if (number?.country !== country || !number.isValid()) continue;
    // The library knows German freephone numbers that are longer than E.164 allows.
    if (number.number.length > MAX_E164_LENGTH) continue;
    // Old Gabonese numbers, which the library writes as the new ones that people now dial.
    if (parsePhoneNumberFromString(number.formatNational(), country)?.number !== number.number)
      continue;
    const type = number.getType();
    const ofType = byType.get(type) ?? 0;
    if (ofType >= count / 3 && tries < (count * TRIES_PER_NUMBER) / 2) continue;
    byType.set(type, ofType + 1);
    found.set(number.number, number);
  }
  return [...found.values()].map((number) => toPoolNumber(number, country));
};

const ofNoCountry = (e164: string): PoolNumber => {
  const number = parsePhoneNumberFromString(e164);
  if (!number?.isValid()) throw new Error(`${e164} is not valid.`);
  return toPoolNumber(number);
};

/** Valid numbers of every country that the library has an example of, up to `perCountry` of each. */
export const createPool = (perCountry: number, random: Random): PoolNumber[] => [
  ...COUNTRIES.flatMap((country) => numbersOf(country, perCountry, random)),
  ...OF_NO_COUNTRY.map(ofNoCountry),
];
