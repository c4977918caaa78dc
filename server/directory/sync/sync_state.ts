import { z } from 'zod';
import type { SyncStatus } from '../../../common/api/people';
import { DIRECTORY_INDEX, STATE_INDEX } from '../../../common/constants';
import type { ElasticsearchClient } from '../../kibana';
import { readStateDocument } from '../../stores/state_document';

/** Document of `vishing-state` that holds the progress of the synchronisation. */
const SYNC_STATE_ID = 'directory-sync';

const syncStateSchema = z.object({
  last_run: z.string().optional(),
  last_error: z.string().optional(),
  /** By directory: users of the last run that saw any, and the newest document read. */
  directories: z
    .record(z.string(), z.object({ users: z.number(), newest: z.string().optional() }))
    .default({}),
});
export type SyncState = z.infer<typeof syncStateSchema>;

/** @returns an empty state before the first run */
export const readSyncState = async (es: ElasticsearchClient): Promise<SyncState> =>
  syncStateSchema.parse((await readStateDocument(es, SYNC_STATE_ID)) ?? {});

export const writeSyncState = async (es: ElasticsearchClient, state: SyncState): Promise<void> => {
  await es.index({ index: STATE_INDEX, id: SYNC_STATE_ID, document: state, refresh: true });
};

interface Counts {
  readonly sources: {
    readonly buckets: readonly { readonly key: string; readonly doc_count: number }[];
  };
}

/** How the synchronisation is doing, and how many people each directory knows. */
export const readSyncStatus = async (
  es: ElasticsearchClient
): Promise<Omit<SyncStatus, 'scheduled'>> => {
  const [{ directories, ...state }, { aggregations }] = await Promise.all([
    readSyncState(es),
    es.search<unknown, Counts>({
      index: DIRECTORY_INDEX,
      size: 0,
      aggs: { sources: { terms: { field: 'sources', size: 10 } } },
    }),
  ]);
  const people = new Map(
    aggregations?.sources.buckets.map(({ key, doc_count: count }) => [key, count])
  );
  const sources = Object.entries(directories).map(([source, { newest }]) => ({
    source,
    people: people.get(source) ?? 0,
    ...(newest === undefined ? {} : { newest }),
  }));
  return { ...state, sources };
};
