import { mkdir, open, rename, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArtifactAddress } from './artifact_address';
import { describeError, ElasticsearchStartError } from './errors';

/** A stretch of a remote file and the local file it becomes. */
export interface Piece {
  address: ArtifactAddress;
  file: string;
  /** First byte in the remote file. */
  start: number;
  /** Bytes to fetch, at least 1. */
  length: number;
}

export interface DownloadOptions {
  /** Told how many more bytes are there; negative when a broken beginning was thrown away. */
  onBytes?: (bytes: number) => void;
  signal?: AbortSignal;
  /** Pause before the second attempt in milliseconds; it doubles each time. */
  retryDelayMs?: number;
  /** How long a connection may be silent before it is given up, in milliseconds. */
  silenceMs?: number;
}

const attempts = 5;
const attemptDelayMs = 500;
const silenceLimitMs = 30_000;

/** A download that another attempt would not help, such as a file that is not there. */
class FinalDownloadError extends Error {}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** Aborts when nothing was heard for `silenceMs`; `heard()` starts the clock again. */
function silenceGuard(silenceMs: number, outer?: AbortSignal) {
  const controller = new AbortController();
  const giveUp = () =>
    controller.abort(new Error(`the server sent nothing for ${silenceMs / 1000} s`));
  let timer = setTimeout(giveUp, silenceMs);
  return {
    signal: outer ? AbortSignal.any([outer, controller.signal]) : controller.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    },
    done: () => clearTimeout(timer),
  };
}

/** Asks for bytes `start` to `end` (inclusive). The answer is 206, or 200 when the server knows no ranges. */
export async function requestRange(
  { url, authorization }: ArtifactAddress,
  range: string,
  signal?: AbortSignal
): Promise<Response> {
  const response = await fetch(url, {
    headers: { range: `bytes=${range}`, ...(authorization ? { authorization } : {}) },
    signal,
  });
  if (response.status === 200 || response.status === 206) return response;
  await response.body?.cancel();
  const message = `the server answered ${response.status} ${response.statusText}`.trim();
  const mayPass = response.status >= 500 || response.status === 408 || response.status === 429;
  throw mayPass ? new Error(message) : new FinalDownloadError(message);
}

/** The body as chunks; the types of the browser's `Response` do not know that Node's can be iterated. */
function bodyOf({ body }: Response): AsyncIterable<Uint8Array> {
  if (body === null) throw new Error('the answer has no content');
  return body as ReadableStream<Uint8Array>;
}

/** Appends the body to the file handle; a break keeps every byte that came. Returns the bytes now in the file. */
async function writeBody(
  body: AsyncIterable<Uint8Array>,
  part: FileHandle,
  { offset, limit }: { offset: number; limit: number },
  onChunk: (bytes: number) => void
): Promise<number> {
  let size = offset;
  for await (const chunk of body) {
    if (size + chunk.length > limit)
      throw new FinalDownloadError(`more than the expected ${limit} bytes came`);
    await part.write(chunk, 0, chunk.length, size);
    size += chunk.length;
    onChunk(chunk.length);
  }
  return size;
}

/** One attempt: asks for what is missing of the piece. Tells `onBytes` what it got, and takes it back when it fails. */
async function fetchRest(piece: Piece, options: DownloadOptions): Promise<void> {
  const partFile = `${piece.file}.part`;
  const found = await sizeOf(partFile);
  const have = found < piece.length ? found : 0;
  const guard = silenceGuard(options.silenceMs ?? silenceLimitMs, options.signal);
  let told = 0;
  const tell = (bytes: number) => {
    told += bytes;
    options.onBytes?.(bytes);
  };
  const part = await open(partFile, have > 0 ? 'r+' : 'w');
  try {
    const range = `${piece.start + have}-${piece.start + piece.length - 1}`;
    const response = await requestRange(piece.address, range, guard.signal);
    if (response.status === 200 && piece.start > 0) {
      await response.body?.cancel();
      throw new FinalDownloadError('the server cannot send a part of a file (no range requests)');
    }
    // A server without ranges sends the file from its beginning, so what was there is written again.
    const offset = response.status === 206 ? have : 0;
    tell(offset);
    const limits = { offset, limit: piece.length };
    const size = await writeBody(bodyOf(response), part, limits, (bytes) => {
      guard.heard();
      tell(bytes);
    });
    if (size < piece.length)
      throw new Error(`the connection ended after ${size} of ${piece.length} bytes`);
  } catch (error) {
    tell(-told);
    throw error;
  } finally {
    guard.done();
    await part.close();
  }
  await rename(partFile, piece.file);
}

/**
 * Fetches one piece into its file, continuing where an earlier run stopped (`<file>.part`).
 * Retries what may pass; throws `download_failed` when it does not, `aborted` when told to stop.
 */
export async function downloadPiece(piece: Piece, options: DownloadOptions = {}): Promise<void> {
  if ((await sizeOf(piece.file)) === piece.length) {
    options.onBytes?.(piece.length);
    return;
  }
  await mkdir(dirname(piece.file), { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchRest(piece, options);
    } catch (error) {
      if (options.signal?.aborted)
        throw new ElasticsearchStartError(
          'aborted',
          'The download was stopped. It continues where it stopped when you start again.'
        );
      if (attempt === attempts || error instanceof FinalDownloadError)
        throw downloadFailed(piece.address.url, error);
      await sleep((options.retryDelayMs ?? attemptDelayMs) * 2 ** (attempt - 1));
    }
  }
}

/** The error for an address that could not be read, with what the person can do about it. */
export function downloadFailed(url: string, cause: unknown): ElasticsearchStartError {
  return new ElasticsearchStartError(
    'download_failed',
    `Could not download ${url}: ${describeError(cause)}. Check the network, or set MAVEN_REPOSITORY_URL to a Maven mirror that you can reach, then start again; what is already downloaded is kept.`,
    { cause }
  );
}

/** Runs `work` over all items, at most `limit` at a time. After a failure nothing new begins, and it throws when all has ended. */
export async function eachInParallel<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  const workers = Array.from({ length: limit }, () =>
    worker().catch((error: unknown) => {
      queue.length = 0;
      throw error;
    })
  );
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
