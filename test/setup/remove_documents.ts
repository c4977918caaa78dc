import type { Client } from '@elastic/elasticsearch';
import type { estypes } from '@elastic/elasticsearch';

/** Documents that one request deletes. */
const BATCH = 5000;

/**
 * Deletes the documents that match, in an index, a data stream or several by a pattern.
 * The embedded Elasticsearch has no delete-by-query, so that they are found and deleted one batch after the other.
 */
export const removeDocuments = async (
  es: Client,
  index: string,
  query: estypes.QueryDslQueryContainer = { match_all: {} }
): Promise<void> => {
  await es.indices.refresh({ index, ignore_unavailable: true, allow_no_indices: true });
  for (;;) {
    const { hits } = await es.search({
      index,
      size: BATCH,
      query,
      _source: false,
      ignore_unavailable: true,
      allow_no_indices: true,
    });
    if (hits.hits.length === 0) return;
    const operations = hits.hits.map(({ _index, _id }) => ({ delete: { _index, _id } }));
    await es.bulk({ operations, refresh: true });
  }
};
