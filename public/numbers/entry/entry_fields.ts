import type { ImportRequest } from '../../../common/api/watchlist';
import {
  BAD_ENTRY_DAYS,
  MANUAL_SOURCE,
  type Confidence,
  type ListedVerdict,
  type WatchlistEntry,
} from '../../../common/model/watchlist';

const DAY_MS = 86_400_000;
const MAX_NUMBERS = 100;

export const NEVER = 'never';
/** Of an entry that is changed: its end stays. */
export const KEEP = 'keep';
/** Days until an entry ends. */
export const EXPIRIES = ['7', '30', '90', '365'] as const;

/** What stands in the form. */
export interface EntryFields {
  /** One number or range a line. */
  readonly numbers: string;
  readonly country: string;
  readonly verdict: ListedVerdict;
  readonly reason: string;
  readonly notes: string;
  readonly confidence: Confidence;
  /** Days, `never` or `keep`. */
  readonly expiry: string;
}

/** Bad numbers are given to new people; our own and trusted ones stay. */
export const usualExpiry = (verdict: ListedVerdict): string =>
  verdict === 'bad' ? String(BAD_ENTRY_DAYS) : NEVER;

export const newFields = (country: string, numbers = ''): EntryFields => ({
  numbers,
  country,
  verdict: 'bad',
  reason: '',
  notes: '',
  confidence: 'high',
  expiry: usualExpiry('bad'),
});

export const fieldsOf = (entry: WatchlistEntry, id: string): EntryFields => ({
  numbers: id,
  country: '',
  verdict: entry.verdict,
  reason: entry.reason ?? '',
  notes: entry.notes ?? '',
  confidence: entry.confidence ?? 'high',
  expiry: entry.expires === undefined ? NEVER : KEEP,
});

export const numbersOf = ({ numbers }: Pick<EntryFields, 'numbers'>): string[] => [
  ...new Set(
    numbers
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  ),
];

export const isCountry = (country: string): boolean => /^[A-Za-z]{2}$/.test(country);

/** What keeps the form from being sent. */
export const fieldErrors = (
  fields: EntryFields
): { readonly numbers?: 'missing' | 'many'; readonly country?: true } => {
  const { length } = numbersOf(fields);
  return {
    ...(length === 0 ? { numbers: 'missing' as const } : {}),
    ...(length > MAX_NUMBERS ? { numbers: 'many' as const } : {}),
    ...(fields.country === '' || isCountry(fields.country) ? {} : { country: true as const }),
  };
};

const expiresOf = (
  { expiry }: EntryFields,
  present: WatchlistEntry | undefined,
  nowMs: number
): string | undefined => {
  if (expiry === NEVER) return undefined;
  if (expiry === KEEP) return present?.expires;
  return new Date(nowMs + Number(expiry) * DAY_MS).toISOString();
};

/** The request that stores the form. A person's word replaces what feeds said. */
export const toRequest = (
  fields: EntryFields,
  present: WatchlistEntry | undefined,
  nowMs: number
): ImportRequest => ({
  rows: numbersOf(fields).map((number) => ({
    number,
    reason: fields.reason.trim() || undefined,
    notes: fields.notes.trim() || undefined,
    confidence: fields.confidence === 'high' ? undefined : fields.confidence,
    reports: present?.reports,
    expires: expiresOf(fields, present, nowMs),
  })),
  country: fields.country === '' ? undefined : fields.country.toUpperCase(),
  source: MANUAL_SOURCE,
  verdict: fields.verdict,
  replace: true,
});

/** The country of the reader's language setting, such as `en-GB`, as a first guess. */
export const guessCountry = (language: string): string => /-([A-Z]{2})\b/.exec(language)?.[1] ?? '';
