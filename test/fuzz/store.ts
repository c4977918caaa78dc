import type { Client } from '@elastic/elasticsearch';
import type { CreateOutcome } from '../../common/ingest/bulk_outcome';
import { bulkCreate } from '../../standalone/ingest/bulk_create';
import type { Source } from '../pipelines/pipeline_tester';
import { TIMEOUT_MS } from '../bench/empty_stream';
import type { StoredRecord } from './check_calls';

/** Damaged records have a data stream of their own. */
export const FUZZ_STREAM = 'logs-vishing.call-fuzz';

/** Sends one batch as a shipper does, which waits where Elasticsearch is busy. @throws when the request as a whole is refused */
export const sendBatch = (es: Client, documents: readonly Source[]): Promise<CreateOutcome[]> =>
  bulkCreate(
    es,
    documents.map((source) => ({ dataStream: FUZZ_STREAM, source }))
  );

/** Reads documents of a batch, whether a search would find them already or not. */
export const readStored = async (
  es: Client,
  created: readonly { readonly index: string; readonly id: string }[]
): Promise<StoredRecord[]> => {
  if (created.length === 0) return [];
  const docs = created.map(({ index, id }) => ({ _index: index, _id: id }));
  const answer = await es.mget<Source>({ docs }, { requestTimeout: TIMEOUT_MS });
  return answer.docs.flatMap((doc) =>
    'found' in doc && doc.found && doc._source ? [{ id: doc._id, source: doc._source }] : []
  );
};
