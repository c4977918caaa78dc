import type { estypes } from '@elastic/elasticsearch';
import { CALLS_INDEX } from '../../common/constants';
import type { ElasticsearchClient, Logger } from '../kibana';
import { sameCall, type StoredCall } from './call_document';
import { mapInSlices } from './in_slices';

export interface WriteCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Documents that Elasticsearch refuses for good; the reasons are logged. */
  readonly failed: number;
}

export interface WriteContext {
  readonly es: ElasticsearchClient;
  readonly logger: Logger;
  readonly nowIso: string;
  /** Stores what is unchanged too, for a mapping that is new. */
  readonly rewrite: boolean;
}

export const addCounts = (a: WriteCounts, b: WriteCounts): WriteCounts => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  failed: a.failed + b.failed,
});

/** Reads calls by id, written ones included; unknown ids are left out. */
export const readStoredCalls = async (
  es: ElasticsearchClient,
  ids: readonly string[]
): Promise<Map<string, StoredCall>> => {
  const found = new Map<string, StoredCall>();
  if (ids.length === 0) return found;
  const { docs } = await es.mget<StoredCall>({ index: CALLS_INDEX, ids: [...ids] });
  for (const doc of docs) {
    if ('found' in doc && doc.found && doc._source) found.set(doc._id, doc._source);
  }
  return found;
};

/** Of an answer to thousands of documents, what matters. */
const REFUSALS = ['errors', 'items.index._id', 'items.index.status', 'items.index.error'];

/** Too many requests and server errors pass; the same document may succeed in the next run. */
const isPassing = (status: number): boolean => status === 429 || status >= 500;

/**
 * Elasticsearch stores one request on one core.
 * @returns what it refused
 */
const storeAll = async (
  es: ElasticsearchClient,
  operations: readonly unknown[]
): Promise<readonly Partial<Record<estypes.BulkOperationType, estypes.BulkResponseItem>>[]> => {
  // An action and its document stand beside each other.
  const middle = 2 * Math.ceil(operations.length / 4);
  const halves = [operations.slice(0, middle), operations.slice(middle)];
  const answers = await Promise.all(
    halves
      .filter(({ length }) => length > 0)
      .map((half) => es.bulk({ index: CALLS_INDEX, operations: half, filter_path: REFUSALS }))
  );
  return answers.flatMap(({ errors, items }) => (errors ? items : []));
};

/**
 * Writes the calls that differ from what is stored, so that a call whose meaning did not change keeps its version.
 * @throws when Elasticsearch cannot take documents now; nothing is lost, because the checkpoint then stays where it is
 */
export const writeCalls = async (
  { es, logger, nowIso, rewrite }: WriteContext,
  documents: ReadonlyMap<string, StoredCall>,
  stored: ReadonlyMap<string, StoredCall>
): Promise<WriteCounts> => {
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  const operations: unknown[] = [];
  await mapInSlices(documents, ([id, document]) => {
    const present = stored.get(id);
    if (present && !rewrite && sameCall(present, document)) {
      counts.unchanged += 1;
      return;
    }
    counts[present ? 'updated' : 'created'] += 1;
    const ingested = present?.event.ingested ?? nowIso;
    operations.push(
      { index: { _id: id } },
      { ...document, event: { ...document.event, ingested } }
    );
  });
  if (operations.length === 0) return counts;
  for (const { index: item } of await storeAll(es, operations)) {
    if (!item?.error) continue;
    const reason = `${item.error.type}: ${item.error.reason ?? ''}`;
    if (isPassing(item.status)) throw new Error(`Elasticsearch could not store a call (${reason})`);
    logger.error(`The call ${item._id ?? ''} cannot be stored (${reason})`);
    counts[stored.has(item._id ?? '') ? 'updated' : 'created'] -= 1;
    counts.failed += 1;
  }
  return counts;
};

/** Deletes calls by id. */
export const deleteCalls = async (
  es: ElasticsearchClient,
  ids: readonly string[]
): Promise<number> => {
  if (ids.length === 0) return 0;
  const answer = await es.bulk({
    index: CALLS_INDEX,
    operations: ids.map((id) => ({ delete: { _id: id } })),
  });
  return answer.items.filter((item) => item.delete?.result === 'deleted').length;
};
