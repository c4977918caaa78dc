import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { parsingFailure } from '../../common/ingest/bulk_outcome';
import { CALL_ROUTER_PIPELINE } from '../../common/constants';
import type { RawDocument } from '../../common/ingest/raw_document';

const resultSchema = z.object({
  doc: z.object({ _id: z.string(), _source: z.record(z.string(), z.unknown()) }).optional(),
  error: z.object({ reason: z.string().optional() }).optional(),
});
/** What a record would become. `document` is absent where the pipeline drops the record. */
export interface SimulatedRecord {
  readonly document?: Readonly<Record<string, unknown>>;
  /** Why the record cannot be parsed. */
  readonly failure?: string;
}

/** Runs records through the installed pipeline and stores nothing. */
export const simulateRecords = async (
  client: Client,
  documents: readonly RawDocument[],
  dataStream: string
): Promise<SimulatedRecord[]> => {
  const { docs } = await client.ingest.simulate({
    id: CALL_ROUTER_PIPELINE,
    docs: documents.map((document) => ({ _index: dataStream, _source: document })),
  });
  return docs.map((result) => {
    const { doc, error } = resultSchema.parse(result ?? {});
    if (error !== undefined)
      return { failure: error.reason ?? 'The pipeline failed without a reason.' };
    if (doc === undefined) return {};
    return { document: doc._source, failure: parsingFailure(doc._source) };
  });
};
