import { parsingFailure } from '../../common/ingest/bulk_outcome';
import type { RawDocument } from '../../common/ingest/raw_document';
import { CALL_DATA_STREAM_DEFAULT, CALL_ROUTER_PIPELINE } from '../../common/constants';
import { elasticsearchStatus } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';

/** What a record would become; without a document the pipeline wants none of it. */
export interface SimulatedRecord {
  readonly document?: Readonly<Record<string, unknown>>;
  /** Why it cannot be read. */
  readonly failure?: string;
}

interface SimulatedDoc {
  readonly doc?: { readonly _source?: Record<string, unknown> };
  readonly error?: { readonly reason?: string | null };
}

/**
 * Runs raw documents through the installed pipelines and stores nothing.
 * @throws VishingError `not_set_up` when there are no pipelines yet
 */
export const simulateRecords = async (
  es: ElasticsearchClient,
  documents: readonly RawDocument[]
): Promise<SimulatedRecord[]> => {
  try {
    const { docs } = await es.ingest.simulate({
      id: CALL_ROUTER_PIPELINE,
      docs: documents.map((document) => ({ _index: CALL_DATA_STREAM_DEFAULT, _source: document })),
    });
    return documents.map((_, place): SimulatedRecord => {
      const { doc, error } = (docs[place] ?? {}) as SimulatedDoc;
      if (error) return { failure: error.reason ?? 'The pipeline failed without a reason.' };
      if (!doc?._source) return {};
      return { document: doc._source, failure: parsingFailure(doc._source) };
    });
  } catch (error) {
    if (![400, 404].includes(elasticsearchStatus(error) ?? 0)) throw error;
    if (await es.ingest.getPipeline({ id: CALL_ROUTER_PIPELINE }).then(() => true, isThere))
      throw error;
    throw new VishingError(
      'not_set_up',
      'The pipelines that read call records are not installed yet. An administrator has to run the setup first.'
    );
  }
};

/** Anything but a 404 means that the pipeline's absence is not the reason. */
const isThere = (error: unknown): boolean => elasticsearchStatus(error) !== 404;
