import { scanJson } from './json_value';
import { createBufferedCutter, type Piece, type RecordCutter } from './raw_record';

/** Where the reader stands: outside of everything, in a list, in the list of an envelope, or behind that list. */
type Place = 'top' | 'list' | 'envelope' | 'envelope_rest';

const SEPARATOR = /[\s,\uFEFF]/;

/** An empty piece moves on without a record. */
const skipTo = (next: number): Piece => ({ start: next, end: next, next });

/**
 * Cuts JSON: one object a line, objects one behind the other (indented or not), a list of objects, or lists in an
 * envelope such as Microsoft Graph's `{ "value": [...] }`, several of them too. What is no JSON object is cut at its line end.
 */
export const createJsonCutter = (lists: readonly string[]): RecordCutter => {
  let place: Place = 'top';
  /** Objects around the list of an envelope. */
  let depth = 1;

  const readRestOfEnvelope = (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
    const scan = scanJson(buffer, from, atEnd, {
      open: new Array<string>(depth).fill('{'),
      lists,
    });
    if (scan.kind === 'more') return undefined;
    place = scan.kind === 'envelope' ? 'envelope' : 'top';
    if (scan.kind === 'envelope') depth = scan.depth;
    return skipTo(scan.kind === 'envelope' ? scan.items : scan.end);
  };

  const readValue = (buffer: string, start: number, atEnd: boolean): Piece | undefined => {
    const scan = scanJson(buffer, start, atEnd, { lists });
    if (scan.kind === 'more') return undefined;
    if (scan.kind === 'envelope') {
      if (place === 'top') {
        place = 'envelope';
        depth = scan.depth;
        return skipTo(scan.items);
      }
      return readLine(buffer, start, atEnd);
    }
    const end = buffer[scan.end - 1] === '\r' ? scan.end - 1 : scan.end;
    return { start, end, next: scan.end };
  };

  const readLine = (buffer: string, start: number, atEnd: boolean): Piece | undefined => {
    const lineEnd = buffer.indexOf('\n', start);
    if (lineEnd < 0 && !atEnd) return undefined;
    const end = lineEnd < 0 ? buffer.length : lineEnd;
    return { start, end: buffer[end - 1] === '\r' ? end - 1 : end, next: end };
  };

  const next = (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
    if (place === 'envelope_rest') return readRestOfEnvelope(buffer, from, atEnd);
    let start = from;
    while (start < buffer.length && SEPARATOR.test(buffer.charAt(start))) start++;
    const character = buffer[start];
    if (character === undefined) return undefined;
    if (character === '{') return readValue(buffer, start, atEnd);
    if (character === '[' && place === 'top') {
      place = 'list';
      return skipTo(start + 1);
    }
    if (character === ']' && place !== 'top') {
      place = place === 'envelope' ? 'envelope_rest' : 'top';
      return skipTo(start + 1);
    }
    return readLine(buffer, start, atEnd);
  };

  return createBufferedCutter(next, (message, offset) =>
    message === '' ? undefined : { message, offset }
  );
};
