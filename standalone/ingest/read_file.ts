import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CommandError } from '../command/command_error';

const HEAD_BYTES = 4_096;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** First bytes of files that people pick by mistake. */
const NOT_TEXT: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('%PDF-'), 'a PDF document'],
  [Buffer.from('PK\u0003\u0004'), 'a ZIP archive or an Office document'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'an old Office document'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'a picture'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'a picture'],
];

const describeOpenFailure = (file: string, error: unknown): CommandError => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const text =
    code === 'ENOENT'
      ? `The file ${file} does not exist. Check the path.`
      : code === 'EACCES'
        ? `The file ${file} may not be read. Check its permissions.`
        : `The file ${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`;
  return new CommandError(text, 1, { cause: error });
};

const readHead = async (file: string): Promise<Buffer> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const startsWith = (head: Buffer, magic: Buffer): boolean =>
  head.subarray(0, magic.length).equals(magic);

/**
 * Looks at a file before anything is sent.
 * @throws CommandError for a missing, unreadable or empty file, a directory, and for what is not text
 */
export const requireTextFile = async (file: string): Promise<void> => {
  let head: Buffer;
  try {
    const found = await stat(file);
    if (found.isDirectory()) {
      throw new CommandError(
        `${file} is a directory. Name the files in it, such as ${file}/*.csv.`
      );
    }
    head = await readHead(file);
  } catch (error) {
    throw error instanceof CommandError ? error : describeOpenFailure(file, error);
  }
  if (head.length === 0) {
    throw new CommandError(
      `The file ${file} is empty, so there is nothing to read. Was it written completely?`
    );
  }
  if (startsWith(head, GZIP_MAGIC)) return;
  const kind = NOT_TEXT.find(([magic]) => startsWith(head, magic))?.[1];
  if (kind !== undefined || head.includes(0)) {
    throw new CommandError(
      `The file ${file} is ${kind ?? 'not text'}, and call records are text (CSV or JSON). Export the records from the phone system and name that file.`
    );
  }
};

/** The text of a file in chunks, unpacked when it is compressed with gzip. UTF-8; wrong bytes become U+FFFD. */
export async function* readText(file: string): AsyncGenerator<string> {
  const compressed = startsWith(await readHead(file), GZIP_MAGIC);
  const source = createReadStream(file);
  const stream = compressed
    ? pipeline(source, createGunzip(), (error) => {
        // Reaches the reader of the stream as its own error.
        if (error) source.destroy();
      })
    : source;
  stream.setEncoding('utf8');
  try {
    for await (const chunk of stream) yield String(chunk);
  } catch (error) {
    throw new CommandError(
      `The file ${file} cannot be read to its end (${error instanceof Error ? error.message : String(error)}). It may be damaged; what came before is stored.`,
      1,
      { cause: error }
    );
  }
}
