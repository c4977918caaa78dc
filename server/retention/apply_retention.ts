import type { estypes } from '@elastic/elasticsearch';
import type { RetentionCounts } from '../../common/api/retention';
import { CALL_DATA_STREAM_PATTERN, CALLS_INDEX, DIRECTORY_INDEX } from '../../common/constants';
import { knownPersonSchema } from '../../common/model/person';
import type { ElasticsearchClient } from '../kibana';
import { assertSetUp } from '../stores/assert_set_up';
import { expiredCalls, expiredPeople, expiredRecords, readCutoffs, type Cutoffs } from './expired';
import { lineEndMs } from './line_end';
import { readRetentionState, updateRetentionState } from './retention_state';

/** Deletes in one request: little enough to stop between two within a second. */
const BATCH_SIZE = 1000;

interface Target {
  readonly _index: string;
  readonly _id: string;
  readonly if_seq_no?: number;
  readonly if_primary_term?: number;
}

export interface RetentionOptions {
  /** Acts with the rights of the admin who set the retention. */
  readonly es: ElasticsearchClient;
  readonly now?: () => Date;
  /** Stops the run after the batch at hand; the next run goes on from there. */
  readonly signal?: AbortSignal;
  readonly batchSize?: number;
}

interface Run {
  readonly es: ElasticsearchClient;
  readonly signal: AbortSignal | undefined;
  readonly batchSize: number;
  readonly removed: { -readonly [Key in keyof RetentionCounts]: number };
}

/** A document that cannot be deleted would come up in every search again: the run ends with its reason instead. */
const deleteBatch = async (
  { es, removed }: Run,
  kind: keyof RetentionCounts,
  targets: readonly Target[]
): Promise<void> => {
  const answer = await es.bulk({ operations: targets.map((target) => ({ delete: target })) });
  const items = answer.items.flatMap((item) => item.delete ?? []);
  removed[kind] += items.filter(({ result }) => result === 'deleted').length;
  // A conflict means that somebody changed the document meanwhile: it is not old any more.
  const error = items.find((item) => item.error && item.status !== 409)?.error;
  if (error) throw new Error(`${error.type}: ${error.reason ?? ''}`);
  await updateRetentionState(es, { removed });
};

const deleteFound = async (
  run: Run,
  kind: keyof RetentionCounts,
  search: { readonly index: string; readonly query: estypes.QueryDslQueryContainer }
): Promise<void> => {
  const { es, signal, batchSize } = run;
  const indices = { ignore_unavailable: true, allow_no_indices: true };
  for (;;) {
    if (signal?.aborted) return;
    await es.indices.refresh({ index: search.index, ...indices });
    const { hits } = await es.search({
      ...search,
      ...indices,
      size: batchSize,
      _source: false,
      track_total_hits: false,
      sort: [{ '@timestamp': 'asc' }],
    });
    if (hits.hits.length === 0) return;
    const targets = hits.hits.flatMap(({ _index, _id }) => (_id ? [{ _index, _id }] : []));
    await deleteBatch(run, kind, targets);
  }
};

/** People as they are now: somebody may have come back since the search. */
const stillExpired = async (
  es: ElasticsearchClient,
  ids: readonly string[],
  cutoffMs: number
): Promise<Target[]> => {
  const { docs } = await es.mget({ index: DIRECTORY_INDEX, ids: [...ids] });
  return docs.flatMap((doc) => {
    if (!('found' in doc) || !doc.found) return [];
    const person = knownPersonSchema.safeParse(doc._source);
    const endMs = person.success ? lineEndMs(person.data) : undefined;
    return endMs !== undefined && endMs < cutoffMs
      ? [
          {
            _index: DIRECTORY_INDEX,
            _id: doc._id,
            if_seq_no: doc._seq_no,
            if_primary_term: doc._primary_term,
          },
        ]
      : [];
  });
};

const deletePeople = async (run: Run, cutoffs: Cutoffs): Promise<void> => {
  const cutoffMs = cutoffs.people ?? 0;
  for await (const ids of expiredPeople(run.es, cutoffs)) {
    for (let from = 0; from < ids.length; from += run.batchSize) {
      if (run.signal?.aborted) return;
      const batch = ids.slice(from, from + run.batchSize);
      const targets = await stillExpired(run.es, batch, cutoffMs);
      if (targets.length > 0) await deleteBatch(run, 'people', targets);
    }
  }
};

/**
 * Deletes what is older than the settings say, oldest first, in batches. A run that is cut off goes on with the next
 * one; a run without settings deletes nothing.
 * @throws VishingError `not_set_up`; any error of Elasticsearch
 */
export const applyRetention = async ({
  es,
  now = () => new Date(),
  signal,
  batchSize = BATCH_SIZE,
}: RetentionOptions): Promise<RetentionCounts> => {
  await assertSetUp(es);
  const removed = { records: 0, calls: 0, people: 0 };
  const { settings } = await readRetentionState(es);
  if (Object.values(settings).every((days) => days === undefined)) return removed;
  const startedAt = now();
  const run: Run = { es, signal, batchSize, removed };
  await updateRetentionState(es, { running_since: startedAt.toISOString(), removed });
  const cutoffs = await readCutoffs(es, settings, startedAt.getTime());
  if (cutoffs.records !== undefined) {
    const query = expiredRecords(cutoffs);
    await deleteFound(run, 'records', { index: CALL_DATA_STREAM_PATTERN, query });
  }
  if (cutoffs.calls !== undefined) {
    await deleteFound(run, 'calls', { index: CALLS_INDEX, query: expiredCalls(cutoffs) });
  }
  if (cutoffs.people !== undefined) await deletePeople(run, cutoffs);
  await updateRetentionState(es, {
    removed,
    running_since: null,
    last_error: null,
    last_run: now().toISOString(),
  });
  return removed;
};
