import type { WatchlistEntry } from '../../common/model/watchlist';
import { csvCell, type CsvValue } from '../shared/csv';
import { entryId } from './entry_labels';

/** The names are those that an import looks for, so that an export can be read back. */
const COLUMNS: readonly (readonly [string, (entry: WatchlistEntry) => CsvValue])[] = [
  ['number', entryId],
  ['verdict', ({ verdict }) => verdict],
  ['reason', ({ reason }) => reason],
  ['source', ({ source }) => source],
  ['confidence', ({ confidence }) => confidence],
  ['reports', ({ reports }) => reports],
  ['added_at', ({ added_at }) => added_at],
  ['added_by', ({ added_by }) => added_by],
  ['expires', ({ expires }) => expires],
  ['notes', ({ notes }) => notes],
];

export const CSV_HEADER = `${COLUMNS.map(([name]) => name).join(',')}\r\n`;

/** Entries as lines of CSV (RFC 4180), without a header line. */
export const toCsvLines = (entries: readonly WatchlistEntry[]): string =>
  entries
    .map((entry) => `${COLUMNS.map(([, read]) => csvCell(read(entry))).join(',')}\r\n`)
    .join('');
