import type { CutRecord, DetectResponse, SourceEntry } from '../../../common/api/sources';
import type { RecordMapping } from '../../../common/model/mapping';
import type { RecordFormat } from '../../../common/model/source';
import { createRecordCutter } from '../../../common/readers/record_cutter';

/** Id of the source whose columns a person maps. */
export const GENERIC = 'generic';

type Layout = DetectResponse['layout'];

/** How the files are cut: as the source says, or, for the generic one, as the text itself looks. */
export const formatOf = (
  source: SourceEntry,
  layout: Layout,
  mapping: RecordMapping | undefined
): RecordFormat => {
  if (source.id !== GENERIC) return source.format;
  if (mapping?.format === 'json') return { type: 'json', lists: [] };
  const names = layout.header === undefined ? [] : layout.columns.map((name) => name.toLowerCase());
  return { type: 'csv', delimiter: layout.delimiter ?? ',', header_names: names };
};

/** The first records of a text, as they would be sent. @param isWhole false when the text is the beginning of a file */
export const cutFirst = (
  format: RecordFormat,
  text: string,
  { count, isWhole }: { readonly count: number; readonly isWhole: boolean }
): CutRecord[] => {
  const cutter = createRecordCutter(format);
  const records = cutter.push(text);
  if (isWhole || records.length === 0) records.push(...cutter.end());
  return records
    .slice(0, count)
    .map(({ message, header }) => (header === undefined ? { message } : { message, header }));
};
