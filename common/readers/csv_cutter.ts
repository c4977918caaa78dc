import { nextCsvRecord } from './csv_line';
import { createBufferedCutter, type RecordCutter } from './raw_record';

/** What a source's lines look like. */
export interface CsvFormat {
  /** Column names, in lower case, that only a header line can hold; all of them must occur in it. */
  readonly headerNames: readonly string[];
  /** True for a line that is neither header nor record, such as the type row of CUCM. */
  readonly skip?: (columns: readonly string[]) => boolean;
}

/** Good enough for header and type rows, whose columns hold no comma outside of parentheses and no escaped quote. */
const columnsOf = (line: string): string[] =>
  line.split(',').map((column) => column.trim().replace(/^"(.*)"$/, '$1'));

/**
 * Cuts a CSV file. A header line is recognised by its names wherever it stands, so files that were joined with `cat`
 * work too; it is no record of its own, but goes with every record behind it.
 */
export const createCsvCutter = ({ headerNames, skip }: CsvFormat): RecordCutter => {
  let header: string | undefined;
  const isHeader = (columns: readonly string[]): boolean => {
    const names = new Set(columns.map((column) => column.toLowerCase()));
    return headerNames.every((name) => names.has(name));
  };
  return createBufferedCutter(nextCsvRecord, (message, offset) => {
    const columns = columnsOf(message);
    if (isHeader(columns)) {
      header = message;
      return undefined;
    }
    if (skip?.(columns)) return undefined;
    return header === undefined ? { message, offset } : { message, header, offset };
  });
};
