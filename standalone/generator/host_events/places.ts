import type { CompanySite } from '../sites';

/** Where a sign-in comes from. Addresses are of the documentation ranges (RFC 5737), AS numbers of RFC 5398. */
export interface Place {
  readonly ip: string;
  readonly country: string;
  readonly city: string;
  readonly asNumber: number;
  readonly asName: string;
}

const OFFICES: Readonly<Record<string, Place>> = {
  berlin: {
    ip: '192.0.2.20',
    country: 'DE',
    city: 'Berlin',
    asNumber: 64496,
    asName: 'Example Carrier DE',
  },
  austin: {
    ip: '192.0.2.40',
    country: 'US',
    city: 'Austin',
    asNumber: 64497,
    asName: 'Example Carrier US',
  },
  london: {
    ip: '192.0.2.60',
    country: 'GB',
    city: 'London',
    asNumber: 64498,
    asName: 'Example Carrier GB',
  },
};

export const officeOf = ({ settings, country }: CompanySite): Place =>
  OFFICES[settings.id] ?? {
    ip: '192.0.2.80',
    country,
    city: '',
    asNumber: 64499,
    asName: 'Example Carrier',
  };

/** A hosting provider abroad, such as attackers rent. */
export const RENTED_SERVER: Place = {
  ip: '203.0.113.77',
  country: 'NL',
  city: 'Amsterdam',
  asNumber: 64510,
  asName: 'Example Hosting',
};

/** A hotel on a business trip. */
export const HOTEL_ABROAD: Place = {
  ip: '198.51.100.33',
  country: 'ES',
  city: 'Madrid',
  asNumber: 64505,
  asName: 'Example Hotels',
};

/** ECS fields of the place. */
export const sourceOf = ({ ip, country, city, asNumber, asName }: Place): object => ({
  ip,
  geo: { country_iso_code: country, city_name: city },
  as: { number: asNumber, organization: { name: asName } },
});
