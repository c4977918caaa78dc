import type { Client } from '@elastic/elasticsearch';
import { CALLS_INDEX, DIRECTORY_INDEX } from '../../../common/constants';
import { personSchema, type PersonInput } from '../../../common/model/person';
import { upsertPeople } from '../../../server/directory/directory_store';
import { pipelineBench } from '../../pipelines/pipeline_tester';

/** People and calls of these tests have ids of their own. */
const removeOwn = async (es: Client, prefix: string): Promise<void> => {
  for (const index of [DIRECTORY_INDEX, CALLS_INDEX]) {
    await es.indices.refresh({ index });
    const { hits } = await es.search({
      index,
      size: 10_000,
      _source: false,
      query:
        index === DIRECTORY_INDEX
          ? { prefix: { id: prefix } }
          : { prefix: { 'vishing.call.id': prefix } },
    });
    if (hits.hits.length === 0) continue;
    const operations = hits.hits.map(({ _id }) => ({ delete: { _id } }));
    await es.bulk({ index, operations, refresh: true });
  }
};

/** Elasticsearch without the people and calls of these tests, and a way to put people into it. @param prefix of their ids */
export const peopleBench = (prefix = 'ptest') => {
  const es = pipelineBench((client) => removeOwn(client, prefix));
  beforeEach(() => removeOwn(es, prefix));
  const put = (...people: PersonInput[]) =>
    upsertPeople(
      es,
      people.map((person) => personSchema.parse(person))
    );
  return { es, put };
};
