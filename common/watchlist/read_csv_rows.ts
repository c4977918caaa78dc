import { confidenceSchema, listedVerdictSchema } from '../model/watchlist';
import type { NumberedRecord } from '../readers/numbered_records';
import { splitCsvLine } from '../sources/guess_layout';
import { isComment } from './guess_import';
import {
  clip,
  clipNumber,
  refuse,
  type ImportColumns,
  type ImportLayout,
  type ParsedRow,
  type ParsedRows,
  type RefusedRow,
} from './import_rows';
import { PHONE_TYPES } from './phone_types';

const NO_NUMBER = 'The row names no number.';

type Cells = readonly string[];

const cellOf = (cells: Cells, column: number | undefined): string =>
  column === undefined ? '' : (cells[column] ?? '').trim();

const wholeOf = (cell: string): number | undefined =>
  /^\d{1,9}$/.test(cell) ? Number(cell) : undefined;

const instantOf = (cell: string): string | undefined => {
  const ms = cell === '' ? NaN : Date.parse(cell);
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined;
};

const toRow = (cells: Cells, columns: ImportColumns, line: number): ParsedRow => ({
  line,
  number: clipNumber(cellOf(cells, columns.number)),
  reason: clip(cellOf(cells, columns.reason)),
  notes: clip(cellOf(cells, columns.notes), 4000),
  reports: wholeOf(cellOf(cells, columns.reports)),
  verdict: listedVerdictSchema.safeParse(cellOf(cells, columns.verdict).toLowerCase()).data,
  confidence: confidenceSchema.safeParse(cellOf(cells, columns.confidence).toLowerCase()).data,
  expires: instantOf(cellOf(cells, columns.expires)),
});

/** Reads the records of a CSV list; the first one is skipped when it names the columns. */
export const createCsvReader = ({
  format,
  delimiter = ',',
  hasHeader = false,
  names = [],
  columns = { number: 0 },
}: ImportLayout): ((records: readonly NumberedRecord[]) => ParsedRows) => {
  const typeColumn = names.findIndex((name) => name.toLowerCase() === 'type');
  let isFirst = hasHeader;
  return (records) => {
    const rows: ParsedRow[] = [];
    const refused: RefusedRow[] = [];
    let ignored = 0;
    for (const { message, line } of records) {
      if (isComment(message)) continue;
      if (isFirst) {
        isFirst = false;
        continue;
      }
      const cells = splitCsvLine(message, delimiter);
      const row = toRow(cells, columns, line);
      if (format === 'misp_csv' && !PHONE_TYPES.has(cellOf(cells, typeColumn))) ignored += 1;
      else if (row.number === '') refused.push(refuse(line, message, NO_NUMBER));
      else rows.push(row);
    }
    return { rows, refused, ignored };
  };
};

interface Complaints {
  readonly line: number;
  count: number;
  readonly subjects: Map<string, number>;
}

const mostOf = (subjects: ReadonlyMap<string, number>): string | undefined =>
  [...subjects].sort(([a, x], [b, y]) => y - x || a.localeCompare(b))[0]?.[0];

/**
 * Complaints of the United States' Federal Trade Commission: one row a complaint, many of one number. Most of these numbers
 * are spoofed, so the confidence is low.
 */
export const createComplaintReader = ({
  delimiter = ',',
  names = [],
  columns = { number: 0 },
}: ImportLayout) => {
  const subjectColumn = names.findIndex((name) => name.toLowerCase() === 'subject');
  const byNumber = new Map<string, Complaints>();
  let isFirst = true;
  return {
    read(records: readonly NumberedRecord[]): ParsedRows {
      const refused: RefusedRow[] = [];
      for (const { message, line } of records) {
        const cells = splitCsvLine(message, delimiter);
        const number = clipNumber(cellOf(cells, columns.number));
        const wasFirst = isFirst;
        isFirst = false;
        if (wasFirst && !/\d/.test(number)) continue;
        if (number === '') {
          refused.push(refuse(line, message, NO_NUMBER));
          continue;
        }
        const complaints = byNumber.get(number) ?? {
          line,
          count: 0,
          subjects: new Map<string, number>(),
        };
        complaints.count += 1;
        const subject = cellOf(cells, subjectColumn < 0 ? undefined : subjectColumn);
        if (subject !== '')
          complaints.subjects.set(subject, (complaints.subjects.get(subject) ?? 0) + 1);
        byNumber.set(number, complaints);
      }
      return { rows: [], refused, ignored: 0 };
    },
    end(): ParsedRows {
      const rows = [...byNumber].map(([number, { line, count, subjects }]): ParsedRow => {
        const subject = mostOf(subjects);
        const times = `${count} complaint${count === 1 ? '' : 's'} to the FTC`;
        return {
          line,
          number,
          reports: count,
          reason: clip(subject === undefined ? times : `${times}, most about: ${subject}`),
          confidence: 'low',
        };
      });
      return { rows, refused: [], ignored: 0 };
    },
  };
};
