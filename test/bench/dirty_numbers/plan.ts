import {
  getCountries,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { Metadata } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json';
import maxMetadata from 'libphonenumber-js/metadata.max.json';

export const COUNTRIES = getCountries();

/** What is dialled for a number abroad, in countries where the caller chooses a carrier or the library knows a pattern only. */
const DIALLED_ABROAD: Partial<Record<CountryCode, readonly string[]>> = {
  AU: ['0011'],
  CC: ['0011'],
  CX: ['0011'],
  BO: ['00', '0010', '0013'],
  BR: ['0014', '0015', '0021', '0031'],
  BY: ['810'],
  KZ: ['810'],
  RU: ['810'],
  TJ: ['810'],
  TM: ['810'],
  CL: ['00', '1230', '1710', '1880'],
  CO: ['005', '007', '009'],
  HK: ['00', '001', '002', '006'],
  ID: ['008', '009'],
  IL: ['00', '012', '013', '014'],
  KH: ['001', '007'],
  KR: ['001', '002', '00700'],
  MU: ['020', '00'],
  PW: ['011'],
  SB: ['00', '01'],
  SG: ['001', '002', '008'],
  TH: ['001', '009'],
  TW: ['002', '009'],
  TZ: ['000'],
  UG: ['000'],
};

const metadata = new Metadata(maxMetadata);

export interface Plan {
  /** What is dialled before a number abroad. */
  readonly abroad: readonly string[];
  /** How many digits a mobile number has. */
  readonly usualLength: number;
  /** How many digits the country's numbers have. */
  readonly lengths: readonly number[];
}

const readPlan = (country: CountryCode): Plan => {
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan;
  const pattern = plan?.IDDPrefix() ?? '00';
  return {
    abroad: DIALLED_ABROAD[country] ?? [/^\d+$/.test(pattern) ? pattern : '00'],
    usualLength: examples[country].length,
    lengths: plan?.possibleLengths() ?? [],
  };
};

const plans = new Map(COUNTRIES.map((country) => [country, readPlan(country)]));

/** How numbers are dialled in a country. */
export const planOf = (country: CountryCode): Plan => plans.get(country) ?? readPlan(country);

/** The number that the library reads in these digits, with or without a country: to find out what else they could be. */
export const otherReading = (text: string, country?: CountryCode): PhoneNumber | undefined => {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isValid() ? parsed : undefined;
};
