import type { z } from 'zod';
import type { importWatchlist, ImportResponse, ImportRow } from '../../common/api/watchlist';
import { MANUAL_SOURCE, type WatchlistEntry } from '../../common/model/watchlist';
import type { ElasticsearchClient } from '../kibana';
import { readListedNumber } from './read_listed_number';
import { upsertWatchlist, watchlistId } from './watchlist_store';

type Request = z.output<typeof importWatchlist.body> & {
  /** Who asks. */
  readonly addedBy?: string;
};

const toEntry = (
  row: ImportRow,
  listed: Pick<WatchlistEntry, 'number' | 'kind'>,
  { source, verdict, reason, expires, addedBy }: Request
): WatchlistEntry => ({
  number: listed.number,
  kind: listed.kind,
  verdict: row.verdict ?? verdict,
  reason: row.reason ?? reason,
  notes: row.notes,
  source,
  confidence: row.confidence,
  reports: row.reports,
  added_by: addedBy,
  expires: row.expires ?? expires,
});

interface ReadRows {
  readonly entries: ReadonlyMap<string, WatchlistEntry>;
  /** The row that an entry came from, by the entry's id. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly refused: ImportResponse['refused'];
  readonly merged: number;
}

/** Reads the numbers of all rows; the first row of a number counts, with the most reports of all. */
export const readRows = (request: Request): ReadRows => {
  const entries = new Map<string, WatchlistEntry>();
  const rowOf = new Map<string, number>();
  const refused: ImportResponse['refused'] = [];
  let merged = 0;
  request.rows.forEach((row, index) => {
    const listed = readListedNumber(row.number, request.country);
    if ('refused' in listed) {
      refused.push({ row: index, reason: listed.refused });
      return;
    }
    const id = watchlistId(listed);
    const first = entries.get(id);
    if (!first) {
      entries.set(id, toEntry(row, listed, request));
      rowOf.set(id, index);
      return;
    }
    merged += 1;
    if ((row.reports ?? 0) > (first.reports ?? 0)) {
      entries.set(id, { ...first, reports: row.reports });
    }
  });
  return { entries, rowOf, refused, merged };
};

/**
 * Adds or changes entries as people and files write them.
 * @returns what happened, and the entries whose calls have to be resolved again
 * @throws VishingError `not_set_up`
 */
export const importEntries = async (
  es: ElasticsearchClient,
  request: Request
): Promise<{ readonly response: ImportResponse; readonly changed: readonly WatchlistEntry[] }> => {
  const { entries, rowOf, refused, merged } = readRows(request);
  const keepOthers = !request.replace && request.source !== MANUAL_SOURCE;
  const { result, changed } = await upsertWatchlist(es, [...entries.values()], { keepOthers });
  const { created, updated, unchanged, failed } = result;
  const notStored = failed.map(({ id, reason }) => ({ row: rowOf.get(id) ?? 0, reason }));
  return {
    response: { created, updated, unchanged, merged, refused: [...refused, ...notStored] },
    changed,
  };
};
