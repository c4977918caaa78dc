import { cutNumberedRecords } from '../../../common/readers/numbered_records';
import { createRecordCutter } from '../../../common/readers/record_cutter';
import { guessLayout, type Layout } from '../../../common/sources/guess_layout';
import { readBeginning, readFileText, requireTextFile } from '../../shared/file_text';
import { t } from '../translations';

/** One row of the list, as it stands in the file. */
export interface ListRow {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** A list of people in the browser's memory. */
export interface PeopleFile {
  readonly name: string;
  readonly layout: Layout;
  readonly rows: readonly ListRow[];
}

/** A directory of 100,000 people takes about 20 MB. */
const MAX_BYTES = 100 * 1024 * 1024;
const BEGINNING = 50_000;
const SAMPLE = 20;

const firstRecords = (text: string, delimiter: string): string[] => {
  const cutter = createRecordCutter({ type: 'csv', delimiter, header_names: [] });
  const records = cutter.push(text);
  return (records.length > 0 ? records : cutter.end())
    .slice(0, SAMPLE)
    .map(({ message }) => message);
};

/**
 * Reads a list whole.
 * @throws UnreadableFileError, or an error whose message says why it is no list
 */
export const readList = async (file: File, signal: AbortSignal): Promise<PeopleFile> => {
  if (file.size > MAX_BYTES)
    throw new Error(t('vishing.people.tooLargeError', { name: file.name }));
  await requireTextFile(file);
  const beginning = await readBeginning(file, BEGINNING);
  // The delimiter does not matter for finding the first lines, unless they hold quotes.
  const guessed = guessLayout(firstRecords(beginning, ','));
  const layout = guessLayout(firstRecords(beginning, guessed.delimiter ?? ','));
  if (layout.format !== 'csv' || layout.columns.length < 2) {
    throw new Error(t('vishing.people.noColumnsError', { name: file.name }));
  }
  const format = { type: 'csv', delimiter: layout.delimiter ?? ',', header_names: [] } as const;
  const rows: ListRow[] = [];
  for await (const records of cutNumberedRecords(
    { ...format, header_names: [] },
    readFileText(file)
  )) {
    signal.throwIfAborted();
    rows.push(...records.map(({ message, line }) => ({ text: message, line })));
  }
  const own = layout.header === undefined ? rows : rows.slice(1);
  if (own.length === 0) throw new Error(t('vishing.people.noRowsError', { name: file.name }));
  return { name: file.name, layout, rows: own };
};
