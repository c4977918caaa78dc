import type { Client } from '@elastic/elasticsearch';
import { ACCOUNTS_INDEX, HOSTS_INDEX, STATE_INDEX, TARGETS_INDEX } from '../../common/constants';
import { removeDocuments } from './remove_documents';

/**
 * Takes away whose computers, other names and changed accounts are known, and since when they were looked for: tests on one
 * Elasticsearch play at different times.
 */
export const forgetTargets = async (es: Client): Promise<void> => {
  await removeDocuments(es, TARGETS_INDEX);
  await removeDocuments(es, HOSTS_INDEX);
  await removeDocuments(es, ACCOUNTS_INDEX);
  await removeDocuments(es, STATE_INDEX, { ids: { values: ['targets', 'lookups'] } });
};
