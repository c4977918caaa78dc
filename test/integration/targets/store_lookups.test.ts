import { ACCOUNTS_INDEX, DIRECTORY_INDEX, HOSTS_INDEX } from '../../../common/constants';
import { personSchema, type PersonInput } from '../../../common/model/person';
import { upsertPeople } from '../../../server/directory/directory_store';
import { storeLookups } from '../../../server/directory/lookups/store_lookups';
import { resolverBench } from '../../resolver/resolver_bench';
import { forgetTargets } from '../../setup/forget_targets';
import { removeDocuments } from '../../setup/remove_documents';

jest.setTimeout(60_000);

const bench = resolverBench();

const list = async (...people: Omit<PersonInput, 'full_name'>[]): Promise<void> => {
  await upsertPeople(
    bench.es,
    people.map((person) => personSchema.parse({ full_name: person.id, ...person }))
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

/** The other names, each with the one that calls carry. */
const accounts = async (): Promise<string[]> => {
  const { hits } = await bench.es.search<{
    user: Readonly<Record<string, string>>;
    vishing: { account: { in_calls: string } };
  }>({ index: ACCOUNTS_INDEX, size: 100 });
  return hits.hits
    .map(
      ({ _source }) => `${JSON.stringify(_source?.user)} ${_source?.vishing.account.in_calls ?? ''}`
    )
    .sort();
};

beforeEach(async () => {
  await forgetTargets(bench.es);
  await removeDocuments(bench.es, DIRECTORY_INDEX);
});

it('follows the computers of the directory, and does nothing while it stays the same', async () => {
  await list(
    { id: 'ana', hosts: ['ws-1', 'laptop-1'] },
    { id: 'bo', hosts: ['ws-2'] },
    { id: 'cy' }
  );
  expect(await storeLookups(bench.es)).toBe(3);
  expect(await hosts()).toEqual(['laptop-1 ana', 'ws-1 ana', 'ws-2 bo']);
  expect(await storeLookups(bench.es)).toBe(0);
  await list({ id: 'ana', hosts: ['laptop-1'] }, { id: 'cy', hosts: ['ws-2'] });
  expect(await storeLookups(bench.es)).toBe(2);
  expect(await hosts()).toEqual(['laptop-1 ana', 'ws-2 bo', 'ws-2 cy']);
  await removeDocuments(bench.es, DIRECTORY_INDEX, { term: { id: 'bo' } });
  await storeLookups(bench.es);
  expect(await hosts()).toEqual(['laptop-1 ana', 'ws-2 cy']);
});

it('follows the names under which calls are not found, until two people have them', async () => {
  const ana = { id: 'ana', upn: 'ad@corp.example.com', emails: ['ana@example.com'] };
  await list(ana, { id: 'bo', emails: ['bo@example.com'] });
  expect(await storeLookups(bench.es)).toBe(1);
  expect(await accounts()).toEqual(['{"email":"ad@corp.example.com"} ana@example.com']);
  await list({ ...ana, account_names: ['ana', 'root'] });
  await storeLookups(bench.es);
  expect(await accounts()).toEqual([
    '{"email":"ad@corp.example.com"} ana@example.com',
    '{"email":"ana"} ana@example.com',
    '{"email":"root"} ana@example.com',
    '{"name":"ad@corp.example.com"} ana',
    '{"name":"ana@example.com"} ana',
    '{"name":"root"} ana',
  ]);
  await list({ id: 'bo', emails: ['bo@example.com'], account_names: ['root'] });
  await storeLookups(bench.es);
  expect(await accounts()).toEqual([
    '{"email":"ad@corp.example.com"} ana@example.com',
    '{"email":"ana"} ana@example.com',
    '{"name":"ad@corp.example.com"} ana',
    '{"name":"ana@example.com"} ana',
    '{"name":"bo@example.com"} root',
  ]);
});
