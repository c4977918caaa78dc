import type { Client } from '@elastic/elasticsearch';
import { toCreateOutcome, type CreateOutcome } from '../../common/ingest/bulk_outcome';
import { CALL_ROUTER_PIPELINE } from '../../common/constants';
import type { Source } from '../pipelines/pipeline_tester';
import { TIMEOUT_MS } from '../bench/empty_stream';
import type { StoredRecord } from './check_calls';

/** Damaged records have a data stream of their own. */
export const FUZZ_STREAM = 'logs-vishing.call-fuzz';

/** Sends one batch as a shipper does. @throws when Elasticsearch refuses the request as a whole */
export const sendBatch = async (es: Client, texts: readonly string[]): Promise<CreateOutcome[]> => {
  const operations = texts.flatMap((text) => ['{"create":{}}', text]);
  const { items } = await es.bulk(
    { index: FUZZ_STREAM, operations },
    { requestTimeout: TIMEOUT_MS, maxRetries: 0 }
  );
  return texts.map((_, index) => toCreateOutcome(items[index]?.create));
};

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

/** Texts of those intact records that the pipelines drop on purpose, such as header lines. */
export const readDroppedTexts = async (
  es: Client,
  documents: readonly Source[]
): Promise<string[]> => {
  const { docs } = await es.ingest.simulate(
    {
      id: CALL_ROUTER_PIPELINE,
      docs: documents.map((document) => ({ _index: FUZZ_STREAM, _source: document })),
    },
    { requestTimeout: TIMEOUT_MS }
  );
  return docs.flatMap((result, index) => {
    const text = documents[index]?.message;
    return !result && typeof text === 'string' ? [text] : [];
  });
};
