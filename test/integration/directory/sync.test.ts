import type { Client } from '@elastic/elasticsearch';
import { DIRECTORY_INDEX, STATE_INDEX } from '../../../common/constants';
import { personSchema, type StoredPerson } from '../../../common/model/person';
import { loadDirectory, upsertPeople } from '../../../server/directory/directory_store';
import { syncPeople } from '../../../server/directory/sync/sync_people';
import { readSyncStatus } from '../../../server/directory/sync/sync_state';
import type { Logger } from '../../../server/kibana';
import { pipelineBench } from '../../pipelines/pipeline_tester';

const STREAMS = [
  'logs-entityanalytics_entra_id.entity-ptest',
  'logs-entityanalytics_ad.user-ptest',
  'logs-entityanalytics_okta.user-ptest',
  'logs-cisco_duo.auth-ptest',
];
const NOW = new Date('2031-05-10T00:00:00.000Z');

const removeOwn = async (es: Client): Promise<void> => {
  await es.indices.delete({ index: STREAMS, ignore_unavailable: true });
  await es.delete({ index: STATE_INDEX, id: 'directory-sync', refresh: true }, { ignore: [404] });
  await es.indices.refresh({ index: DIRECTORY_INDEX });
  const { hits } = await es.search({
    index: DIRECTORY_INDEX,
    size: 10_000,
    _source: false,
    query: { wildcard: { id: 'sync.*' } },
  });
  if (hits.hits.length === 0) return;
  const operations = hits.hits.map(({ _id }) => ({ delete: { _id } }));
  await es.bulk({ index: DIRECTORY_INDEX, operations, refresh: true });
};

const es = pipelineBench(removeOwn);
beforeEach(() => removeOwn(es));

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  get: () => silent,
};
const changes: StoredPerson[] = [];
const sync = () =>
  syncPeople({
    es,
    logger: silent,
    now: () => NOW,
    onChanged: (people) => {
      changes.push(...people);
      return Promise.resolve();
    },
  });
const store = async (stream: number, ...documents: object[]) => {
  const index = STREAMS[stream] ?? '';
  const operations = documents.flatMap((document) => [{ create: {} }, document]);
  const { errors, items } = await es.bulk({ index, operations, refresh: true });
  if (errors) throw new Error(JSON.stringify(items));
};
const person = async (id: string) =>
  (await es.get<StoredPerson>({ index: DIRECTORY_INDEX, id }))._source;

const entra = (day: string, fields: object, id = 'AA534E49-edfd-4541-8256-8bbf34f122b4') => ({
  '@timestamp': `2031-05-0${day}T08:00:00.000Z`,
  event: { kind: 'asset', action: 'user-modified' },
  user: { id },
  entityanalytics_entra_id: {
    user: {
      id,
      display_name: 'Sync Ana',
      user_principal_name: 'Sync.Ana@example.com',
      mail: 'sync.ana.diaz@example.com',
      account_enabled: true,
      ...fields,
    },
  },
});
const device = {
  '@timestamp': '2031-05-01T09:00:00.000Z',
  event: { kind: 'asset', action: 'device-discovered' },
  host: { name: 'WS-SYNC-1.example.com' },
  device: {
    registered_owners: [
      { id: 'aa534e49-edfd-4541-8256-8bbf34f122b4', user_principal_name: 'sync.ana@example.com' },
    ],
  },
};
const ad = {
  '@timestamp': '2031-05-01T10:00:00.000Z',
  event: { kind: 'asset', action: 'user-discovered' },
  entityanalytics_ad: {
    user: {
      sam_account_name: 'SAna',
      object_sid: 'S-1-5-21-9-9-9-1114',
      mail: 'sync.ana.diaz@example.com',
      display_name: 'Ana, Sync',
      ipPhone: '4711',
      department: 'Finance',
    },
  },
};
const okta = {
  '@timestamp': '2031-05-01T10:00:00.000Z',
  event: { kind: 'asset', action: 'user-modified' },
  entityanalytics_okta: {
    user: {
      id: '00uSYNCANA',
      status: 'ACTIVE',
      profile: {
        login: 'sync.ana@example.com',
        email: 'sync.ana@example.com',
        mobile_phone: '+1-202-555-0144',
        country_code: 'US',
      },
    },
  },
};
const duo = {
  '@timestamp': '2031-05-09T10:00:00.000Z',
  event: { kind: 'event' },
  user: { name: 'sana' },
  cisco_duo: { auth: { auth_device: { name: 'My phone (+1 202-555-0145)' } } },
};
const ANA = 'sync.ana@example.com';

it('makes one person of what all directories say', async () => {
  await store(0, entra('1', { mobile_phone: '+1 202 555 0142', job_title: 'Clerk' }), device);
  await store(1, ad, {
    ...ad,
    entityanalytics_ad: { user: { sam_account_name: 'SYNC-PC$', display_name: 'sync.pc' } },
  });
  await store(2, okta);
  await store(3, duo);
  expect(await sync()).toMatchObject({ created: 1, failed: 0 });
  expect(await person(ANA)).toMatchObject({
    full_name: 'Sync Ana',
    upn: ANA,
    emails: ['sync.ana.diaz@example.com', ANA],
    account_names: ['sana'],
    sid: 'S-1-5-21-9-9-9-1114',
    cloud_ids: ['aa534e49-edfd-4541-8256-8bbf34f122b4', '00usyncana'],
    numbers: ['+12025550142', '+12025550144', '+12025550145'],
    extensions: ['4711'],
    lines: [{ value: '+12025550145', confidence: 0.9 }],
    hosts: ['ws-sync-1'],
    department: 'Finance',
    title: 'Clerk',
    sources: ['entra_id', 'ad', 'okta', 'duo'],
  });
});

it('changes nothing when it is repeated', async () => {
  await store(0, entra('1', { mobile_phone: '+1 202 555 0142' }), device);
  await store(3, duo);
  await sync();
  changes.length = 0;
  expect(await sync()).toMatchObject({ created: 0, updated: 0 });
  expect(changes).toEqual([]);
  expect(await readSyncStatus(es)).toMatchObject({
    last_run: NOW.toISOString(),
    sources: expect.arrayContaining([
      { source: 'entra_id', people: 1, newest: '2031-05-01T09:00:00.000Z' },
    ]),
  });
});

it('leaves what people set as it is', async () => {
  const manual = { id: 'sync.1', full_name: 'Ana D.', emails: [ANA], numbers: ['+12025550149'] };
  await upsertPeople(es, [personSchema.parse(manual)]);
  await store(0, entra('1', { mobile_phone: '+1 202 555 0142', job_title: 'Clerk' }));
  expect(await sync()).toMatchObject({ created: 0, updated: 1 });
  expect(await person('sync.1')).toMatchObject({
    full_name: 'Ana D.',
    numbers: ['+12025550149'],
    title: 'Clerk',
    sources: ['manual', 'entra_id'],
  });
  await upsertPeople(es, [personSchema.parse({ ...manual, numbers: [] })]);
  expect(await person('sync.1')).toMatchObject({ numbers: ['+12025550142'], title: 'Clerk' });
});

it('knows whose a number was, after it went to someone else', async () => {
  await store(0, entra('1', { mobile_phone: '+1 202 555 0142' }));
  await sync();
  await store(
    0,
    entra('5', { mobile_phone: null }),
    entra(
      '5',
      {
        display_name: 'Sync Ben',
        user_principal_name: 'sync.ben@example.com',
        mail: 'sync.ben@example.com',
        mobile_phone: '+1 202 555 0142',
      },
      'bb000000-0000-4000-8000-000000000001'
    )
  );
  await sync();
  const directory = await loadDirectory(es);
  const who = (at: string) =>
    directory.findPerson({ number: '+12025550142', atMs: Date.parse(at) })?.person.id;
  expect(who('2031-05-04T00:00:00Z')).toBe(ANA);
  expect(who('2031-05-06T00:00:00Z')).toBe('sync.ben@example.com');
});

it('ends what someone had whose account is disabled', async () => {
  await store(0, entra('1', { mobile_phone: '+1 202 555 0142' }));
  await sync();
  await store(0, entra('5', { mobile_phone: '+1 202 555 0142', account_enabled: false }));
  await sync();
  expect((await person(ANA))?.lines).toEqual([
    { value: '+12025550142', valid_to: '2031-05-05T08:00:00.000Z' },
  ]);
});

it('is content with no directory at all', async () => {
  expect(await sync()).toEqual({ users: 0, created: 0, updated: 0, failed: 0 });
});
