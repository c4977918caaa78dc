import type { Piece } from './raw_record';

/** A quoted field may span this many line breaks; one that spans more has lost its closing quote. */
const MAX_LINE_BREAKS = 8;
/** ... and this many characters. */
const MAX_QUOTED_CHARACTERS = 16_384;

type Scan = { readonly end: number } | 'broken' | 'more';

/** Finds the line end that closes the CSV record at `from`, with line breaks inside of quotes. */
const scanRecord = (buffer: string, from: number, atEnd: boolean, delimiter: string): Scan => {
  let at = from;
  while (at < buffer.length) {
    if (buffer[at] === '"') {
      const closed = scanQuoted(buffer, at + 1, atEnd, delimiter);
      if (typeof closed === 'string') return closed;
      at = closed.end;
    }
    // The rest of an unquoted field, or what stands behind the closing quote.
    while (at < buffer.length && buffer[at] !== delimiter && buffer[at] !== '\n') at++;
    if (buffer[at] === '\n') return { end: at };
    at++;
  }
  return atEnd ? { end: buffer.length } : 'more';
};

/** @returns the position behind the closing quote of the field whose text begins at `from` */
const scanQuoted = (buffer: string, from: number, atEnd: boolean, delimiter: string): Scan => {
  let lineBreaks = 0;
  for (let at = from; at < buffer.length; at++) {
    const character = buffer[at];
    if (character === '\n' && ++lineBreaks > MAX_LINE_BREAKS) return 'broken';
    if (at - from > MAX_QUOTED_CHARACTERS) return 'broken';
    if (character !== '"') continue;
    const after = buffer[at + 1];
    if (after === undefined) return atEnd ? { end: at + 1 } : 'more';
    if (after === '"') at++;
    else if (after === delimiter || after === '\n' || after === '\r' || after === ' ') {
      return { end: at + 1 };
    } else return 'broken';
  }
  return atEnd ? 'broken' : 'more';
};

/**
 * Finds the next CSV record, blank lines skipped. A record with a quote that does not close properly is one line: such a line
 * must not swallow those that follow it.
 */
export const csvRecordsWith =
  (delimiter: string) =>
  (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
    let start = from;
    while (start < buffer.length && /[\s\uFEFF]/.test(buffer.charAt(start))) start++;
    if (start >= buffer.length) return undefined;
    const scan = scanRecord(buffer, start, atEnd, delimiter);
    if (scan === 'more') return undefined;
    const lineEnd = buffer.indexOf('\n', start);
    const end = scan !== 'broken' ? scan.end : lineEnd < 0 ? buffer.length : lineEnd;
    if (scan === 'broken' && lineEnd < 0 && !atEnd) return undefined;
    const text = buffer[end - 1] === '\r' ? end - 1 : end;
    return { start, end: text, next: Math.min(end + 1, buffer.length) };
  };
