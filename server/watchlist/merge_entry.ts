import { BAD_ENTRY_DAYS, MANUAL_SOURCE, type WatchlistEntry } from '../../common/model/watchlist';

const DAY_MS = 86_400_000;

export interface MergeOptions {
  readonly now: Date;
  /** Leaves entries of another verdict, and those of people, as they are. */
  readonly keepOthers?: boolean;
}

const isActive = ({ expires }: WatchlistEntry, now: Date): boolean =>
  expires === undefined || Date.parse(expires) > now.getTime();

/** Why an entry that is in force stays in place of the one that comes, if it does. */
export const keptBecause = (
  entry: WatchlistEntry,
  present: WatchlistEntry | undefined,
  { now, keepOthers = false }: MergeOptions
): string | undefined =>
  keepOthers && present && isActive(present, now) && present.verdict !== entry.verdict
    ? `It is listed as ${present.verdict} already (source ${present.source}), and an import changes no verdict unless it is told to.`
    : undefined;

const later = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || b === undefined || Date.parse(a) >= Date.parse(b) ? a : b;

const more = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

/** When a bad entry without an end ends: sending it again does not move that by less than a day. */
const badUntil = (present: WatchlistEntry | undefined, now: Date): string | undefined => {
  const untilMs = now.getTime() + BAD_ENTRY_DAYS * DAY_MS;
  const keeps = present?.verdict === 'bad' && Date.parse(present.expires ?? '') >= untilMs - DAY_MS;
  return keeps ? present.expires : new Date(untilMs).toISOString();
};

const replaced = (
  entry: WatchlistEntry,
  present: WatchlistEntry | undefined,
  now: Date
): WatchlistEntry => {
  // An entry with a new verdict, or one that had ended, is a new one: alerts count from then.
  const same = present?.verdict === entry.verdict && isActive(present, now) ? present : undefined;
  return {
    ...entry,
    added_at: entry.added_at ?? same?.added_at ?? now.toISOString(),
    added_by: same?.added_by ?? entry.added_by,
    expires: entry.expires ?? (entry.verdict === 'bad' ? badUntil(present, now) : undefined),
  };
};

/** Completes an entry with what is stored of its number. Sending the same entry again changes nothing. */
export const mergeEntry = (
  entry: WatchlistEntry,
  present: WatchlistEntry | undefined,
  options: MergeOptions
): WatchlistEntry => {
  const { now, keepOthers = false } = options;
  if (present && keptBecause(entry, present, options)) return present;
  const next = replaced(entry, present, now);
  const isOthers = present && isActive(present, now) && present.source !== entry.source;
  if (!keepOthers || !isOthers) return next;
  const { source } = present;
  // What a person wrote stays word for word; what two feeds say lives as long as either of them says so.
  return source === MANUAL_SOURCE
    ? present
    : {
        ...present,
        expires: later(present.expires, next.expires),
        reports: more(present.reports, next.reports),
      };
};
