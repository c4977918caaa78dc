import { guessLayout, splitCsvLine } from '../sources/guess_layout';
import type { ImportColumns, ImportLayout } from './import_rows';

const SAMPLE_LINES = 50;
const COMMENT = /^\s*(?:#|\/\/|;|--)/;
const NUMBER_NAME =
  /phone|number|tel\b|telefon|msisdn|rufnummer|nummer|caller ?id|^(?:e\.?164|value|ani)$/i;
const REPORTS_NAME = /report|count|votes|complaints|hits|anzahl/i;
const REASON_NAME = /reason|comment|subject|category|description|grund|^type$|^info$|label/i;

/** Digits as people write numbers, and no date, clock time or address. */
const looksLikeNumber = (cell: string): boolean =>
  /^['"]?(?:tel:)?\+?[\d\s().\-/]{6,24}[\d*](?:\s*[-–]\s*\+[\d\s().-]{6,24}\d)?$|^\+?\d{3,}[*xX]+$/.test(
    cell
  ) && !/^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]\d{2,4}|^\d{1,3}(?:\.\d{1,3}){3}$/.test(cell);

const isWhole = (cell: string): boolean => /^\d{1,9}$/.test(cell);
const isText = (cell: string): boolean => /\p{L}{3}/u.test(cell);

const indexOf = (names: readonly string[], test: RegExp, not: readonly number[] = []) => {
  const found = names.findIndex((name, index) => test.test(name.trim()) && !not.includes(index));
  return found < 0 ? undefined : found;
};

/** The column most of whose cells pass the test. */
const bestColumn = (
  rows: readonly (readonly string[])[],
  test: (cell: string) => boolean,
  not: readonly number[] = []
): number | undefined => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const rated = Array.from({ length: width }, (_, index) => ({
    index,
    hits: not.includes(index) ? 0 : rows.filter((row) => test(row[index] ?? '')).length,
  }));
  const best = rated.reduce((a, b) => (b.hits > a.hits ? b : a), { index: -1, hits: 0 });
  return best.hits > rows.length / 2 ? best.index : undefined;
};

const columnsByName = (names: readonly string[]): ImportColumns | undefined => {
  const exactly = (name: string): number | undefined =>
    indexOf(names, new RegExp(`^${name}$`, 'i'));
  const number = exactly('number') ?? indexOf(names, NUMBER_NAME);
  if (number === undefined) return undefined;
  return {
    number,
    reports: indexOf(names, REPORTS_NAME, [number]),
    reason: exactly('reason') ?? indexOf(names, REASON_NAME, [number]),
    verdict: exactly('verdict'),
    expires: exactly('expires'),
    notes: exactly('notes'),
    confidence: exactly('confidence'),
  };
};

const columnsByContent = (rows: readonly (readonly string[])[]): ImportColumns => {
  const number = bestColumn(rows, looksLikeNumber) ?? 0;
  return {
    number,
    reports: bestColumn(rows, isWhole, [number]),
    reason: bestColumn(rows, isText, [number]),
  };
};

const csvLayout = (lines: readonly string[]): ImportLayout => {
  const { delimiter = ',', header, columns: names } = guessLayout(lines);
  const lower = names.map((name) => name.toLowerCase());
  const hasHeader = header !== undefined;
  const base = { delimiter, hasHeader, names };
  if (lower.includes('company_phone_number'))
    return { ...base, format: 'ftc', columns: { number: lower.indexOf('company_phone_number') } };
  if (['uuid', 'type', 'value', 'to_ids'].every((name) => lower.includes(name))) {
    const comment = lower.indexOf('comment');
    return {
      ...base,
      format: 'misp_csv',
      columns: { number: lower.indexOf('value'), reason: comment < 0 ? undefined : comment },
    };
  }
  const rows = lines.slice(hasHeader ? 1 : 0).map((line) => splitCsvLine(line, delimiter));
  const columns = (hasHeader ? columnsByName(names) : undefined) ?? columnsByContent(rows);
  return { ...base, format: 'csv', columns };
};

/**
 * Guesses how a list of numbers is laid out.
 * @param text its beginning; a last line that is cut off does not matter
 */
export const guessImport = (text: string): ImportLayout => {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{') || (start.startsWith('[') && /^\[\s*[[{\]]/.test(start))) {
    return { format: 'json' };
  }
  const all = start.split(/\r?\n/);
  const whole = all.length > 2 ? all.slice(0, -1) : all;
  const lines = whole.filter((line) => line.trim() !== '' && !COMMENT.test(line));
  const sample = lines.slice(0, SAMPLE_LINES);
  const layout = csvLayout(sample);
  const isWide = (layout.names?.length ?? 1) > 1;
  return isWide ? layout : { format: 'list' };
};

/** Whether a line of a list is a remark of its author. */
export const isComment = (line: string): boolean => COMMENT.test(line);
