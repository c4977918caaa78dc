import type { CoveringEntry } from '../../common/api/number';
import type { WatchlistEntryInput } from '../../common/model/watchlist';

/** What somebody wants to do with a number. */
export type Intent = 'bad' | 'trust' | 'note';

export const EXPIRIES = ['keep', '30', '90', '365', 'never'] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** What the form holds. */
export interface EntryFields {
  readonly verdict: WatchlistEntryInput['verdict'];
  readonly reason: string;
  readonly expiry: Expiry;
}

const DAY_MS = 86_400_000;

/** The number's own entry that has an effect now; a range is not its own. */
export const ownEntry = (entries: readonly CoveringEntry[]): CoveringEntry | undefined =>
  entries.find(({ kind, state }) => kind === 'number' && state === 'effective');

/** Bad numbers are given to new people after a while; trusted and own ones stay. */
export const usualExpiry = (verdict: EntryFields['verdict']): Expiry =>
  verdict === 'bad' ? '30' : 'never';

/** What can be chosen: bad entries always end, and only an entry with an end can keep it. */
export const expiriesOf = (
  verdict: EntryFields['verdict'],
  entry: CoveringEntry | undefined
): Expiry[] =>
  EXPIRIES.filter((expiry) => {
    if (expiry === 'keep') return entry?.expires !== undefined;
    return verdict !== 'bad' || expiry !== 'never';
  });

const VERDICT = { bad: 'bad', trust: 'trusted' } as const;

/** The form as it opens. */
export const fieldsFor = (intent: Intent, entry: CoveringEntry | undefined): EntryFields => {
  const verdict = intent === 'note' ? (entry?.verdict ?? 'bad') : VERDICT[intent];
  const isSame = entry?.verdict === verdict;
  return {
    verdict,
    reason: entry?.reason ?? '',
    expiry: isSame && entry.expires !== undefined ? 'keep' : usualExpiry(verdict),
  };
};

/** The form with another verdict; an end that this verdict cannot have becomes its usual one. */
export const withVerdict = (
  fields: EntryFields,
  verdict: EntryFields['verdict'],
  entry: CoveringEntry | undefined
): EntryFields => {
  const keeps = fields.expiry === 'keep' && entry?.verdict === verdict;
  return { ...fields, verdict, expiry: keeps ? 'keep' : usualExpiry(verdict) };
};

/** The entry to be sent. */
export const toEntry = (
  number: string,
  { verdict, reason, expiry }: EntryFields,
  { entry, nowMs }: { readonly entry: CoveringEntry | undefined; readonly nowMs: number }
): WatchlistEntryInput => {
  const text = reason.trim();
  const until = (): string | undefined => {
    if (expiry === 'never') return undefined;
    if (expiry === 'keep') return entry?.expires;
    return new Date(nowMs + Number(expiry) * DAY_MS).toISOString();
  };
  const expires = until();
  return {
    number,
    kind: 'number',
    verdict,
    source: 'manual',
    ...(text === '' ? {} : { reason: text }),
    ...(expires === undefined ? {} : { expires }),
  };
};
