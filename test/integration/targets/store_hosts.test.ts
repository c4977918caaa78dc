import { DIRECTORY_INDEX, HOSTS_INDEX } from '../../../common/constants';
import { personSchema } from '../../../common/model/person';
import { upsertPeople } from '../../../server/directory/directory_store';
import { storeHosts } from '../../../server/directory/store_hosts';
import { resolverBench } from '../../resolver/resolver_bench';
import { removeDocuments } from '../../setup/remove_documents';

jest.setTimeout(60_000);

const bench = resolverBench();

const list = async (...people: (readonly [id: string, ...hosts: string[]])[]): Promise<void> => {
  await upsertPeople(
    bench.es,
    people.map(([id, ...hosts]) => personSchema.parse({ id, full_name: id, hosts }))
  );
};

const hosts = async (): Promise<string[]> => {
  const { hits } = await bench.es.search<{
    host: { name: string };
    vishing: { person: { id: string } };
  }>({ index: HOSTS_INDEX, size: 100 });
  return hits.hits
    .map(({ _source }) => `${_source?.host.name ?? ''} ${_source?.vishing.person.id ?? ''}`)
    .sort();
};

it('follows the computers of the directory, and does nothing while it stays the same', async () => {
  await removeDocuments(bench.es, HOSTS_INDEX);
  await list(['ana', 'ws-1', 'laptop-1'], ['bo', 'ws-2'], ['cy']);
  expect(await storeHosts(bench.es)).toBe(3);
  expect(await hosts()).toEqual(['laptop-1 ana', 'ws-1 ana', 'ws-2 bo']);
  expect(await storeHosts(bench.es)).toBe(0);
  await list(['ana', 'laptop-1'], ['cy', 'ws-2']);
  expect(await storeHosts(bench.es)).toBe(2);
  expect(await hosts()).toEqual(['laptop-1 ana', 'ws-2 bo', 'ws-2 cy']);
  await removeDocuments(bench.es, DIRECTORY_INDEX, { term: { id: 'bo' } });
  await storeHosts(bench.es);
  expect(await hosts()).toEqual(['laptop-1 ana', 'ws-2 cy']);
});
