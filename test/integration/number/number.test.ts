import type { NumberPeopleQuery } from '../../../common/api/number';
import { listSuspiciousCallsOf } from '../../../server/investigation/suspicious_calls_of';
import { getNumberDetails } from '../../../server/number/get_number';
import { listNeighbours } from '../../../server/number/neighbours';
import { listReachedPeople } from '../../../server/number/reached_people';
import { numberSubject } from '../../../server/number/suspicious_calls';
import { formatInternational } from '../../../server/numbers/format_number';
import { pipelineBench } from '../../pipelines/pipeline_tester';
import { storeAlert } from '../support/stored_calls';
import {
  BLOCK,
  day,
  ids,
  NEIGHBOUR,
  NOW,
  NUMBER,
  range,
  removeScene,
  SPACE,
  storeScene,
} from './scene';

const es = pipelineBench(removeScene);
beforeAll(() => storeScene(es));

const context = {
  es,
  spaceId: SPACE,
  rules: new Map(),
  signals: [],
  formatNumber: formatInternational,
  now: () => NOW,
};

const details = (text = NUMBER, zone = 'UTC') =>
  getNumberDetails(context, text, { ...range, zone });
const people = (query: Partial<NumberPeopleQuery> = {}) =>
  listReachedPeople(context, NUMBER, {
    ...range,
    page: 0,
    per_page: 10,
    sort: 'newest',
    order: 'desc',
    ...query,
  });

describe('the page of a number', () => {
  it('says what the number is, its verdict, and why', async () => {
    const page = await details('+1 212-555-0142');
    expect(page).toMatchObject({
      number: NUMBER,
      display: '+1 212 555 0142',
      country: 'US',
      block: BLOCK,
      verdict: 'bad',
      owners: [{ id: 'number-page-owner', name: 'Olga Owner' }],
    });
    expect(page.entries.map(({ number, state, reason }) => [number, state, reason])).toEqual([
      [BLOCK, 'effective', 'a whole block'],
      [NUMBER, 'expired', undefined],
    ]);
  });

  it('counts ever, and apart from that in the range', async () => {
    const { ever, activity } = await details();
    expect(ever).toEqual({
      calls: 5,
      first_seen: '2024-06-01T12:00:00.000Z',
      last_seen: day(10, 23),
      calls_90d: 4,
      shown_names: [{ name: 'Help Desk', calls: 1 }],
      own_number_calls: 1,
    });
    expect(activity).toMatchObject({ unit: 'day', calls: 4, answered: 2, talk_seconds: 1144 });
    expect(activity.periods).toHaveLength(20);
    expect(activity.periods[1]).toEqual({ day: '2025-03-02', calls: 1, answered: 1 });
  });

  it('counts days in the zone of the reader', async () => {
    const { activity } = await details(NUMBER, 'Asia/Tokyo');
    expect(activity.periods.filter(({ calls }) => calls > 0).map(({ day: name }) => name)).toEqual([
      '2025-03-02',
      '2025-03-08',
      '2025-03-09',
      '2025-03-11',
    ]);
  });

  it('shows how the caller id was attested', async () => {
    const { attestation } = await details();
    expect(attestation.total).toEqual({ A: 1, B: 0, C: 0, failed: 1, none: 0 });
    expect(attestation.periods).toEqual([
      { day: '2025-03-02', counts: { A: 1, B: 0, C: 0, failed: 0, none: 0 } },
      { day: '2025-03-10', counts: { A: 0, B: 0, C: 0, failed: 1, none: 0 } },
    ]);
  });

  it('is there for a number that never called', async () => {
    const page = await details('+13125550199');
    expect(page).toMatchObject({ verdict: 'none', entries: [], owners: [], ever: { calls: 0 } });
    expect(page.ever.first_seen).toBeUndefined();
  });

  it('is refused for a text that is no number', async () => {
    await expect(details('+1212555xxxx')).rejects.toMatchObject({
      code: 'bad_request',
      message: expect.stringContaining('masked'),
    });
  });
});

describe('the people whom a number reached', () => {
  it('come with their outcome, the newest call first', async () => {
    const page = await people();
    expect(page).toMatchObject({ total: 3, reachable: 3 });
    expect(page.people[0]).toEqual({
      id: 'ana.diaz',
      name: 'Ana Diaz',
      department: 'Finance',
      calls: 2,
      answered: 2,
      talk_seconds: 1144,
      newest: { call_id: ids[2], started: day(10, 23), action: 'call-answered' },
    });
    expect(
      page.people.slice(1).map(({ name, calls, answered }) => [name, calls, answered])
    ).toEqual([
      ['+44 20 7946 0999', 1, 0],
      ['Bob Ray', 1, 0],
    ]);
  });

  it.each([
    ['calls', 'asc', 'Ana Diaz', 2],
    ['name', 'asc', '+44 20 7946 0999', 0],
    ['name', 'desc', 'Bob Ray', 0],
    ['talk_seconds', 'desc', 'Ana Diaz', 0],
  ] as const)('can be sorted by %s (%s)', async (sort, order, name, position) => {
    const page = await people({ sort, order });
    expect(page.people[position]?.name).toBe(name);
  });

  it('come in pages that do not overlap', async () => {
    const pages = await Promise.all([0, 1, 2, 3].map((page) => people({ page, per_page: 1 })));
    expect(pages.map(({ people: [person] }) => person?.name)).toEqual([
      'Ana Diaz',
      '+44 20 7946 0999',
      'Bob Ray',
      undefined,
    ]);
  });

  it('are none in a time without calls', async () => {
    const page = await people({ from: '2020-01-01T00:00:00.000Z', to: '2020-02-01T00:00:00.000Z' });
    expect(page).toEqual({ people: [], total: 0, reachable: 0 });
  });
});

describe('the neighbours of a number', () => {
  it('are the other numbers of its block in the last 90 days, with their verdict', async () => {
    const page = await listNeighbours(context, NUMBER, { page: 0, per_page: 10 });
    expect(page).toMatchObject({ block: BLOCK, total: 2, reachable: 2 });
    expect(page.neighbours).toEqual([
      {
        number: NEIGHBOUR,
        display: '+1 212 555 0143',
        verdict: 'own',
        calls: 2,
        people: 2,
        last_seen: day(13),
      },
      expect.objectContaining({ number: '+12125550144', verdict: 'bad', calls: 1, people: 1 }),
    ]);
  });

  it('come in pages', async () => {
    const page = await listNeighbours(context, NUMBER, { page: 1, per_page: 1 });
    expect(page.neighbours.map(({ number }) => number)).toEqual(['+12125550144']);
  });
});

describe('the suspicious calls of a number', () => {
  const suspicious = () =>
    listSuspiciousCallsOf(context, numberSubject(NUMBER), { ...range, page: 0, per_page: 10 });

  it('are none without alerts', async () => {
    expect(await suspicious()).toEqual({ calls: [], total: 0, truncated: false });
  });

  it('are those that rules alerted on, also when the call itself is gone, and no one else’s', async () => {
    const callId = ids[2] ?? '';
    await storeAlert(es, SPACE, { id: 'a1', at: day(10, 23), callId });
    await storeAlert(es, SPACE, { id: 'a2', at: day(12), callId: ids[5] ?? '' });
    const gone = {
      id: 'a3',
      at: day(3),
      callId: 'gonecall0001',
      'vishing.external.number': NUMBER,
    };
    await storeAlert(es, SPACE, gone);
    const page = await suspicious();
    expect(page.total).toBe(2);
    expect(page.calls.map(({ call_id: id }) => id)).toEqual([ids[2], 'gonecall0001']);
    expect(page.calls[0]).toMatchObject({ person: { name: 'Ana Diaz' }, status: 'open' });
  });
});
