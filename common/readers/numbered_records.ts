import type { RecordFormat } from '../model/source';
import { createRecordCutter, type RawRecord } from './record_cutter';

/** A record and the line of its file on which it begins, counted from 1. */
export interface NumberedRecord extends RawRecord {
  readonly line: number;
}

/** Turns offsets into line numbers as the text passes by; offsets must not decrease. */
const createLineCounter = () => {
  let breaks: number[] = [];
  let seen = 0;
  let line = 1;
  return {
    push: (chunk: string): void => {
      for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1))
        breaks.push(seen + at);
      seen += chunk.length;
    },
    lineAt: (offset: number): number => {
      let passed = 0;
      while (passed < breaks.length && (breaks[passed] ?? Infinity) < offset) passed += 1;
      if (passed > 0) breaks = breaks.slice(passed);
      line += passed;
      return line;
    },
  };
};

/** Cuts a text into records, chunk by chunk, so that files of any size pass in little memory. */
export async function* cutNumberedRecords(
  format: RecordFormat,
  text: AsyncIterable<string> | Iterable<string>
): AsyncGenerator<NumberedRecord[]> {
  const cutter = createRecordCutter(format);
  const lines = createLineCounter();
  const number = (records: readonly RawRecord[]): NumberedRecord[] =>
    records.map((record) => ({ ...record, line: lines.lineAt(record.offset) }));
  for await (const chunk of text) {
    lines.push(chunk);
    yield number(cutter.push(chunk));
  }
  yield number(cutter.end());
}
