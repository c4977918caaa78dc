import type { ElasticsearchClient } from '../kibana';
import type { WatchlistReader } from '../watchlist/watchlist_store';
import { updateHistory } from './affected_calls';
import { externalNumber, toCallDocument, toPastFields, type StoredCall } from './call_document';
import type { HistoryStore } from './history_store';
import { mapInSlices } from './in_slices';
import { mergeLegs, type MergedCall } from './merge_legs';
import type { NumberPast } from './number_history';
import { readSide, type Knowledge } from './party';
import { toPastCall } from './past_call';
import type { RawRecord } from './raw_record';
import { readRecordsOfCalls, type ReadAlready } from './raw_stream';
import {
  addCounts,
  readStoredCalls,
  writeCalls,
  type WriteContext,
  type WriteCounts,
} from './stored_calls';

/** What all batches of one run share. */
export interface RunContext extends WriteContext {
  readonly knowledge: Knowledge & { readonly watchlist: WatchlistReader };
  readonly history: HistoryStore;
}

/** Calls to resolve, with those of their records that were read already. */
export interface Batch {
  readonly callIds: ReadonlySet<string>;
  readonly records?: readonly RawRecord[];
  readonly read?: ReadAlready;
}

type Documents = Map<string, StoredCall>;

/** A batch that is understood and waits to be stored. */
export interface PreparedBatch {
  readonly documents: ReadonlyMap<string, StoredCall>;
  /** Calls of other batches whose past the batch changed. */
  readonly affected: ReadonlyMap<string, StoredCall>;
  /** What is stored of both. */
  readonly stored: ReadonlyMap<string, StoredCall>;
}

/** The batches before that were not stored yet when this one was fetched, the newest first. */
export interface InFlight {
  readonly batches: readonly PreparedBatch[];
  /** Settles when they are stored. */
  readonly written: () => Promise<void>;
}

/** What is stored about a batch. */
export interface FetchedBatch {
  /** Records of its calls that were not read yet. */
  readonly others: readonly RawRecord[];
  readonly stored: ReadonlyMap<string, StoredCall>;
}

/** Reads what else is known of the calls of a batch; can run while batches before are understood and stored. */
export const fetchBatch = async (
  es: ElasticsearchClient,
  { callIds, read }: Batch
): Promise<FetchedBatch> => {
  const [others, stored] = await Promise.all([
    readRecordsOfCalls(es, callIds, read),
    readStoredCalls(es, [...callIds]),
  ]);
  return { others, stored };
};

const groupByCall = (records: readonly RawRecord[]): Map<string, RawRecord[]> => {
  const groups = new Map<string, RawRecord[]>();
  for (const record of records) {
    const { id } = record.vishing.call;
    const group = groups.get(id);
    if (group) group.push(record);
    else groups.set(id, [record]);
  }
  return groups;
};

const mergeAll = async (
  records: readonly RawRecord[],
  { knowledge }: RunContext
): Promise<MergedCall[]> => {
  const numbers = new Set<string | undefined>();
  await mapInSlices(records, (record) => {
    numbers.add(readSide(record, 'caller').read?.e164);
    numbers.add(readSide(record, 'called').read?.e164);
  });
  await knowledge.watchlist.prefetch(numbers);
  const merged = await mapInSlices(groupByCall(records).values(), (group) =>
    mergeLegs(group, knowledge)
  );
  return merged.flatMap((call) => call ?? []);
};

/** Earliest instant (ms) from which on the calls of each number are needed. */
const numbersNeeded = (
  calls: readonly MergedCall[],
  stored: ReadonlyMap<string, StoredCall>
): Map<string, number> => {
  const needed = new Map<string, number>();
  const need = (number: string | undefined, startMs: number): void => {
    if (number) needed.set(number, Math.min(needed.get(number) ?? Infinity, startMs));
  };
  for (const call of calls) need(externalNumber(call), call.startMs);
  for (const document of stored.values()) {
    const before = toPastCall(document);
    need(before?.number, before?.call.startMs ?? Infinity);
  }
  return needed;
};

/** What the batches before are about to store, or have stored meanwhile. */
const waitingCall = (id: string, { batches }: InFlight): StoredCall | undefined => {
  for (const { documents, affected } of batches) {
    const found = documents.get(id) ?? affected.get(id);
    if (found) return found;
  }
  return undefined;
};

const withWaiting = (
  ids: readonly string[],
  stored: ReadonlyMap<string, StoredCall>,
  inFlight: InFlight
): Documents => {
  const all: Documents = new Map(stored);
  for (const id of ids) {
    const document = waitingCall(id, inFlight);
    if (document) all.set(id, document);
  }
  return all;
};

/** Calls of other batches as they are by now. */
const readLater = async (
  es: ElasticsearchClient,
  ids: readonly string[],
  inFlight: InFlight
): Promise<Documents> => {
  const unknown = ids.filter((id) => waitingCall(id, inFlight) === undefined);
  return withWaiting(ids, await readStoredCalls(es, unknown), inFlight);
};

/** A call keeps the instant at which it was first resolved. */
const withIngested = (document: StoredCall, stored: StoredCall | undefined): StoredCall =>
  stored?.event.ingested === undefined
    ? document
    : { ...document, event: { ...document.event, ingested: stored.event.ingested } };

const withPast = (document: StoredCall, past: NumberPast): StoredCall => ({
  ...document,
  vishing: {
    ...document.vishing,
    external: { ...document.vishing.external, ...toPastFields(past) },
  },
});

/** Start (ms) of the earliest of these calls that is there. */
const earliestStart = (documents: Documents, ids: ReadonlySet<string>): number => {
  let earliestMs = Infinity;
  for (const id of ids) {
    const document = documents.get(id);
    if (document) earliestMs = Math.min(earliestMs, Date.parse(document.event.start));
  }
  return earliestMs;
};

/** Gives the calls of one number the past that they have now. */
const applyPast = (
  history: HistoryStore,
  number: string,
  documents: Documents,
  ids: ReadonlySet<string>
): void => {
  const fromMs = earliestStart(documents, ids);
  for (const [id, past] of history.pasts(number, { ids, fromMs })) {
    const document = documents.get(id);
    if (document?.vishing.external?.number === number) documents.set(id, withPast(document, past));
  }
};

const idsByNumber = (documents: ReadonlyMap<string, StoredCall>): Map<string, Set<string>> => {
  const ids = new Map<string, Set<string>>();
  for (const [id, { vishing }] of documents) {
    const number = vishing.external?.number;
    if (!number) continue;
    const present = ids.get(number);
    if (present) present.add(id);
    else ids.set(number, new Set([id]));
  }
  return ids;
};

/**
 * Makes one document of each call of a batch, and finds the later calls of the same numbers whose past changes by it.
 * Stores nothing, so that it can work while the batch before is being stored.
 */
export const prepareBatch = async (
  run: RunContext,
  batch: Batch,
  { others, stored: fetched }: FetchedBatch,
  inFlight: InFlight
): Promise<PreparedBatch> => {
  const { es, history } = run;
  const stored = withWaiting([...batch.callIds], fetched, inFlight);
  const calls = await mergeAll([...(batch.records ?? []), ...others], run);
  await history.load(numbersNeeded(calls, stored), inFlight.written);
  const documents: Documents = new Map(
    await mapInSlices(calls, (call) => [
      call.id,
      withIngested(toCallDocument(call), stored.get(call.id)),
    ])
  );
  const changed = await updateHistory(history, documents, stored);
  await mapInSlices(idsByNumber(documents), ([number, ids]) =>
    applyPast(history, number, documents, ids)
  );
  const later = [...changed.values()].flatMap((ids) => [...ids]).filter((id) => !documents.has(id));
  const affected = await readLater(es, later, inFlight);
  for (const [id, document] of affected) stored.set(id, document);
  await mapInSlices(changed, ([number, ids]) => applyPast(history, number, affected, ids));
  return { documents, affected, stored };
};

/**
 * Stores a prepared batch. The calls of other batches go first: should the run die in between, the calls of this batch
 * are still new to the next run, which then finds the others again.
 * @throws when Elasticsearch fails; running the batch again then gives the same result
 */
export const writeBatch = async (
  run: RunContext,
  { documents, affected, stored }: PreparedBatch
): Promise<WriteCounts> => {
  // Those have a batch of their own in which they are stored whatever they are.
  const others = await writeCalls({ ...run, rewrite: false }, affected, stored);
  return addCounts(others, await writeCalls(run, documents, stored));
};
