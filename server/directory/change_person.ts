import { DIRECTORY_INDEX } from '../../common/constants';
import type { StoredPerson } from '../../common/model/person';
import { elasticsearchStatus } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';
import { sameJson } from '../stores/same_json';
import { buildStored, partsOf, type PersonParts } from './layers';

/** A person as it is and as it was. */
export interface ChangedPerson {
  readonly document: StoredPerson;
  readonly previous: StoredPerson;
}

/**
 * Changes one stored person, unless someone else does so at the same moment.
 * @returns undefined when nothing changed
 * @throws VishingError `not_found`, `conflict`
 */
export const changePerson = async (
  es: ElasticsearchClient,
  id: string,
  change: (parts: PersonParts) => PersonParts
): Promise<ChangedPerson | undefined> => {
  try {
    const stored = await es.get<StoredPerson>({ index: DIRECTORY_INDEX, id });
    const previous = stored._source;
    if (!previous)
      throw new VishingError('not_found', `The directory has nobody with the id ${id}.`);
    const document = buildStored(change(partsOf(previous)));
    if (sameJson(previous, document)) return undefined;
    await es.index({
      index: DIRECTORY_INDEX,
      id,
      document,
      if_seq_no: stored._seq_no,
      if_primary_term: stored._primary_term,
      refresh: true,
    });
    return { document, previous };
  } catch (error) {
    const status = elasticsearchStatus(error);
    if (status === 404) {
      throw new VishingError(
        'not_found',
        `The directory has nobody with the id ${id} any more. Load the page again.`
      );
    }
    if (status === 409) {
      throw new VishingError(
        'conflict',
        'Someone else changed this person at the same moment. Load the page again and repeat it.'
      );
    }
    throw error;
  }
};
