import { Readable } from 'node:stream';
import { BatchesInFlight } from './in_flight';
import type { Page } from './raw_stream';
import {
  fetchBatch,
  prepareBatch,
  type FetchedBatch,
  type PreparedBatch,
  type RunContext,
} from './resolve_batch';

/** So many pages are read before they are needed, so that neither Elasticsearch nor this process waits for the other. */
const PAGES_AHEAD = 2;
/** So many batches are understood while the one before is being stored. */
const BATCHES_AHEAD = 1;

interface ReadPage {
  readonly page: Page;
  readonly fetched: FetchedBatch;
  /** How many batches were stored when the page was read. */
  readonly known: number;
}

/** Reads the page behind the one before. */
export type PageReader = (before: Page | undefined) => Promise<Page>;

/** A page of records and what it becomes. */
export interface ReadyBatch {
  readonly page: Page;
  readonly batch: PreparedBatch;
}

async function* readPages(
  run: RunContext,
  read: PageReader,
  inFlight: BatchesInFlight
): AsyncGenerator<ReadPage> {
  let before: Page | undefined;
  do {
    const known = inFlight.stored;
    const page = await read(before);
    if (page.callIds.size > 0) yield { page, fetched: await fetchBatch(run.es, page), known };
    before = page;
  } while (before.next);
}

async function* prepareBatches(
  run: RunContext,
  pages: AsyncIterable<ReadPage>,
  inFlight: BatchesInFlight
): AsyncGenerator<ReadyBatch> {
  for await (const { page, fetched, known } of pages) {
    const batch = await prepareBatch(run, page, fetched, inFlight.of(known));
    inFlight.add(batch);
    yield { page, batch };
  }
}

const ahead = <T>(source: AsyncIterable<T>, count: number): AsyncIterable<T> =>
  Readable.from(source, { highWaterMark: count }) as AsyncIterable<T>;

/**
 * Reads and understands pages while the caller stores what it got before: it has to call `stored` after each.
 * When the caller stops, what is being read is dropped and nothing more is read.
 */
export const batchesAhead = (
  run: RunContext,
  read: PageReader
): { readonly batches: AsyncIterable<ReadyBatch>; readonly stored: () => void } => {
  const inFlight = new BatchesInFlight();
  const pages = ahead(readPages(run, read, inFlight), PAGES_AHEAD);
  return {
    batches: ahead(prepareBatches(run, pages, inFlight), BATCHES_AHEAD),
    stored: () => inFlight.markStored(),
  };
};
