import type { Site } from '../../../common/model/call';

/** The settings of a site as a person types them. */
export interface SiteFields {
  readonly id: string;
  readonly country: string;
  readonly timezone: string;
  readonly outside_line: string;
  readonly extension_lengths: string;
}

export const EMPTY_SITE: SiteFields = {
  id: '',
  country: '',
  timezone: '',
  outside_line: '',
  extension_lengths: '',
};

const lengthsOf = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);

/** Fields that cannot be used as they are. */
export const siteErrors = (fields: SiteFields): Partial<Record<keyof SiteFields, true>> => {
  const lengths = lengthsOf(fields.extension_lengths);
  const checks: Readonly<Record<keyof SiteFields, boolean>> = {
    id: fields.id.trim() !== '' && fields.id.length <= 64,
    country: /^([A-Za-z]{2})?$/.test(fields.country.trim()),
    timezone: true,
    outside_line: /^[0-9*#]{0,5}$/.test(fields.outside_line.trim()),
    extension_lengths: lengths.every(
      (length) => Number.isInteger(length) && length >= 1 && length <= 10
    ),
  };
  const wrong = Object.entries(checks).filter(([, isRight]) => !isRight);
  return Object.fromEntries(wrong.map(([name]) => [name, true]));
};

/** What goes with each record; empty settings are left out. */
export const toSite = (fields: SiteFields): Site => {
  const lengths = lengthsOf(fields.extension_lengths);
  const country = fields.country.trim().toUpperCase();
  const outsideLine = fields.outside_line.trim();
  return {
    id: fields.id.trim(),
    ...(country === '' ? {} : { country }),
    ...(fields.timezone === '' ? {} : { timezone: fields.timezone }),
    ...(outsideLine === '' ? {} : { outside_line: outsideLine }),
    ...(lengths.length === 0 ? {} : { extension_lengths: lengths }),
  };
};

/** Every zone that this browser knows, UTC first. */
export const timezones = (): string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  return ['UTC', ...known.filter((zone) => zone !== 'UTC')];
};
