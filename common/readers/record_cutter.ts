import type { RecordFormat } from '../model/source';
import { createCsvCutter } from './csv_cutter';
import { createJsonCutter } from './json_cutter';
import { createBlocksCutter, createLinesCutter } from './lines_cutter';
import type { RecordCutter } from './raw_record';
import { createXmlCutter } from './xml_cutter';

export type { RawRecord, RecordCutter } from './raw_record';

/** Chooses a cutter by the first character that is no white space. */
const createChoosingCutter = (
  choose: (first: string | undefined) => RecordCutter
): RecordCutter => {
  let waiting = '';
  let chosen: RecordCutter | undefined;
  return {
    push: (chunk) => {
      if (chosen) return chosen.push(chunk);
      waiting += chunk;
      const first = /[^\s\uFEFF]/u.exec(waiting)?.[0];
      if (first === undefined) return [];
      chosen = choose(first);
      return chosen.push(waiting);
    },
    end: () => {
      if (chosen) return chosen.end();
      const empty = choose(undefined);
      return [...empty.push(waiting), ...empty.end()];
    },
  };
};

const elementsOf = (names: string | readonly string[]): readonly string[] =>
  typeof names === 'string' ? [names] : names;

/** Cuts the files of one phone system into records; see `RecordCutter`. */
export const createRecordCutter = (format: RecordFormat): RecordCutter => {
  switch (format.type) {
    case 'csv':
      return createCsvCutter({
        delimiter: format.delimiter,
        headerNames: format.header_names,
        skipColumns: format.skip_columns,
      });
    case 'json':
      return createJsonCutter(format.lists);
    case 'lines':
      return createLinesCutter(format);
    case 'xml':
      return createXmlCutter(elementsOf(format.element));
    case 'blocks':
      return createBlocksCutter();
    case 'json_or':
      return createChoosingCutter((first) =>
        first === '{' || first === '['
          ? createJsonCutter(format.lists)
          : createRecordCutter(format.other)
      );
    case 'xml_or':
      return createChoosingCutter((first) =>
        first === '<'
          ? createXmlCutter(elementsOf(format.element))
          : createRecordCutter(format.other)
      );
  }
};
