import { TARGETS_INDEX } from '../../../common/constants';
import { isMissingIndex } from '../../elasticsearch_errors';
import { readText } from '../read_field';
import type { ElasticsearchClient } from '../../kibana';

/** A call during which an agent resets more accounts than this is no conversation. */
const MAX_TARGETS = 50;

/**
 * Accounts that our person changed for others during the call, by every name that the directory knows: for fraud at the
 * help desk they are the victims, and what they do belongs on the timeline.
 * @returns nothing where the setup has not made the index yet
 */
export const readTargets = async (
  es: ElasticsearchClient,
  callId: string,
  signal?: AbortSignal
): Promise<string[]> => {
  try {
    const { hits } = await es.search(
      {
        index: TARGETS_INDEX,
        size: MAX_TARGETS,
        query: { term: { 'vishing.call.id': callId } },
        sort: [{ 'vishing.target.account': 'asc' }],
      },
      { signal }
    );
    return hits.hits.flatMap(({ _source }) => readText(_source, 'vishing.target.account') ?? []);
  } catch (error) {
    if (isMissingIndex(error)) return [];
    throw error;
  }
};
