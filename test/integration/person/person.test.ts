import { CALLS_INDEX, DIRECTORY_INDEX } from '../../../common/constants';
import { listSuspiciousCallsOf } from '../../../server/investigation/suspicious_calls_of';
import { formatInternational } from '../../../server/numbers/format_number';
import { getPersonDetails } from '../../../server/person/get_person';
import { listPersonCalls, personSubject } from '../../../server/person/person_calls';
import { buildCall } from '../../builders/call';
import { pipelineBench } from '../../pipelines/pipeline_tester';
import {
  createAlertsIndex,
  removeDocuments,
  storeAlert,
  storeCalls,
} from '../support/stored_calls';

const ID = 'pp.ana@example.com';
const SPACE = 'person-page';
const IDS = ['personpage01', 'personpage02', 'personpage03', 'personpage04'] as const;
const at = (hour: number): string => new Date(Date.UTC(2025, 2, 5, hour)).toISOString();
const range = { from: at(0), to: at(23) };
const paged = { ...range, page: 0, per_page: 10 };

const es = pipelineBench(async (client) => {
  await removeDocuments(client, CALLS_INDEX, IDS);
  await removeDocuments(client, DIRECTORY_INDEX, [ID]);
  await client.indices.delete({ index: `.internal.alerts-security.alerts-${SPACE}-000001` });
});
const context = {
  es,
  spaceId: SPACE,
  rules: new Map(),
  signals: [],
  formatNumber: formatInternational,
  now: Date.now,
};

const person = {
  id: ID,
  full_name: 'Ana Pagero',
  upn: 'pp.ana@example.com',
  emails: ['ana.pagero@example.com'],
  account_names: ['apagero'],
  sid: 'S-1-5-21-9-9-9-77',
  cloud_ids: [],
  numbers: ['+442079460177'],
  extensions: ['london:177'],
  hosts: ['ws-177'],
  department: 'Finance',
  roles: ['finance'],
  privileged: false,
};

beforeAll(async () => {
  const inbound = buildCall({
    '@timestamp': at(9),
    vishing: {
      call: { id: IDS[0] },
      person: { id: ID },
      join: { method: 'number', confidence: 0.95 },
      watchlist: { verdict: 'bad' },
    },
  });
  const madeInside = buildCall({
    '@timestamp': at(10),
    source: { address: '177', user: { full_name: 'Ana Pagero' } },
    destination: { address: '200', user: { full_name: 'Bob Ray' } },
    vishing: {
      call: { id: IDS[1], direction: 'internal' },
      person: { id: 'bob.ray' },
      callee: { number: '+442079460200' },
    },
  });
  const gone = buildCall({
    '@timestamp': at(11),
    user: { full_name: 'Gone Person', id: 'S-1-5-21-1-1-1-1' },
    vishing: { call: { id: IDS[2] }, person: { id: 'pp.gone', department: 'Sales' } },
  });
  const outbound = buildCall({
    '@timestamp': at(8),
    event: { action: 'call-missed' },
    vishing: {
      call: { id: IDS[3], direction: 'outbound', answered: false },
      person: { id: ID },
      join: { method: 'extension', confidence: 0.8 },
    },
  });
  await storeCalls(es, [
    inbound,
    {
      ...madeInside,
      related: { user: ['apagero', 'ana.pagero@example.com', 'S-1-5-21-9-9-9-77'] },
      vishing: { ...madeInside.vishing, external: undefined },
    },
    gone,
    outbound,
  ]);
  await es.index({ index: DIRECTORY_INDEX, id: ID, document: person, refresh: true });
  await createAlertsIndex(es, SPACE);
});

describe('the page of a person', () => {
  it('says who it is, and with which confidence calls were joined', async () => {
    const page = await getPersonDetails(context, ID, { ...range, zone: 'UTC' });
    expect(page).toMatchObject({
      person,
      in_directory: true,
      number_displays: ['+44 20 7946 0177'],
      ever: { calls: 3, first_seen: at(8), last_seen: at(10) },
      activity: { unit: 'day', calls: 3, answered: 2 },
      joins: [
        { method: 'number', confidence: 0.95, calls: 1 },
        { method: 'extension', confidence: 0.8, calls: 1 },
      ],
    });
  });

  it('still knows somebody who was removed from the directory, from the calls', async () => {
    const page = await getPersonDetails(context, 'pp.gone', { ...range, zone: 'UTC' });
    expect(page).toMatchObject({
      in_directory: false,
      person: { full_name: 'Gone Person', sid: 'S-1-5-21-1-1-1-1', department: 'Sales' },
      ever: { calls: 1 },
    });
  });

  it('says that there is no such person', async () => {
    await expect(
      getPersonDetails(context, 'pp.nobody', { ...range, zone: 'UTC' })
    ).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('pp.nobody') });
  });
});

describe('the calls of a person', () => {
  it('are listed from the newest on, each with its other side, calls inside the company too', async () => {
    const page = await listPersonCalls(context, ID, paged);
    expect(page).toMatchObject({ total: 3, reachable: 3 });
    expect(page.calls.map(({ call_id, other }) => [call_id, other.name, other.number])).toEqual([
      [IDS[1], 'Bob Ray', undefined],
      [IDS[0], '+1 202 555 0142', '+12025550142'],
      [IDS[3], '+1 202 555 0142', '+12025550142'],
    ]);
    expect(page.calls[1]).toMatchObject({
      other: { verdict: 'bad' },
      join: { method: 'number', confidence: 0.95 },
    });
    expect(page.calls[0]?.join).toBeUndefined();
  });

  it('come in pages, and end where Elasticsearch does', async () => {
    const second = await listPersonCalls(context, ID, { ...paged, page: 1, per_page: 2 });
    expect(second.calls.map(({ call_id: id }) => id)).toEqual([IDS[3]]);
    const behind = await listPersonCalls(context, ID, { ...paged, page: 10_000, per_page: 100 });
    expect(behind).toMatchObject({ calls: [], total: 3 });
  });

  it('that rules alerted on are found', async () => {
    await storeAlert(es, SPACE, { id: 'p1', at: at(9), callId: IDS[0] });
    await storeAlert(es, SPACE, { id: 'p2', at: at(11), callId: IDS[2] });
    const page = await listSuspiciousCallsOf(context, await personSubject(es, ID), paged);
    expect(page).toMatchObject({ total: 1, truncated: false, calls: [{ call_id: IDS[0] }] });
  });
});
