import { elasticsearchStatus } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';

/**
 * One whole document, read with the rights of the person who asks.
 * @throws VishingError `not_found`
 */
export const readDocument = async (
  es: ElasticsearchClient,
  { index, id }: { readonly index: string; readonly id: string },
  signal?: AbortSignal
): Promise<{ index: string; id: string; source: Record<string, unknown> }> => {
  try {
    const found = await es.get<Record<string, unknown>>({ index, id }, { signal });
    return { index: found._index, id: found._id, source: found._source ?? {} };
  } catch (error) {
    if (elasticsearchStatus(error) !== 404) throw error;
    throw new VishingError(
      'not_found',
      `The document ${id} is not in ${index} any more. It was deleted, most likely by the index's retention.`
    );
  }
};
