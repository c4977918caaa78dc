import { elasticsearchErrorType, elasticsearchReason } from '../elasticsearch_errors';
import { VishingError } from '../errors';

/** ES|QL says so when an index of `FROM` is not there. */
const isUnknownIndex = (error: unknown): boolean =>
  elasticsearchErrorType(error) === 'verification_exception' &&
  /unknown index/i.test(elasticsearchReason(error));

/**
 * Waits for the answer of one of our indices.
 * @throws VishingError `not_set_up` when the index is not there yet
 */
export const readStore = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if (elasticsearchErrorType(error) !== 'index_not_found_exception' && !isUnknownIndex(error))
      throw error;
    throw new VishingError(
      'not_set_up',
      'The indices of the voice phishing app do not exist yet. An administrator has to run the setup first.'
    );
  }
};
