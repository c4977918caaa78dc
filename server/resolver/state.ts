import { CALLS_INDEX, STATE_INDEX } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';
import { ASSET_STORES } from '../setup/asset_store';
import { readStateDocument } from '../stores/state_document';

/** Document of `vishing-state` that holds the resolver's progress. */
export const RESOLVER_STATE_ID = 'resolver';

export interface ResolverState {
  /** ISO instant: every record with an earlier `event.ingested` is resolved. Absent before the first run. */
  readonly checkpoint?: string;
  /** ISO instant of the last run's end. */
  readonly last_run?: string;
  /** Why the last run failed; absent when it did not. */
  readonly last_error?: string;
  /** Calls in `vishing-calls` after the last run. */
  readonly calls?: number;
  /** Which mapping of `vishing-calls` the calls were written under; under another one all are written again. */
  readonly mapping?: string;
  /** True while they are; survives a crash. */
  readonly rewriting?: boolean;
  /** True while all records are resolved again; survives a crash. */
  readonly rebuilding?: boolean;
}

/** @returns an empty state before the first run */
export const readResolverState = async (es: ElasticsearchClient): Promise<ResolverState> =>
  ((await readStateDocument(es, RESOLVER_STATE_ID)) as ResolverState | undefined) ?? {};

/** Replaces the resolver's state; visible to searches at once, because people look at it. */
export const writeResolverState = async (
  es: ElasticsearchClient,
  state: ResolverState
): Promise<void> => {
  await es.index({ index: STATE_INDEX, id: RESOLVER_STATE_ID, document: state, refresh: true });
};

/** What the setup marked the mapping of `vishing-calls` with: another text for every other content. */
export const mappingOfCalls = async (es: ElasticsearchClient): Promise<string | undefined> =>
  (await ASSET_STORES.index.read(es, CALLS_INDEX))?.content_hash;
