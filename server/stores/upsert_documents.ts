import type { UpsertResult } from '../../common/api/directory';
import type { ElasticsearchClient } from '../kibana';
import { assertSetUp } from './assert_set_up';
import { sameJson } from './same_json';

/** A document that was created or replaced. */
export interface ChangedDocument<T> {
  readonly document: T;
  /** What it was before, if it existed. */
  readonly previous?: T;
}

interface UpsertOptions<T> {
  readonly index: string;
  /** By id. */
  readonly documents: ReadonlyMap<string, T>;
  /** Completes a document with what is stored, such as the date on which it was added. */
  readonly merge?: (document: T, present: T | undefined) => T;
}

/** Elasticsearch's own limit is 100 MB a request; these documents are below 2 KB each. */
const CHUNK = 5000;

/**
 * Creates or replaces documents and writes only those that differ; they are visible to searches when it returns.
 * @throws VishingError `not_set_up` when the indices do not exist
 */
export const upsertDocuments = async <T>(
  es: ElasticsearchClient,
  { index, documents, merge = (document) => document }: UpsertOptions<T>
): Promise<{ readonly result: UpsertResult; readonly changed: readonly ChangedDocument<T>[] }> => {
  await assertSetUp(es);
  const result: UpsertResult = { created: 0, updated: 0, unchanged: 0, failed: [] };
  const changed: ChangedDocument<T>[] = [];
  const all = [...documents];
  for (let from = 0; from < all.length; from += CHUNK) {
    const chunk = all.slice(from, from + CHUNK);
    const present = await readPresent<T>(
      es,
      index,
      chunk.map(([id]) => id)
    );
    const differing = new Map<string, ChangedDocument<T>>();
    for (const [id, document] of chunk) {
      const previous = present.get(id);
      const next = merge(document, previous);
      if (previous !== undefined && sameJson(previous, next)) result.unchanged += 1;
      else differing.set(id, { document: next, previous });
    }
    changed.push(...(await writeDiffering(es, { index, differing, result })));
  }
  return { result, changed };
};

/** The documents that exist, by id. */
export const readPresent = async <T>(
  es: ElasticsearchClient,
  index: string,
  ids: string[]
): Promise<Map<string, T>> => {
  const { docs } = await es.mget<T>({ index, ids });
  return new Map(
    docs.flatMap((doc): [string, T][] =>
      'found' in doc && doc.found && doc._source ? [[doc._id, doc._source]] : []
    )
  );
};

const writeDiffering = async <T>(
  es: ElasticsearchClient,
  {
    index,
    differing,
    result,
  }: { index: string; differing: ReadonlyMap<string, ChangedDocument<T>>; result: UpsertResult }
): Promise<ChangedDocument<T>[]> => {
  if (differing.size === 0) return [];
  const operations = [...differing].flatMap(([id, { document }]) => [
    { index: { _id: id } },
    document,
  ]);
  const answer = await es.bulk({ index, operations, refresh: true });
  return answer.items.flatMap(({ index: item }) => {
    const id = item?._id ?? '';
    const written = differing.get(id);
    if (!item || !written) return [];
    if (item.error) {
      result.failed.push({ id, reason: item.error.reason ?? item.error.type });
      return [];
    }
    result[written.previous === undefined ? 'created' : 'updated'] += 1;
    return [written];
  });
};
