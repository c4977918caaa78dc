import { createBufferedCutter, type Piece, type RecordCutter } from './raw_record';

/** An element longer than this (in UTF-16 units) has lost its end tag. */
const MAX_ELEMENT = 4_000_000;

/** @returns the position behind the `>` that closes the tag at `from`, which quoted attribute values may hold too */
const tagEnd = (buffer: string, from: number): number | undefined => {
  let quote = '';
  for (let at = from; at < buffer.length; at++) {
    const character = buffer.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return undefined;
};

/**
 * Cuts XML: each element of one name is a record, whatever is around it. An element that is never closed goes up to where
 * the next one begins.
 */
export const createXmlCutter = (element: string): RecordCutter => {
  const open = new RegExp(`<${element}(?=[\\s/>])`, 'g');
  const close = `</${element}>`;

  const find = (buffer: string, from: number): number | undefined => {
    open.lastIndex = from;
    return open.exec(buffer)?.index;
  };

  /** Keeps the tail of the buffer, where a tag may have begun. */
  const nothing = (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
    const keep = atEnd ? buffer.length : Math.max(from, buffer.lastIndexOf('<'));
    return keep > from ? { start: keep, end: keep, next: keep } : undefined;
  };

  const next = (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
    const start = find(buffer, from);
    if (start === undefined) return nothing(buffer, from, atEnd);
    const behindTag = tagEnd(buffer, start);
    if (behindTag !== undefined && buffer[behindTag - 2] === '/') {
      return { start, end: behindTag, next: behindTag };
    }
    const closing = behindTag === undefined ? -1 : buffer.indexOf(close, behindTag);
    const following = find(buffer, start + 1);
    if (closing >= 0 && (following === undefined || closing < following)) {
      const end = closing + close.length;
      return { start, end, next: end };
    }
    if (following !== undefined) return { start, end: following, next: following };
    if (!atEnd && buffer.length - start < MAX_ELEMENT) return undefined;
    return { start, end: buffer.length, next: buffer.length };
  };

  return createBufferedCutter(next, (message, offset) =>
    message === '' ? undefined : { message: message.trimEnd(), offset }
  );
};
