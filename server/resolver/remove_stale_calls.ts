import { CALLS_INDEX, CALL_DATA_STREAM_PATTERN } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';
import { findCallIds } from './find_calls';
import { deleteCalls } from './stored_calls';

const PAGE = 5000;

const idsWithRecords = async (
  es: ElasticsearchClient,
  ids: readonly string[]
): Promise<Set<string>> => {
  const answer = await es.search<unknown, { ids: { buckets: { key: string }[] } }>({
    index: CALL_DATA_STREAM_PATTERN,
    ignore_unavailable: true,
    allow_no_indices: true,
    size: 0,
    track_total_hits: false,
    query: { terms: { 'vishing.call.id': [...ids] } },
    aggs: { ids: { terms: { field: 'vishing.call.id', size: ids.length } } },
  });
  return new Set(answer.aggregations?.ids.buckets.map(({ key }) => key));
};

/** Deletes the calls that no record is left of, page by page. @returns how many */
export const removeStaleCalls = async (
  es: ElasticsearchClient,
  signal?: AbortSignal
): Promise<number> => {
  await es.indices.refresh({ index: CALLS_INDEX });
  let removed = 0;
  for await (const ids of findCallIds(es, { match_all: {} }, PAGE)) {
    if (signal?.aborted) break;
    const present = await idsWithRecords(es, ids);
    removed += await deleteCalls(
      es,
      ids.filter((id) => !present.has(id))
    );
  }
  return removed;
};
