import type { NumberQuality } from '../../common/model/call';
import { readPlain, readShort } from './dialled_number';
import { GenerationCache } from './generation_cache';
import type { NumberRole, NumberSite } from './number_site';
import {
  countryOf,
  readBehindPrefix,
  readDialled,
  readInternational,
  type PlannedNumber,
} from './numbering_plan';
import { behindMarkedLine } from './outside_line';
import { ownRangesOf } from './own_ranges';
import { takeApart, type RawDigits, type RawNumber } from './raw_number';

export type { NumberRole, NumberSite };

export interface ReadNumber {
  /** Present when, and only when, `quality` is `e164`. */
  readonly e164?: string;
  readonly quality: NumberQuality;
  /** ISO 3166-1 alpha-2; absent for numbers of no country, such as satellite phones. */
  readonly country?: string;
  /** International calling code without plus, such as `44`. */
  readonly regionCode?: string;
  /** fixed_line | mobile | fixed_line_or_mobile | toll_free | premium_rate | shared_cost | voip | personal_number | pager | uan | voicemail */
  readonly type?: string;
  readonly extension?: string;
  /** The number without its last four digits; of a masked number, the digits that can be seen. */
  readonly block?: string;
  /** True for a number of the site's own ranges. */
  readonly own?: true;
}

/** The leading digits that a number shares with its neighbours: the number without its last four digits. */
export const blockOf = (e164: string): string => e164.slice(0, -4);

const toRead = (number: PlannedNumber, extension: string | undefined): ReadNumber => ({
  e164: number.e164,
  quality: 'e164',
  country: number.country,
  regionCode: number.regionCode,
  type: number.type,
  extension,
  block: blockOf(number.e164),
});

/** Digits that begin with a calling code, as the text itself says. */
const readGlobal = ({
  plus,
  digits,
  context,
  withoutZero,
}: RawDigits): PlannedNumber | undefined => {
  if (context) return readInternational(context.replace(/\D/g, '') + digits);
  if (!plus) return undefined;
  // No calling code begins with 0: such a plus was put before a dialled number.
  if (digits.startsWith('0'))
    return digits.startsWith('00') ? readInternational(digits.slice(2)) : undefined;
  return readInternational(digits) ?? (withoutZero ? readInternational(withoutZero) : undefined);
};

const readDigits = (raw: RawDigits, site: NumberSite, role: NumberRole): ReadNumber => {
  const { plus, digits, divided, extension, withoutZero } = raw;
  const global = readGlobal(raw);
  if (global) return toRead(global, extension);
  const where = { country: countryOf(site.country), role };
  const short = plus ? undefined : readShort(digits, site, where);
  // Digits such as `1920x1080` or `1.299` are something else: an extension has no extension, and is written in one piece.
  if (short) return extension === undefined && !divided ? short : { quality: 'invalid' };
  const dialled = !plus || digits.startsWith('0');
  const number = dialled
    ? (readPlain(digits, site, where) ?? (withoutZero && readPlain(withoutZero, site, where)))
    : undefined;
  return number ? toRead(number, extension) : { quality: 'invalid' };
};

const readParts = (parts: RawNumber, site: NumberSite, role: NumberRole): ReadNumber => {
  switch (parts.kind) {
    case 'digits':
      return readDigits(parts, site, role);
    case 'masked':
      return {
        quality: 'masked',
        block: parts.plus && parts.digits !== '' ? `+${parts.digits}` : undefined,
      };
    case 'extension':
      return { quality: 'extension', extension: parts.digits };
    case 'feature_code':
      return { quality: 'short_code' };
    default:
      return { quality: parts.kind };
  }
};

const readMarkedLine = (raw: string, site: NumberSite): ReadNumber | undefined => {
  const rest = behindMarkedLine(raw, site);
  const parts = rest === undefined ? undefined : takeApart(rest);
  if (parts?.kind !== 'digits') return undefined;
  const { digits } = parts;
  const number = readDialled(digits, countryOf(site.country)) ?? readBehindPrefix(digits);
  return number && toRead(number, parts.extension);
};

/** An extension of the site whose number from outside is known becomes that number. */
const completed = (read: ReadNumber, site: NumberSite): ReadNumber => {
  const { extension = '', e164, quality } = read;
  const ranges = ownRangesOf(site);
  if (!ranges) return read;
  if (e164) return ranges.contains(e164) ? { ...read, own: true } : read;
  if (quality !== 'extension' || !site.extension_lengths?.includes(extension.length)) return read;
  const digits = ranges.complete(extension);
  const number = digits === undefined ? undefined : readInternational(digits);
  return number ? { ...toRead(number, extension), own: true } : read;
};

const read = (raw: string, site: NumberSite, role: NumberRole): ReadNumber =>
  completed(readMarkedLine(raw, site) ?? readParts(takeApart(raw), site, role), site);

/** Most calls of a run are between numbers seen before; an entry takes about 300 bytes. */
const CACHED_NUMBERS = 50_000;
const cache = new GenerationCache<string, ReadNumber>(CACHED_NUMBERS);
/** The settings of a site as one text; the resolver passes the same object for each record of a site. */
const siteTexts = new WeakMap<NumberSite, string>();
const siteText = (site: NumberSite): string => {
  const present = siteTexts.get(site);
  if (present !== undefined) return present;
  const { country = '', outside_line = '', extension_lengths, own_ranges } = site;
  const text = [country, outside_line, extension_lengths?.join(), own_ranges?.join()].join('|');
  siteTexts.set(site, text);
  return text;
};
/** Longer texts are no numbers, and would fill the cache. */
const MAX_RAW_LENGTH = 256;

/**
 * Reads a number as the phone system of `site` wrote it. Nothing is invented: E.164 only where the numbering plans
 * (libphonenumber) say that the number can exist, else `quality` says what the text is.
 */
export const readNumber = (
  raw: string,
  site: NumberSite,
  role: NumberRole = 'called'
): ReadNumber => {
  if (raw.length > MAX_RAW_LENGTH) return { quality: 'invalid' };
  const key = `${siteText(site)}|${role}|${raw}`;
  const known = cache.get(key);
  if (known) return known;
  const result = read(raw, site, role);
  cache.set(key, result);
  return result;
};
