/* eslint-disable max-lines -- one table of cases */
import { personSchema, type PersonInput } from '../../common/model/person';
import { watchlistEntrySchema } from '../../common/model/watchlist';
import { upsertPeople } from '../../server/directory/directory_store';
import { requestRebuild, reresolveNumbers, reresolvePeople } from '../../server/resolver/requests';
import { upsertWatchlist } from '../../server/watchlist/watchlist_store';
import { buildRaw, INGESTED_AT, notAnswered, rawTimes } from '../builders/raw_record';
import { NOW, resolverBench } from './resolver_bench';

jest.setTimeout(60_000);

const bench = resolverBench();
const DAY_MS = 86_400_000;
const NUMBER = '+12025550142';
const at = (day: string): number => Date.parse(`2029-12-${day}T10:00:00.000Z`);

const ana: PersonInput = {
  id: 'ana.diaz',
  full_name: 'Ana Diaz',
  upn: 'Ana.Diaz@example.com',
  account_names: ['EXAMPLE\\ADiaz'],
  sid: 'S-1-5-21-1-2-3-1114',
  extensions: ['berlin:1001'],
  hosts: ['WS-114.example.com'],
  department: 'Finance',
  roles: ['help_desk'],
};
const listPeople = async (...people: PersonInput[]) => {
  const { result, changed } = await upsertPeople(
    bench.es,
    people.map((person) => personSchema.parse(person))
  );
  await reresolvePeople(bench.es, changed);
  return result;
};
const listNumber = async (input: {
  verdict: 'bad' | 'own' | 'trusted';
  kind?: 'prefix';
  number?: string;
  expires?: string;
}) => {
  const entry = watchlistEntrySchema.parse({ number: NUMBER, ...input });
  const { result, changed } = await upsertWatchlist(bench.es, [entry], { now: NOW });
  await reresolveNumbers(bench.es, changed);
  return result;
};

describe('one record', () => {
  it('becomes a call with numbers, direction, person and history', async () => {
    await listPeople(ana);
    await bench.store(buildRaw({ call: 'call-one-0001' }));
    expect(await bench.run()).toMatchObject({ records: 1, calls: 1, created: 1, failed: 0 });
    expect(await bench.call('call-one-0001')).toMatchObject({
      '@timestamp': '2029-12-20T10:00:00.000Z',
      source: { address: NUMBER },
      destination: { address: '1001', user: { name: 'adiaz' } },
      network: { direction: 'inbound' },
      user: {
        id: 'S-1-5-21-1-2-3-1114',
        name: 'adiaz',
        email: 'ana.diaz@example.com',
        full_name: 'Ana Diaz',
        roles: ['help_desk'],
      },
      host: { name: 'ws-114' },
      vishing: {
        call: { direction: 'inbound', answered: true, talk_seconds: 60, ring_seconds: 10 },
        caller: { number: NUMBER, number_raw: '2025550142', number_quality: 'e164' },
        callee: { number_quality: 'extension', extension: '1001' },
        external: {
          number: NUMBER,
          country: 'US',
          block: '+1202555',
          first_seen: '2029-12-20T10:00:00.000Z',
          is_first_seen: true,
          calls_30d: 0,
          people_30d: 0,
        },
        watchlist: { verdict: 'none' },
        person: { id: 'ana.diaz', department: 'Finance', helpdesk: true, privileged: false },
        join: { method: 'extension', confidence: 0.95 },
        on_day: {
          email: '2029-12-20 ana.diaz@example.com',
          name: '2029-12-20 adiaz',
          id: '2029-12-20 S-1-5-21-1-2-3-1114',
          person: '2029-12-20 ana.diaz',
        },
      },
    });
  });

  it('is left alone when it was sent twice or the run is repeated', async () => {
    const record = buildRaw({ call: 'call-twice-01' });
    await bench.store(record);
    await bench.run();
    const before = await bench.calls();
    await bench.store(record);
    expect(await bench.run()).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await bench.calls()).toEqual(before);
  });

  it('is replaced by its revision, even when the older one comes later', async () => {
    const second = buildRaw({
      call: 'call-revised',
      revision: 2,
      fields: { vishing: { call: { talk_seconds: 50 } } },
    });
    await bench.store(second);
    await bench.run();
    await bench.store(buildRaw({ call: 'call-revised', revision: 1 }));
    expect(await bench.run()).toMatchObject({ updated: 0 });
    expect((await bench.call('call-revised')).vishing.call).toMatchObject({
      talk_seconds: 50,
      records: 1,
    });
  });
});

it('makes one call of legs that come in two batches and two runs', async () => {
  const legs = [
    buildRaw({ call: 'call-legs-001', leg: '1', fields: notAnswered }),
    buildRaw({
      call: 'call-legs-001',
      leg: '2',
      fields: { vishing: { callee: { number: '1002', extension: '1002' } } },
    }),
  ];
  await bench.store(...legs.slice(0, 1));
  await bench.run({ batchSize: 1 });
  expect((await bench.call('call-legs-001')).event.action).toBe('call-missed');
  await bench.store(...legs.slice(1));
  expect(await bench.run({ batchSize: 1 })).toMatchObject({ updated: 1, created: 0 });
  expect((await bench.call('call-legs-001')).vishing).toMatchObject({
    call: { answered: true, records: 2, forwarded_from: '1001' },
    callee: { extension: '1002' },
  });
});

describe('the history of a number', () => {
  const calls = ['01', '05', '09', '20'].map((day, index) =>
    buildRaw({
      call: `call-past-${day}`,
      fields: {
        ...rawTimes(at(day)),
        vishing: {
          call: { answered: index !== 1 },
          callee: { number: `100${index % 2}`, extension: `100${index % 2}` },
        },
      },
    })
  );

  it.each([
    ['in order', [0, 1, 2, 3]],
    ['backwards', [3, 2, 1, 0]],
    ['mixed', [2, 0, 3, 1]],
  ])('is the same when the records come %s, one run each', async (_, order) => {
    for (const index of order) {
      const record = calls[index];
      if (record)
        await bench.store({
          ...record,
          source: {
            ...record.source,
            event: {
              ...(record.source.event as object),
              ingested: new Date(
                Date.parse('2030-01-01T00:00:01Z') + order.indexOf(index)
              ).toISOString(),
            },
          },
        });
      await bench.run();
    }
    const past = await Promise.all(
      ['01', '05', '09', '20'].map(
        async (day) => (await bench.call(`call-past-${day}`)).vishing.external
      )
    );
    expect(past.map((external) => external?.calls_30d)).toEqual([0, 1, 2, 3]);
    expect(past.map((external) => external?.people_30d)).toEqual([0, 1, 2, 2]);
    expect(past.map((external) => external?.unanswered_share_30d)).toEqual([
      undefined,
      0,
      0.5,
      0.3333,
    ]);
    expect(past.map((external) => external?.spoken_30d)).toEqual([0, 1, 1, 2]);
    expect(past.map((external) => external?.is_first_seen)).toEqual([true, false, false, false]);
    expect(new Set(past.map((external) => external?.first_seen))).toEqual(
      new Set([new Date(at('01')).toISOString()])
    );
  });

  it('has a past even when the phone system gives no time but the beginning of 1970', async () => {
    await bench.store(buildRaw({ call: 'call-epoch-0001', fields: rawTimes(0) }));
    await bench.run();
    expect((await bench.call('call-epoch-0001')).vishing.external).toMatchObject({
      is_first_seen: true,
      first_seen: '1970-01-01T00:00:00.000Z',
    });
  });

  it('forgets calls after 30 days, but not when the number was first seen', async () => {
    const late = at('20');
    const early = late - 31 * DAY_MS;
    await bench.store(
      buildRaw({ call: 'call-old-0001', fields: rawTimes(early) }),
      buildRaw({ call: 'call-new-0001', fields: rawTimes(late) })
    );
    await bench.run();
    expect((await bench.call('call-new-0001')).vishing.external).toMatchObject({
      is_first_seen: true,
      calls_30d: 0,
      first_seen: new Date(early).toISOString(),
    });
  });
});

describe('an interrupted run', () => {
  const records = Array.from({ length: 25 }, (_, index) =>
    buildRaw({ call: `call-crash-${index}`, fields: rawTimes(at('10') + index * 60_000) })
  );

  it('loses and doubles nothing when it dies between two batches', async () => {
    await bench.store(...records);
    let batches = 0;
    const dying = bench.run({
      batchSize: 5,
      onProgress: () => {
        batches += 1;
        if (batches === 3) throw new Error('killed');
      },
    });
    await expect(dying).rejects.toThrow('killed');
    const partly = await bench.calls();
    expect(partly.size).toBeLessThan(25);
    await bench.run({ batchSize: 5 });
    const all = await bench.calls();
    expect(all.size).toBe(25);
    for (const [id, before] of partly) expect(all.get(id)).toEqual(before);
    expect((await bench.call('call-crash-24')).vishing.external?.calls_30d).toBe(24);
  });

  it('stops after the batch at hand when it is cancelled, and goes on later', async () => {
    await bench.store(...records);
    const controller = new AbortController();
    const cut = await bench.run({
      batchSize: 5,
      signal: controller.signal,
      onProgress: ({ calls }) => {
        if (calls >= 10) controller.abort();
      },
    });
    expect(cut.calls).toBe(10);
    await bench.run({ batchSize: 5 });
    expect((await bench.calls()).size).toBe(25);
  });
});

it('reads on over hours without records, and over many of one instant', async () => {
  const minutes = [0, 0, 0, 0, 0, 1, 2, 300, 301, 301, 301, 301, 9000, 9001, 9002, 90_000];
  const ingested = minutes.map((minute) => new Date(INGESTED_AT + minute * 60_000).toISOString());
  await bench.store(
    ...ingested.map((instant, index) => {
      const record = buildRaw({ call: `call-gap-${index}` });
      const event = { ...(record.source.event as object), ingested: instant };
      return { ...record, source: { ...record.source, event } };
    })
  );
  const now = () => new Date('2031-01-01T00:00:00.000Z');
  expect(await bench.run({ batchSize: 3, now })).toMatchObject({ records: 16, created: 16 });
});

describe('a rebuild', () => {
  it('leaves identical calls untouched and removes those without records', async () => {
    await listPeople(ana);
    const records = Array.from({ length: 30 }, (_, index) =>
      buildRaw({ call: `call-again-${index}`, fields: rawTimes(at('10') + index * 3_600_000) })
    );
    await bench.store(...records);
    await bench.run();
    const before = await bench.calls();
    await bench.removeRecords();
    await bench.store(...records.slice(1));
    await requestRebuild(bench.es);
    const result = await bench.run({ batchSize: 7 });
    expect(result.removed).toBe(1);
    const after = await bench.calls();
    expect(after.has('call-again-0')).toBe(false);
    expect(after.size).toBe(29);
    await bench.store(...records.slice(0, 1));
    await requestRebuild(bench.es);
    await bench.run();
    const again = await bench.calls();
    for (const [id, { source }] of before) {
      const { ingested, ...event } = again.get(id)?.source.event ?? { ingested: '' };
      expect(ingested).toBeDefined();
      expect({ ...again.get(id)?.source, event }).toEqual({
        ...source,
        event: { ...source.event, ingested: undefined },
      });
    }
    await requestRebuild(bench.es);
    expect(await bench.run()).toMatchObject({ created: 0, updated: 0, removed: 0 });
    expect(await bench.calls()).toEqual(again);
  });
});

describe('the watchlist', () => {
  beforeEach(async () => {
    await bench.store(buildRaw({ call: 'call-listed-1' }));
    await bench.run();
  });
  const verdict = async () => (await bench.call('call-listed-1')).vishing.watchlist;

  it('marks calls that came before the number was listed', async () => {
    expect(await verdict()).toEqual({ verdict: 'none' });
    expect(await listNumber({ verdict: 'bad' })).toMatchObject({ created: 1 });
    expect(await bench.run()).toMatchObject({ updated: 1 });
    expect(await verdict()).toEqual({
      verdict: 'bad',
      source: 'manual',
      matched_at: NOW.toISOString(),
      expires: new Date(NOW.getTime() + 30 * DAY_MS).toISOString(),
    });
    expect(await listNumber({ verdict: 'bad' })).toMatchObject({ unchanged: 1 });
    expect(await bench.run()).toMatchObject({ updated: 0 });
  });

  it('reads a number in any form that says its country, and refuses what is no number', async () => {
    await listNumber({ verdict: 'bad', number: '+1 (202) 555-0142' });
    await bench.run();
    expect(await verdict()).toMatchObject({ verdict: 'bad' });
    expect(await listNumber({ verdict: 'bad', number: '555-0142' })).toMatchObject({
      created: 0,
      failed: [{ id: '555-0142' }],
    });
  });

  it('marks the calls of a range', async () => {
    await listNumber({ verdict: 'trusted', kind: 'prefix', number: '+1202555' });
    await bench.run();
    expect(await verdict()).toMatchObject({ verdict: 'trusted' });
  });

  it('has no effect any more after an entry expired', async () => {
    await listNumber({ verdict: 'bad', expires: new Date(NOW.getTime() + 1000).toISOString() });
    await bench.run();
    expect(await verdict()).toMatchObject({ verdict: 'bad' });
    await bench.run({ now: () => new Date(NOW.getTime() + 2000) });
    expect(await verdict()).toEqual({ verdict: 'none' });
  });

  it('shows one of our own numbers that arrives from outside', async () => {
    await bench.store(
      buildRaw({ call: 'call-spoofed', fields: { vishing: { call: { direction: 'inbound' } } } })
    );
    await listNumber({ verdict: 'own' });
    await bench.run();
    expect((await bench.call('call-spoofed')).vishing).toMatchObject({
      external: { number: NUMBER, own_number: true },
      watchlist: { verdict: 'own' },
    });
    expect((await bench.call('call-listed-1')).vishing.call.direction).toBe('internal');
  });
});

describe('the own ranges of a site', () => {
  const own_ranges = ['+12025551000-1099', '+12025550100-0199'];
  const site = { country: 'US', extension_lengths: [4], own_ranges };

  it('complete an extension to the number by which others know it', async () => {
    await listPeople({ ...ana, extensions: [], numbers: ['+1 202 555 1001'] });
    const callee = { number: '1001', extension: null };
    await bench.store(buildRaw({ call: 'call-range-1', fields: { vishing: { site, callee } } }));
    await bench.run();
    expect((await bench.call('call-range-1')).vishing).toMatchObject({
      callee: { number: '+12025551001', number_quality: 'e164', extension: '1001' },
      person: { id: ana.id },
    });
  });

  it('show one of these numbers that arrives from outside', async () => {
    const call = { direction: 'inbound' };
    await bench.store(buildRaw({ call: 'call-range-2', fields: { vishing: { site, call } } }));
    await bench.run();
    expect((await bench.call('call-range-2')).vishing.external).toMatchObject({
      number: NUMBER,
      own_number: true,
    });
  });
});

describe('the directory', () => {
  it('names the person of calls that came before the person was listed, and follows changes', async () => {
    await bench.store(buildRaw({ call: 'call-person-1' }));
    await bench.run();
    expect((await bench.call('call-person-1')).vishing.person).toBeUndefined();
    expect(await listPeople(ana)).toMatchObject({ created: 1 });
    await bench.run();
    expect((await bench.call('call-person-1')).vishing.person?.id).toBe('ana.diaz');
    await listPeople(
      { ...ana, extensions: ['berlin:1009'] },
      { id: 'ben', full_name: 'Ben', extensions: ['berlin:1001'] }
    );
    await bench.run();
    expect((await bench.call('call-person-1')).vishing.person?.id).toBe('ben');
    expect(await listPeople({ ...ana, extensions: ['berlin:1009'] })).toMatchObject({
      unchanged: 1,
    });
  });

  it('refuses a person whose number is not in international form, and says why', async () => {
    const result = await listPeople(ana, { id: 'ben', full_name: 'Ben', numbers: ['2025550142'] });
    expect(result).toMatchObject({ created: 1, failed: [{ id: 'ben' }] });
    expect(result.failed[0]?.reason).toMatch('Write it with plus and country code');
  });
});
