import { CALLS_INDEX, CALL_DATA_STREAM_PATTERN } from '../../common/constants';
import { loadDirectory } from '../directory/directory_store';
import type { ElasticsearchClient, Logger } from '../kibana';
import { assertSetUp } from '../stores/assert_set_up';
import { loadWatchlist, readExpired } from '../watchlist/watchlist_store';
import { callsOfRequest, findCallIds } from './find_calls';
import { HistoryStore } from './history_store';
import { readPage, type Page } from './raw_stream';
import { removeStaleCalls } from './remove_stale_calls';
import { readRequests, removeRequests, type ResolverRequest } from './requests';
import { batchesAhead } from './read_ahead';
import { fetchBatch, prepareBatch, writeBatch, type RunContext } from './resolve_batch';
import { mappingOfCalls, readResolverState, writeResolverState, type ResolverState } from './state';
import type { WriteCounts } from './stored_calls';

/** Records a page: enough to make the cost of a request small, and below 10 MB. */
const BATCH_SIZE = 2000;
/** A record may become visible after one with a later `event.ingested`: refreshes and clocks of ingest nodes differ. */
const OVERLAP_MS = 30_000;
/** Changes of the watchlist and the directory reach back this far. */
const RECENT_MS = 90 * 86_400_000;

export interface ResolveProgress {
  readonly records: number;
  readonly calls: number;
}

export interface ResolveOptions {
  /** Acts with the rights of the admin who ran the setup. */
  readonly es: ElasticsearchClient;
  readonly logger: Logger;
  readonly now?: () => Date;
  /** Stops the run after the batch at hand; the next run goes on from there. */
  readonly signal?: AbortSignal;
  /** Records read at once; 2,000 when absent. */
  readonly batchSize?: number;
  /** Calls whose history is kept in memory; 1,000,000 when absent. */
  readonly cachedCalls?: number;
  readonly onProgress?: (progress: ResolveProgress) => void;
}

export interface ResolveResult extends WriteCounts, ResolveProgress {
  /** Calls removed by a rebuild, because no record of them is left. */
  readonly removed: number;
  /** ISO instant; absent when there was no record yet. */
  readonly checkpoint?: string;
}

type Totals = { -readonly [Key in keyof Omit<ResolveResult, 'checkpoint'>]: number };

interface Run extends RunContext {
  readonly options: ResolveOptions;
  readonly nowMs: number;
  readonly totals: Totals;
}

const startRun = async (options: ResolveOptions, rewrite: boolean): Promise<Run> => {
  const { es, logger, now = () => new Date() } = options;
  await es.indices.refresh({
    index: [CALLS_INDEX, CALL_DATA_STREAM_PATTERN],
    ignore_unavailable: true,
    allow_no_indices: true,
  });
  const [directory, watchlist] = await Promise.all([
    loadDirectory(es, (id) => logger.warn(`The document ${id} of the directory is no person`)),
    loadWatchlist(es),
  ]);
  const nowMs = now().getTime();
  return {
    es,
    logger,
    options,
    nowMs,
    nowIso: new Date(nowMs).toISOString(),
    rewrite,
    knowledge: { directory, watchlist, nowMs },
    history: new HistoryStore(es, options.cachedCalls),
    totals: { records: 0, calls: 0, created: 0, updated: 0, unchanged: 0, failed: 0, removed: 0 },
  };
};

const count = ({ totals, options }: Run, page: Partial<Page>, counts: WriteCounts): void => {
  totals.records += page.records?.length ?? 0;
  totals.calls += page.callIds?.size ?? 0;
  totals.created += counts.created;
  totals.updated += counts.updated;
  totals.unchanged += counts.unchanged;
  totals.failed += counts.failed;
  options.onProgress?.({ records: totals.records, calls: totals.calls });
};

const resolveAgain = async (run: Run, request: ResolverRequest): Promise<void> => {
  const query = callsOfRequest(request, run.nowMs - RECENT_MS);
  for await (const ids of findCallIds(run.es, query, run.options.batchSize ?? BATCH_SIZE)) {
    if (run.options.signal?.aborted) return;
    const callIds = new Set(ids);
    const fetched = await fetchBatch(run.es, { callIds });
    const inFlight = { batches: [], written: () => Promise.resolve() };
    const batch = await prepareBatch(run, { callIds }, fetched, inFlight);
    count(run, { callIds }, await writeBatch(run, batch));
  }
};

/** Carries out what waits, and what became due since the last run; a rebuild resets the progress. */
const serveRequests = async (run: Run, state: ResolverState): Promise<ResolverState> => {
  const waiting = await readRequests(run.es);
  const rebuild = waiting.some(({ request }) => request.type === 'rebuild');
  const next = rebuild ? { ...state, checkpoint: undefined, rebuilding: true } : state;
  if (rebuild) await writeResolverState(run.es, next);
  else {
    const lastMs = Date.parse(state.last_run ?? '');
    const expired = Number.isFinite(lastMs) ? readExpired(run.es, lastMs, run.nowMs) : [];
    for await (const numbers of expired) await resolveAgain(run, { type: 'numbers', numbers });
    for (const { request } of waiting) await resolveAgain(run, request);
  }
  if (run.options.signal?.aborted && !rebuild) return next;
  await removeRequests(
    run.es,
    waiting.map(({ id }) => id)
  );
  return next;
};

const checkpointOf = (run: Run, page: Page, state: ResolverState): string | undefined => {
  if (page.lastIngestedMs === undefined) return state.checkpoint;
  // A node whose clock is ahead must not hide the records of the others.
  const reachedMs = Math.min(page.lastIngestedMs, run.nowMs);
  return new Date(Math.max(reachedMs, Date.parse(state.checkpoint ?? '') || 0)).toISOString();
};

/**
 * Three steps at once: pages are read ahead, the next batch is understood, and the one before is stored. The checkpoint
 * follows what is stored; what is only read or understood when the run ends is dropped, and the next run begins there again.
 */
const resolveNewRecords = async (run: Run, before: ResolverState): Promise<ResolverState> => {
  const { es, options } = run;
  const size = options.batchSize ?? BATCH_SIZE;
  const checkpointMs = Date.parse(before.checkpoint ?? '');
  const afterMs = Number.isFinite(checkpointMs) ? checkpointMs - OVERLAP_MS : undefined;
  const { batches, stored } = batchesAhead(run, (previous) =>
    readPage(es, { afterMs, position: previous?.next, spanMs: previous?.spanMs, size })
  );
  let state = before;
  for await (const { page, batch } of batches) {
    if (options.signal?.aborted) break;
    count(run, page, await writeBatch(run, batch));
    stored();
    state = { ...state, checkpoint: checkpointOf(run, page, state) };
    if (page.next) await writeResolverState(es, state);
  }
  return state;
};

/**
 * Elasticsearch indexes a field from its mapping on, so what a new version looks for is not found in calls that were written
 * before its setup: all records are resolved again, and every call is stored, changed or not. Calls whose records are
 * gone stay as they are.
 */
const underThisMapping = async (
  { es, logger }: ResolveOptions,
  state: ResolverState
): Promise<ResolverState> => {
  const mapping = await mappingOfCalls(es);
  if (state.mapping === mapping) return state;
  if (state.checkpoint === undefined) return { ...state, mapping };
  logger.info('The mapping of the calls is a new one: all records are resolved again');
  return { ...state, mapping, checkpoint: undefined, rewriting: true };
};

const countCalls = async (es: ElasticsearchClient): Promise<number> => {
  await es.indices.refresh({ index: CALLS_INDEX });
  return (await es.count({ index: CALLS_INDEX })).count;
};

/**
 * Resolves what is new in `logs-vishing.call-*` into `vishing-calls`, and what was asked to be resolved again. One runner
 * at a time. A run that is cut off at any point loses and doubles nothing: progress is saved after each batch, and
 * resolving a batch again changes nothing.
 * @throws VishingError `not_set_up`; any error of Elasticsearch
 */
export const resolveCalls = async (options: ResolveOptions): Promise<ResolveResult> => {
  const { es, signal } = options;
  await assertSetUp(es);
  const before = await underThisMapping(options, await readResolverState(es));
  const run = await startRun(options, before.rewriting === true);
  let state = await serveRequests(run, before);
  if (!signal?.aborted) state = await resolveNewRecords(run, state);
  if (state.rebuilding && !signal?.aborted) {
    run.totals.removed = await removeStaleCalls(es, signal);
    state = { ...state, rebuilding: signal?.aborted ? true : undefined };
  }
  const { checkpoint, mapping, rebuilding } = state;
  await writeResolverState(es, {
    checkpoint,
    mapping,
    rebuilding,
    rewriting: signal?.aborted ? state.rewriting : undefined,
    last_run: run.nowIso,
    calls: await countCalls(es),
  });
  return { ...run.totals, checkpoint };
};
