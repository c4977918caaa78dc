import {
  FAILURE_FIELDS,
  parsingFailure,
  toCreateOutcome,
  type CreateOutcome,
} from '../../common/ingest/bulk_outcome';
import type { RawDocument } from '../../common/ingest/raw_document';
import { CALL_DATA_STREAM_DEFAULT } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';

/** What became of one record; `failure` says why it could not be read, though it is stored. */
export type RecordOutcome = CreateOutcome & { readonly failure?: string };

const readFailures = async (
  es: ElasticsearchClient,
  outcomes: readonly CreateOutcome[]
): Promise<Map<number, string>> => {
  const stored = outcomes.flatMap((outcome, place) =>
    'id' in outcome ? [{ place, _index: outcome.index, _id: outcome.id }] : []
  );
  const failures = new Map<number, string>();
  if (stored.length === 0) return failures;
  const { docs } = await es.mget({
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

export interface CreateOptions {
  /** Makes the documents visible to searches before it answers. */
  readonly visible?: boolean;
}

/**
 * Stores raw documents through the router pipeline. Those that are there already are not stored again.
 * @returns one outcome a document, in the same order
 * @throws the client's error when Elasticsearch does not answer; sending the same documents again is safe
 */
export const createRecords = async (
  es: ElasticsearchClient,
  documents: readonly RawDocument[],
  { visible = false }: CreateOptions = {}
): Promise<RecordOutcome[]> => {
  if (documents.length === 0) return [];
  const { items } = await es.bulk({
    refresh: visible,
    operations: documents.flatMap((document) => [
      { create: { _index: CALL_DATA_STREAM_DEFAULT } },
      document,
    ]),
  });
  const outcomes = documents.map((_, place) => toCreateOutcome(items[place]?.create));
  const failures = await readFailures(es, outcomes);
  return outcomes.map((outcome, place) => {
    const failure = failures.get(place);
    return failure === undefined ? outcome : { ...outcome, failure };
  });
};
