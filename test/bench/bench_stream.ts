import type { Client } from '@elastic/elasticsearch';
import { TIMEOUT_MS } from './empty_stream';

/** Measurements have a data stream of their own. */
export const BENCH_STREAM = 'logs-vishing.call-bench';
const BATCH = 1_000;

/** Sends documents as they go over the wire, batch by batch. @param pipeline instead of the index's own */
export const fill = async (
  es: Client,
  texts: readonly string[],
  pipeline?: string
): Promise<void> => {
  for (let from = 0; from < texts.length; from += BATCH) {
    const operations = texts.slice(from, from + BATCH).flatMap((text) => ['{"create":{}}', text]);
    const answer = await es.bulk(
      { index: BENCH_STREAM, operations, pipeline },
      { requestTimeout: TIMEOUT_MS }
    );
    const failed = answer.items.find(({ create }) => create?.error !== undefined);
    if (failed) throw new Error(`Elasticsearch refused a record: ${JSON.stringify(failed)}`);
  }
};
