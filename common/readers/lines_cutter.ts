import { createBufferedCutter, type Piece, type RecordCutter } from './raw_record';

export interface LinesFormat {
  readonly header?: string;
  readonly skip?: string;
}

/** The next line with something on it. */
const nextLine = (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
  let start = from;
  while (start < buffer.length && /[\s\uFEFF]/.test(buffer.charAt(start))) start++;
  if (start >= buffer.length) return undefined;
  const lineEnd = buffer.indexOf('\n', start);
  if (lineEnd < 0 && !atEnd) return undefined;
  const end = lineEnd < 0 ? buffer.length : lineEnd;
  return { start, end: buffer[end - 1] === '\r' ? end - 1 : end, next: end };
};

/** Cuts a log file: one record a line. */
export const createLinesCutter = ({ header, skip }: LinesFormat): RecordCutter => {
  const isHeader = header === undefined ? undefined : new RegExp(header, 'u');
  const isSkipped = skip === undefined ? undefined : new RegExp(skip, 'u');
  let current: string | undefined;
  return createBufferedCutter(nextLine, (message, offset) => {
    if (isHeader?.test(message)) {
      current = message;
      return undefined;
    }
    if (isSkipped?.test(message)) return undefined;
    return current === undefined ? { message, offset } : { message, header: current, offset };
  });
};

/** The next stretch of lines without a blank one between them. */
const nextBlock = (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
  let start = from;
  // The indentation of a block's first line belongs to it.
  while (/^\uFEFF?[^\S\n]*\n/.test(buffer.slice(start, start + 4096))) {
    start = buffer.indexOf('\n', start) + 1;
  }
  if (buffer.slice(start).trim() === '') return undefined;
  const blank = /\n[^\S\n]*\n/g;
  blank.lastIndex = start;
  const found = blank.exec(buffer);
  if (!found && !atEnd) return undefined;
  const text = buffer.slice(start, found?.index ?? buffer.length);
  const end = start + text.trimEnd().length;
  return { start, end, next: found ? found.index + 1 : buffer.length };
};

/** Cuts a file whose records have several lines each and a blank line between them, such as RADIUS detail files. */
export const createBlocksCutter = (): RecordCutter =>
  createBufferedCutter(nextBlock, (message, offset) => ({ message, offset }));
