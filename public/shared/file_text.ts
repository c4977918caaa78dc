/** First bytes of files that people pick by mistake. */
const NOT_TEXT: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Office document'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
];
const GZIP = [0x1f, 0x8b];
const HEAD_BYTES = 4096;

/** A file that cannot be read as text; the message is for the person who chose it. */
export class UnreadableFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableFileError';
  }
}

const startsWith = (head: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => head[index] === byte);

const headOf = async (file: Blob): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());

/** UTF-16 is what some Windows programs export; a byte order mark says so. */
const encodingOf = (head: Uint8Array): string => {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  return 'utf-8';
};

/**
 * Looks at a file before anything is sent.
 * @throws UnreadableFileError for an empty file, and for what is not text
 */
export const requireTextFile = async (file: File): Promise<void> => {
  if (file.size === 0) {
    throw new UnreadableFileError(`${file.name} is empty, so there is nothing to read.`);
  }
  const head = await headOf(file);
  if (startsWith(head, GZIP) || encodingOf(head) !== 'utf-8') return;
  const kind = NOT_TEXT.find(([magic]) => startsWith(head, magic))?.[1];
  if (kind === undefined && !head.includes(0)) return;
  throw new UnreadableFileError(
    `${file.name} is ${kind ?? 'not text'}, and only text (CSV, JSON, XML or lines) can be read. Export the data as text and choose that file.`
  );
};

/** Counts the bytes of the file itself, so that progress is right for compressed files too. */
const countBytes = (onBytes: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> =>
  new TransformStream({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });

/**
 * The text of a file in chunks, unpacked when it is compressed with gzip; wrong bytes become U+FFFD.
 * @param onBytes told how many bytes of the file were read since it was last told
 * @throws UnreadableFileError when the file is damaged; what came before it was given out
 */
export async function* readFileText(
  file: File,
  onBytes: (bytes: number) => void = () => undefined
): AsyncGenerator<string> {
  const head = await headOf(file);
  const compressed = startsWith(head, GZIP);
  const bytes = (file.stream() as ReadableStream<Uint8Array>).pipeThrough(countBytes(onBytes));
  const plain = compressed
    ? bytes.pipeThrough(
        new DecompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array>
      )
    : bytes;
  const decoder = new TextDecoder(compressed ? 'utf-8' : encodingOf(head));
  const reader = plain.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      if (text !== '') yield text;
      if (done) return;
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw new UnreadableFileError(
      `${file.name} cannot be read to its end (${error instanceof Error ? error.message : String(error)}). It may be damaged, or it changed on the disk; what came before was sent.`
    );
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The beginning of a file's text, by which its layout is recognised. */
export const readBeginning = async (file: File, characters: number): Promise<string> => {
  let text = '';
  for await (const chunk of readFileText(file)) {
    text += chunk;
    if (text.length >= characters) break;
  }
  return text.slice(0, characters);
};
