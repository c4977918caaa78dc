import { cutNumberedRecords, type NumberedRecord } from '../readers/numbered_records';
import { isComment } from './guess_import';
import {
  clip,
  clipNumber,
  type ImportLayout,
  type ParsedRow,
  type ParsedRows,
} from './import_rows';
import { createComplaintReader, createCsvReader } from './read_csv_rows';
import { createJsonReader } from './read_json_rows';

/** JSON has to be read whole; a file of indicators with more text than this is split by its owner. */
const MAX_JSON_CHARACTERS = 200_000_000;

const NOT_JSON = 'It is no JSON. Is the file complete?';

/** A number, and behind it a remark. */
const LISTED = /^(.*?)(?:\s+(?:#|\/\/|;|--)\s*(.*))?$/s;

const readLine = ({ message, line }: NumberedRecord): ParsedRow => {
  const [, number = '', remark] = LISTED.exec(message) ?? [];
  return { line, number: clipNumber(number), reason: clip(remark) };
};

const toJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

type Chunks = AsyncIterable<string> | Iterable<string>;

async function* parseList(chunks: Chunks): AsyncGenerator<ParsedRows> {
  for await (const records of cutNumberedRecords({ type: 'lines' }, chunks)) {
    const rows = records.filter(({ message }) => !isComment(message)).map(readLine);
    yield { rows, refused: [], ignored: 0 };
  }
}

async function* parseCsv(layout: ImportLayout, chunks: Chunks): AsyncGenerator<ParsedRows> {
  const complaints = layout.format === 'ftc' ? createComplaintReader(layout) : undefined;
  const read = complaints?.read ?? createCsvReader(layout);
  const format = { type: 'csv', delimiter: layout.delimiter ?? ',', header_names: [] } as const;
  for await (const records of cutNumberedRecords({ ...format, header_names: [] }, chunks))
    yield read(records);
  if (complaints) yield complaints.end();
}

async function* parseJson(chunks: Chunks): AsyncGenerator<ParsedRows> {
  const parts: string[] = [];
  let characters = 0;
  const reader = createJsonReader();
  for await (const chunk of chunks) {
    characters += chunk.length;
    if (characters > MAX_JSON_CHARACTERS) {
      reader.refuse('', 'The file is too large for JSON. Split it, or export it as CSV.');
      yield reader.result();
      return;
    }
    parts.push(chunk);
  }
  const text = parts.join('').replace(/^\uFEFF/, '');
  const whole = toJson(text);
  if (whole) reader.add(whole.value);
  else {
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
      const json = toJson(line);
      if (json) reader.add(json.value);
      else reader.refuse(line, NOT_JSON);
    }
  }
  yield reader.result();
}

/**
 * Reads a list of numbers, chunk by chunk; a file of any length passes in little memory, JSON excepted. Numbers are not
 * judged here: the server knows the numbering plans.
 */
export const parseImport = (layout: ImportLayout, chunks: Chunks): AsyncGenerator<ParsedRows> => {
  switch (layout.format) {
    case 'list':
      return parseList(chunks);
    case 'json':
      return parseJson(chunks);
    case 'csv':
    case 'ftc':
    case 'misp_csv':
      return parseCsv(layout, chunks);
  }
};
