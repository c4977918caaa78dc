import { INGESTED_AT } from '../builders/raw_record';
import { casesOf, FOLDERS, readFixture } from '../pipelines/fixtures';
import { field, parse, type Parsed, type Source } from '../pipelines/pipeline_tester';
import { resolverBench } from './resolver_bench';

jest.setTimeout(120_000);

const bench = resolverBench();
let sequence = 0;

/** Reads a fixture as the pipelines do. */
const read = async (folder: string, name: string): Promise<Parsed[]> =>
  (await parse(bench.es, readFixture(folder, name))).flatMap((parsed) => parsed ?? []);

/** Stores parsed records as if they came in now, in this order. Those that are there already stay as they are. */
const arrive = async (records: readonly Parsed[]): Promise<void> => {
  await bench.store(
    ...records.map(({ id, source }) => {
      sequence += 1;
      const ingested = new Date(INGESTED_AT + sequence).toISOString();
      const event: Source = { ...(source.event as Source), ingested };
      return { id, source: { ...source, event } };
    })
  );
  await bench.run();
};

/** What is known of all calls, without when it became known. */
const known = async (): Promise<unknown[]> =>
  [...(await bench.calls())]
    .map(([id, { source }]) => ({ id, ...source, event: { ...source.event, ingested: undefined } }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const reset = async (): Promise<void> => {
  await bench.removeRecords();
  const operations = [...(await bench.calls()).keys()].map((id) => ({ delete: { _id: id } }));
  if (operations.length > 0) {
    await bench.es.bulk({ index: 'vishing-calls', operations, refresh: true });
  }
};

/** The records of every fixture of every source that are about a call, fixture by fixture. */
const readAllFixtures = async (): Promise<Parsed[][]> => {
  const names = FOLDERS.filter((folder) => folder !== 'refused').flatMap((folder) =>
    casesOf(folder).map((name): [string, string] => [folder, name])
  );
  const all: Parsed[][] = [];
  // One record in two forms has one id: whichever comes first is stored.
  const seen = new Set<string>();
  for (const [folder, name] of names) {
    const records = await read(folder, name);
    const fresh = records.filter(
      ({ id, source }) => !seen.has(id) && field(source, 'vishing.call.id') !== undefined
    );
    for (const { id } of fresh) seen.add(id);
    all.push(fresh);
  }
  return all;
};

describe('the records of all sources', () => {
  it('give the same calls at once, in two batches with the end first, and backwards', async () => {
    const fixtures = await readAllFixtures();
    const halfOf = (records: readonly Parsed[]): number => Math.ceil(records.length / 2);
    await arrive(fixtures.flat());
    const atOnce = await known();
    expect(atOnce.length).toBeGreaterThan(300);
    await reset();
    await arrive(fixtures.flatMap((records) => records.slice(halfOf(records))));
    await arrive(fixtures.flatMap((records) => records.slice(0, halfOf(records))));
    expect(await known()).toEqual(atOnce);
    await reset();
    await arrive(fixtures.flat().reverse());
    expect(await known()).toEqual(atOnce);
  });
});

describe('records that come twice', () => {
  it('change nothing, not even a version', async () => {
    const records = [
      ...(await read('asterisk_cdr', 'fork-two-legs')),
      ...(await read('ms_teams', 'pstn')),
      ...(await read('cisco_cucm', 'transfer')),
    ];
    await arrive(records);
    const before = await bench.calls();
    await arrive(records);
    await arrive([...records].reverse());
    expect(await bench.calls()).toEqual(before);
  });
});

describe('a revised record of Microsoft Graph', () => {
  it('takes the place of the one before, whichever comes first', async () => {
    const revisions = await read('ms_teams', 'revised-record');
    const numbers = revisions.map(({ source }) => Number(field(source, 'vishing.call.revision')));
    expect(new Set(numbers).size).toBe(revisions.length);
    const latest = revisions[numbers.indexOf(Math.max(...numbers))];
    for (const order of [revisions, [...revisions].reverse()]) {
      await reset();
      for (const record of order) await arrive([record]);
      const calls = [...(await bench.calls()).values()];
      expect(calls).toHaveLength(1);
      expect(calls[0]?.source.event.duration).toBe(field(latest?.source, 'event.duration'));
      expect(calls[0]?.source.vishing.call.records).toBe(1);
    }
  });
});

describe('events of one Asterisk call', () => {
  it('are a call in progress first, and the whole call when the rest has come', async () => {
    const events = await read('asterisk_cel', 'answered-inbound');
    await arrive(events.slice(0, Math.ceil(events.length / 2)));
    const [begun] = [...(await bench.calls()).values()];
    expect(begun?.source.event.end).toBeUndefined();
    await arrive(events);
    const calls = [...(await bench.calls()).values()];
    expect(calls).toHaveLength(1);
    expect(calls[0]?.source).toMatchObject({
      event: { action: 'call-answered', outcome: 'success' },
      vishing: { call: { id: begun?.source.vishing.call.id, answered: true } },
    });
    expect(calls[0]?.source.vishing.call.talk_seconds).toBeGreaterThan(0);
  });
});

describe('local times of a night in which the clock is changed', () => {
  it('are the right instants, each call once', async () => {
    await arrive(await read('asterisk_cdr', 'doubled-hour'));
    await arrive(await read('asterisk_cdr', 'skipped-hour'));
    const starts = [...(await bench.calls()).values()].map(({ source }) => source['@timestamp']);
    expect([...new Set(starts)].sort()).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });
});
