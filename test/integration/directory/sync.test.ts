import { personSchema } from '../../../common/model/person';
import { loadDirectory, upsertPeople } from '../../../server/directory/directory_store';
import { readSyncStatus } from '../../../server/directory/sync/sync_state';
import { ad, ANA, device, entra, NOW, syncBench } from './sync_bench';

const { es, sync, store, person, changes } = syncBench();

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

const defend = (day: string, fields: object = {}) => ({
  '@timestamp': `2031-05-0${day}T08:00:00.000Z`,
  event: { action: 'log_on', outcome: 'success', category: ['authentication'] },
  host: { name: 'WS-SYNC-7' },
  user: { id: 'S-1-5-21-9-9-9-1114', name: 'SAna', domain: 'EXAMPLE' },
  process: { Ext: { session_info: { logon_type: 'Unlock' } } },
  ...fields,
});
const windows = (type: string, fields: object = {}) => ({
  '@timestamp': '2031-05-08T08:00:00.000Z',
  event: { code: '4624', action: 'logged-in', outcome: 'success' },
  host: { name: 'ws-sync-8.example.com' },
  user: { name: 'sana', domain: 'EXAMPLE' },
  winlog: { event_data: { LogonType: type } },
  ...fields,
});
const hostsOf = async () => {
  const found = await person(ANA);
  return { hosts: found?.hosts, unsure: found?.host_confidence };
};

describe('hosts from logons', () => {
  beforeEach(async () => {
    await store(0, device);
    await store(1, ad);
    await store(0, entra('1', { mobile_phone: '+1 202 555 0142' }));
  });

  it('belong to whoever logs on there most, after those that a directory names', async () => {
    await store(4, defend('7'), defend('8'), defend('9'));
    await store(4, defend('9', { user: { name: 'SYSTEM', id: 'S-1-5-18' } }));
    await store(5, windows('2'), windows('7'), windows('3'));
    const other = { host: { name: 'srv-1' } };
    await store(5, windows('10', other), windows('10', other), windows('10', other));
    await store(5, windows('2', { host: { name: 'ws-0' }, user: { name: 'nobody.known' } }));
    expect(await sync()).toMatchObject({ created: 1, failed: 0 });
    expect(await hostsOf()).toEqual({
      hosts: ['ws-sync-1', 'ws-sync-7', 'ws-sync-8'],
      unsure: [
        { value: 'ws-sync-7', confidence: 0.8 },
        { value: 'ws-sync-8', confidence: 0.8 },
      ],
    });
    expect((await readSyncStatus(es)).sources).toContainEqual({
      source: 'logons',
      people: 1,
      newest: '2031-05-09T08:00:00.000Z',
    });
    changes.length = 0;
    expect(await sync()).toMatchObject({ created: 0, updated: 0 });
    expect(changes).toEqual([]);
  });

  it('leave a week after the last logon, and those of a directory stay', async () => {
    await store(4, defend('1'), defend('2'), defend('2', { host: { name: 'ws-sync-1' } }));
    await sync(new Date('2031-05-03T00:00:00.000Z'));
    expect((await hostsOf()).hosts).toEqual(['ws-sync-1', 'ws-sync-7']);
    await sync();
    expect(await hostsOf()).toEqual({ hosts: ['ws-sync-1'], unsure: undefined });
    expect(await person(ANA)).toMatchObject({ sources: ['entra_id', 'ad'] });
  });

  it('make nobody a person, and are no source before there are any', async () => {
    await sync();
    expect((await readSyncStatus(es)).sources.map(({ source }) => source)).not.toContain('logons');
    await store(4, defend('9', { user: { name: 'sync.zoe' } }));
    await store(4, defend('8', { user: { name: 'sync.zoe' } }));
    expect(await sync()).toMatchObject({ created: 0, updated: 0 });
  });
});

it('is content with no directory at all', async () => {
  expect(await sync()).toEqual({ users: 0, created: 0, updated: 0, failed: 0 });
});
