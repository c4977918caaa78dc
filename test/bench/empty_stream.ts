import type { Client } from '@elastic/elasticsearch';

/** Elasticsearch's default `index.max_result_window`. */
const PAGE = 10_000;
/** A busy machine must not fail a measurement. */
export const TIMEOUT_MS = 180_000;

/** How many documents a data stream holds, those of this moment included. */
export const countDocuments = async (es: Client, stream: string): Promise<number> => {
  const index = { index: stream, ignore_unavailable: true, allow_no_indices: true };
  await es.indices.refresh(index, { requestTimeout: TIMEOUT_MS });
  return (await es.count(index, { requestTimeout: TIMEOUT_MS })).count;
};

/** Deletes all documents of a data stream; it lets them go by id only, and not every node can delete the stream. */
export const emptyStream = async (es: Client, stream: string): Promise<void> => {
  while ((await countDocuments(es, stream)) > 0) {
    const { hits } = await es.search(
      { index: stream, size: PAGE, _source: false, sort: '_doc' },
      { requestTimeout: TIMEOUT_MS }
    );
    const operations = hits.hits.map(({ _index, _id }) => ({ delete: { _index, _id } }));
    if (operations.length === 0) return;
    await es.bulk({ operations }, { requestTimeout: TIMEOUT_MS });
  }
};
