import type { Site } from '../../common/model/call';

export type PhoneSystem = 'asterisk_cdr' | 'cisco_cucm' | 'ms_teams';

/** A place of the company with its own phone system. */
export interface CompanySite {
  readonly settings: Site;
  readonly phoneSystem: PhoneSystem;
  readonly country: string;
  readonly timezone: string;
  /** Short mark in computer names. */
  readonly code: string;
  /** Share of the people who work here. */
  readonly share: number;
}

const site = (
  settings: Site & { readonly country: string; readonly timezone: string },
  rest: Pick<CompanySite, 'phoneSystem' | 'code' | 'share'>
): CompanySite => ({
  settings,
  country: settings.country,
  timezone: settings.timezone,
  ...rest,
});

export const BERLIN = site(
  {
    id: 'berlin',
    country: 'DE',
    timezone: 'Europe/Berlin',
    outside_line: '0',
    extension_lengths: [3],
  },
  { phoneSystem: 'asterisk_cdr', code: 'BER', share: 0.3 }
);
export const AUSTIN = site(
  {
    id: 'austin',
    country: 'US',
    timezone: 'America/Chicago',
    outside_line: '9',
    extension_lengths: [4],
  },
  { phoneSystem: 'cisco_cucm', code: 'AUS', share: 0.45 }
);
export const LONDON = site(
  { id: 'london', country: 'GB', timezone: 'Europe/London' },
  { phoneSystem: 'ms_teams', code: 'LON', share: 0.25 }
);

export const SITES: readonly CompanySite[] = [BERLIN, AUSTIN, LONDON];

/** Extension of the help desk's queue on the Berlin phone system. */
export const HELP_DESK_QUEUE = '700';
export const EMAIL_DOMAIN = 'example.com';
/** The company's own cloud tenant. */
export const TENANT_ID = '5b0f1c3e-7a52-4d0e-a1b6-2f6f5d3c9e10';
export const TENANT_NAME = 'vishingdemo.onmicrosoft.com';
export const WINDOWS_DOMAIN = 'CORP';
