/** One call record as the phone system wrote it, cut out of a file. */
export interface RawRecord {
  /** The record's own text without the line end. */
  readonly message: string;
  /** The header line of its file, where the file has one. */
  readonly header?: string;
  /** Position of the record's first character in the text, in UTF-16 units from 0. */
  readonly offset: number;
}

/**
 * Cuts a text that arrives in chunks into records. Where a chunk ends makes no difference. Nothing is judged: a broken
 * record is cut out like any other, so that it is stored with the reason why it cannot be read.
 */
export interface RecordCutter {
  /** Takes the next piece of the text. @returns the records that are complete now */
  push(chunk: string): RawRecord[];
  /** No more text comes. @returns what is left */
  end(): RawRecord[];
}

/** A piece of the buffer: where it begins, and where the next one may begin. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * Runs `next` over a growing buffer.
 * @param next finds the first piece at or after `from`; undefined means that more text is needed, or none is left
 * @param accept turns the text of a piece into a record, or into undefined to skip it
 */
export const createBufferedCutter = (
  next: (buffer: string, from: number, atEnd: boolean) => Piece | undefined,
  accept: (text: string, offset: number) => RawRecord | undefined
): RecordCutter => {
  let buffer = '';
  /** Characters that were cut away before the buffer. */
  let gone = 0;
  const take = (atEnd: boolean): RawRecord[] => {
    const records: RawRecord[] = [];
    let from = 0;
    for (
      let piece = next(buffer, from, atEnd);
      piece !== undefined;
      piece = next(buffer, from, atEnd)
    ) {
      const record = accept(buffer.slice(piece.start, piece.end), gone + piece.start);
      if (record) records.push(record);
      from = piece.next;
    }
    buffer = buffer.slice(from);
    gone += from;
    return records;
  };
  return {
    push: (chunk) => {
      buffer += chunk;
      return take(false);
    },
    end: () => take(true),
  };
};
