import { RECORDS_PER_REQUEST, type StoreResponse } from '../../common/api/sources';
import type { ElasticsearchClient } from '../kibana';
import { assertSetUp } from '../stores/assert_set_up';
import { createRecords, type RecordOutcome } from './create_records';
import { toDocuments, type RecordBatch } from './record_batch';

const failureOf = (outcome: RecordOutcome, index: number): StoreResponse['failures'] => {
  if (outcome.outcome === 'refused') return [{ index, reason: outcome.reason, stored: false }];
  return outcome.failure === undefined ? [] : [{ index, reason: outcome.failure, stored: true }];
};

/**
 * Stores a batch of records with the rights of the person who sends them; every record is counted once.
 * @throws VishingError `not_set_up`: without the pipelines records would be stored unread
 */
export const storeRecordBatch = async (
  es: ElasticsearchClient,
  batch: RecordBatch
): Promise<StoreResponse> => {
  await assertSetUp(es);
  const documents = toDocuments(batch);
  // A batch that is not full ends its file, and whoever sent it looks for it on the next page at once.
  const visible = documents.length < RECORDS_PER_REQUEST;
  const outcomes = await createRecords(es, documents, { visible });
  const failures = outcomes.flatMap(failureOf);
  const understood = outcomes.filter(
    ({ outcome, failure }) => outcome !== 'refused' && failure === undefined
  );
  const count = (wanted: RecordOutcome['outcome']): number =>
    understood.filter(({ outcome }) => outcome === wanted).length;
  return {
    stored: count('created'),
    known: count('known'),
    dropped: count('dropped'),
    failed: failures.length,
    failures,
  };
};
