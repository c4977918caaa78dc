import { CALLS_INDEX, DIRECTORY_INDEX, STATE_INDEX, WATCHLIST_INDEX } from '../../common/constants';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';

const STORES = [CALLS_INDEX, DIRECTORY_INDEX, WATCHLIST_INDEX, STATE_INDEX];

/**
 * To be called before the first write: Elasticsearch would make a missing index up, with a wrong mapping.
 * @throws VishingError `not_set_up`
 */
export const assertSetUp = async (es: ElasticsearchClient): Promise<void> => {
  if (await es.indices.exists({ index: STORES })) return;
  throw new VishingError(
    'not_set_up',
    'The indices of the voice phishing app do not exist yet. An administrator has to run the setup first.'
  );
};

/**
 * The same for one index, which an installation of an earlier version does not have yet.
 * @throws VishingError `not_set_up`
 */
export const assertIndex = async (es: ElasticsearchClient, index: string): Promise<void> => {
  if (await es.indices.exists({ index })) return;
  throw new VishingError(
    'not_set_up',
    `The index ${index} does not exist yet. An administrator has to run the setup again.`
  );
};
