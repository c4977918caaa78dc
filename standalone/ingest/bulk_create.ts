import { setTimeout as wait } from 'node:timers/promises';
import { errors, type Client, type estypes } from '@elastic/elasticsearch';
import { toCreateOutcome, type CreateOutcome } from '../../common/ingest/bulk_outcome';

/** Waits between attempts, seconds: about a minute in all, enough for a restart or a full queue. */
const WAIT_SECONDS = [0.5, 1, 2, 4, 8, 16, 30];
/** Too many requests, or a part of the cluster is away for a moment. */
const RETRY_STATUS = new Set([429, 502, 503, 504]);

/** One document for a data stream. */
export interface NewDocument {
  readonly dataStream: string;
  /** Left out where the pipeline makes it. */
  readonly id?: string;
  readonly source: object;
}

export type CreateResult = CreateOutcome;

const mayRetry = (error: unknown): boolean =>
  error instanceof errors.ConnectionError ||
  error instanceof errors.TimeoutError ||
  (error instanceof errors.ResponseError && RETRY_STATUS.has(error.statusCode ?? 0));

const sendOnce = async (
  client: Client,
  documents: readonly NewDocument[]
): Promise<estypes.BulkResponse> => {
  const operations = documents.flatMap(({ dataStream, id, source }) => [
    { create: { _index: dataStream, ...(id === undefined ? {} : { _id: id }) } },
    source,
  ]);
  return client.bulk({ operations });
};

/**
 * Adds documents to data streams with `create`, so that sending again changes nothing. Waits and tries again while
 * Elasticsearch is busy or away.
 * @param signal ends the waiting with an AbortError
 * @returns one result a document, in the same order
 * @throws the client's error when Elasticsearch stays away or refuses the request as a whole
 */
export const bulkCreate = async (
  client: Client,
  documents: readonly NewDocument[],
  signal?: AbortSignal
): Promise<CreateResult[]> => {
  const results = new Map<number, CreateResult>();
  let open = documents.map((document, index) => ({ document, index }));
  for (let attempt = 0; open.length > 0; attempt += 1) {
    const pause = WAIT_SECONDS[attempt];
    try {
      const { items } = await sendOnce(
        client,
        open.map(({ document }) => document)
      );
      const busy = new Set<number>();
      open.forEach(({ index }, place) => {
        const item = items[place]?.create;
        if (item?.status === 429 && pause !== undefined) busy.add(index);
        else results.set(index, toCreateOutcome(item));
      });
      open = open.filter(({ index }) => busy.has(index));
    } catch (error) {
      if (pause === undefined || !mayRetry(error)) throw error;
    }
    if (open.length > 0 && pause !== undefined) await wait(pause * 1_000, undefined, { signal });
  }
  return documents.map(
    (_, index) =>
      results.get(index) ?? {
        outcome: 'refused',
        reason: 'Elasticsearch did not answer for this document.',
      }
  );
};
