import { csvRecordsWith } from './csv_line';
import { createBufferedCutter, type RecordCutter } from './raw_record';

/** What a source's lines look like. */
export interface CsvFormat {
  readonly delimiter: string;
  /** Column names, in lower case, that only a header line can hold; all of them must occur in it. Empty: no header line. */
  readonly headerNames: readonly string[];
  /** Fits every column of a line that is neither header nor record, such as the type row of CUCM. */
  readonly skipColumns?: string;
}

/** Good enough for header and type rows, whose columns hold no comma outside of parentheses and no escaped quote. */
const columnsOf = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((column) => column.trim().replace(/^"(.*)"$/, '$1'));

/**
 * Cuts a CSV file. A header line is recognised by its names wherever it stands, so files that were joined with `cat`
 * work too; it is no record of its own, but goes with every record behind it.
 */
export const createCsvCutter = ({
  delimiter,
  headerNames,
  skipColumns,
}: CsvFormat): RecordCutter => {
  const skipped = skipColumns === undefined ? undefined : new RegExp(skipColumns, 'u');
  let header: string | undefined;
  const isHeader = (columns: readonly string[]): boolean => {
    if (headerNames.length === 0) return false;
    const names = new Set(columns.map((column) => column.toLowerCase()));
    return headerNames.every((name) => names.has(name));
  };
  return createBufferedCutter(csvRecordsWith(delimiter), (message, offset) => {
    const columns = columnsOf(message, delimiter);
    if (isHeader(columns)) {
      header = message;
      return undefined;
    }
    if (skipped && columns.every((column) => skipped.test(column))) return undefined;
    return header === undefined ? { message, offset } : { message, header, offset };
  });
};
