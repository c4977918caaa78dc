import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { ArtifactAddress } from './artifact_address';
import { downloadFailed, requestRange, type Piece } from './download';

/** The end of the zip that is fetched first: its directory stands there. */
const tailBytes = 256 * 1024;
/** Entries closer than this are fetched together: cheaper than another request. */
const bridgedGapBytes = 64 * 1024;
/** Longest stretch of one request, so that several connections share the work. */
const longestPieceBytes = 8 * 1024 * 1024;

interface Stretch {
  start: number;
  /** First byte after the stretch. */
  end: number;
}

/** Joins stretches with small gaps between them and cuts the result into pieces of bounded length. */
export function planStretches(
  wanted: readonly Stretch[],
  gap = bridgedGapBytes,
  longest = longestPieceBytes
): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of [...wanted].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start - last.end <= gap) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.flatMap(({ start, end }) => {
    const cuts: Stretch[] = [];
    for (let from = start; from < end; from += longest)
      cuts.push({ start: from, end: Math.min(end, from + longest) });
    return cuts;
  });
}

/** Reads the zip's bytes from what is already here: its end in memory, pieces in files. */
class PiecewiseReader extends RandomAccessReader {
  pieces: readonly Piece[] = [];

  constructor(
    private readonly tail: Buffer,
    private readonly tailStart: number
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.chunks(start, end), { objectMode: false });
  }

  private async *chunks(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      if (at >= this.tailStart) {
        yield this.tail.subarray(at - this.tailStart, end - this.tailStart);
        return;
      }
      const piece = this.pieces.find((p) => p.start <= at && at < p.start + p.length);
      if (!piece) throw new Error(`Byte ${at} of the zip was not fetched.`);
      const stop = Math.min(end, piece.start + piece.length);
      yield* createReadStream(piece.file, { start: at - piece.start, end: stop - piece.start - 1 });
      at = stop;
    }
  }
}

function readEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

/** A zip far away of which only some entries are fetched. */
export interface RemoteZip {
  /** The pieces to download, into `folder`, before the named entries can be read. Throws for an unknown name. */
  plan(names: readonly string[], folder: string): Piece[];
  /** The unpacked content of an entry whose pieces are all there. */
  open(name: string): Promise<Readable>;
}

/** Fetches the directory at the end of the zip. Throws `download_failed` when the server does not answer as needed. */
export async function openRemoteZip(
  address: ArtifactAddress,
  signal?: AbortSignal
): Promise<RemoteZip> {
  const { tail, size } = await readTail(address, signal);
  const reader = new PiecewiseReader(tail, size - tail.length);
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromRandomAccessReader(
      reader,
      size,
      { lazyEntries: true, autoClose: false },
      (error, opened) => (error ? reject(error) : resolve(opened))
    )
  );
  const entries = (await readEntries(zip)).sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader
  );
  const byName = new Map(entries.map((entry, index) => [entry.fileName, { entry, index }]));
  const find = (name: string) => {
    const found = byName.get(name);
    if (!found) throw downloadFailed(address.url, new Error(`the zip has no entry ${name}`));
    return found;
  };
  return {
    plan(names, folder) {
      const stretches = names.map((name) => {
        const { entry, index } = find(name);
        const next = entries[index + 1];
        // Up to the next entry: how long an entry's local header is stands only in that header.
        const end = next?.relativeOffsetOfLocalHeader ?? size;
        return { start: entry.relativeOffsetOfLocalHeader, end };
      });
      reader.pieces = planStretches(stretches).map(({ start, end }) => ({
        address,
        file: join(folder, `${start}-${end}`),
        start,
        length: end - start,
      }));
      return [...reader.pieces];
    },
    open: (name) =>
      new Promise((resolve, reject) =>
        zip.openReadStream(find(name).entry, (error, stream) =>
          error ? reject(error) : resolve(stream)
        )
      ),
  };
}

async function readTail(address: ArtifactAddress, signal?: AbortSignal) {
  try {
    const response = await requestRange(address, `-${tailBytes}`, signal);
    const size = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]);
    if (response.status !== 206 || !Number.isSafeInteger(size)) {
      await response.body?.cancel();
      throw new Error('the server cannot send a part of a file (no range requests)');
    }
    return { tail: Buffer.from(await response.arrayBuffer()), size };
  } catch (error) {
    throw downloadFailed(address.url, error);
  }
}
