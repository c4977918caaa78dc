import type { Client } from '@elastic/elasticsearch';
import { FAILURE_FIELDS, parsingFailure } from '../../common/ingest/bulk_outcome';
import type { CreateResult } from './bulk_create';

/**
 * Which of the documents, new or known, could not be parsed. They are stored like the others, so the answer of the
 * bulk request does not tell; reading them back by id is exact and needs no refresh.
 * @returns reason by position in `results`
 */
export const findParsingFailures = async (
  client: Client,
  results: readonly CreateResult[]
): Promise<Map<number, string>> => {
  const stored = results.flatMap((result, place) =>
    'id' in result ? [{ place, _index: result.index, _id: result.id }] : []
  );
  const failures = new Map<number, string>();
  if (stored.length === 0) return failures;
  const { docs } = await client.mget<unknown>({
    docs: stored.map(({ _index, _id }) => ({ _index, _id })),
    _source_includes: [...FAILURE_FIELDS],
  });
  docs.forEach((doc, index) => {
    const place = stored[index]?.place;
    const reason = parsingFailure('_source' in doc ? doc._source : undefined);
    if (place !== undefined && reason !== undefined) failures.set(place, reason);
  });
  return failures;
};
