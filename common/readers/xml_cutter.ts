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

interface Tag {
  readonly at: number;
  readonly name: string;
}

/**
 * Cuts XML: each element with one of the names is a record, whatever is around it. An element that is never closed goes up
 * to where the next one begins.
 */
export const createXmlCutter = (elements: readonly string[]): RecordCutter => {
  const names = elements.map((name) => name.replaceAll('.', '\\.')).join('|');
  const open = new RegExp(`<(${names})(?=[\\s/>])`, 'g');

  const find = (buffer: string, from: number): Tag | undefined => {
    open.lastIndex = from;
    const found = open.exec(buffer);
    return found ? { at: found.index, name: found[1] ?? '' } : undefined;
  };

  /** Keeps the tail of the buffer, where a tag may have begun. */
  const nothing = (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
    const keep = atEnd ? buffer.length : Math.max(from, buffer.lastIndexOf('<'));
    return keep > from ? { start: keep, end: keep, next: keep } : undefined;
  };

  const next = (buffer: string, from: number, atEnd: boolean): Piece | undefined => {
    const tag = find(buffer, from);
    if (tag === undefined) return nothing(buffer, from, atEnd);
    const start = tag.at;
    const close = `</${tag.name}>`;
    const behindTag = tagEnd(buffer, start);
    if (behindTag !== undefined && buffer[behindTag - 2] === '/') {
      return { start, end: behindTag, next: behindTag };
    }
    const closing = behindTag === undefined ? -1 : buffer.indexOf(close, behindTag);
    const following = find(buffer, start + 1)?.at;
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
