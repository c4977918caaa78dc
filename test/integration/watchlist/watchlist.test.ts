import { CALLS_INDEX, STATE_INDEX, WATCHLIST_INDEX } from '../../../common/constants';
import {
  getWatchlist,
  importWatchlist,
  type ImportRequest,
  type WatchlistFilter,
} from '../../../common/api/watchlist';
import { formatInternational } from '../../../server/numbers/format_number';
import { reresolveNumbers } from '../../../server/resolver/requests';
import { readCoveringEntries } from '../../../server/number/covering_entries';
import { importEntries } from '../../../server/watchlist/import_entries';
import { exportEntries, listEntries } from '../../../server/watchlist/list_entries';
import { previewEffect } from '../../../server/watchlist/preview_effect';
import { removeEntries, removeMatchingEntries } from '../../../server/watchlist/remove_entries';
import { loadWatchlist } from '../../../server/watchlist/watchlist_store';
import { pipelineBench } from '../../pipelines/pipeline_tester';

const NOW_MS = Date.now();
const DAY_MS = 86_400_000;
const CALL_IDS = ['watchlist-test-1', 'watchlist-test-2', 'watchlist-test-3'];
/** Of this file alone: other tests have entries too. */
const SOURCE = 'watchlist-test';
const OTHER = 'watchlist-test-other';
const display = { nowMs: NOW_MS, formatNumber: formatInternational };

const es = pipelineBench(async (client) => {
  await removeAll();
  await client.bulk({
    index: CALLS_INDEX,
    operations: CALL_IDS.map((id) => ({ delete: { _id: id } })),
    refresh: true,
  });
});

const removeAll = async (): Promise<void> => {
  for (const source of [SOURCE, OTHER]) {
    await removeMatchingEntries(es, { source }, NOW_MS);
  }
};
beforeEach(removeAll);

const send = (request: Partial<ImportRequest> & Pick<ImportRequest, 'rows'>) =>
  importEntries(es, {
    ...importWatchlist.body.parse({ verdict: 'bad', source: SOURCE, country: 'US', ...request }),
    addedBy: 'ana',
  });
const list = (filter: WatchlistFilter & { sort?: 'number'; page?: number; per_page?: number }) =>
  listEntries(es, getWatchlist.query.parse({ source: SOURCE, ...filter }), display);
const numbersOf = async (filter: WatchlistFilter): Promise<string[]> =>
  (await list({ ...filter, sort: 'number' })).entries
    .map(({ number, kind }) => (kind === 'prefix' ? `${number}*` : number))
    .sort();

describe('an import', () => {
  it('reads numbers in any form, merges duplicates and says why rows are refused', async () => {
    const rows = [
      { number: '(202) 555-0142', reason: 'Called the CFO', reports: 3 },
      { number: '+1 202 555 0142', reports: 5 },
      { number: '202555*' },
      { number: 'not-a-number' },
      { number: '12' },
    ];
    const { response, changed } = await send({ rows });
    expect(response).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      merged: 1,
      refused: [
        { row: 3, reason: 'No country has such a number.' },
        { row: 4, reason: 'It is too short for a phone number.' },
      ],
    });
    expect(changed).toHaveLength(2);
    const [entry] = (await list({ search: '0142', kind: 'number' })).entries;
    expect(entry).toMatchObject({
      number: '+12025550142',
      display: '+1 202 555 0142',
      reason: 'Called the CFO',
      reports: 5,
      source: SOURCE,
      added_by: 'ana',
    });
    const days = (Date.parse(entry?.expires ?? '') - NOW_MS) / DAY_MS;
    expect(Math.round(days)).toBe(30);
  });

  it('changes nothing the second time', async () => {
    const rows = [{ number: '+12025550142' }, { number: '+1202555*' }];
    await send({ rows });
    const { response, changed } = await send({ rows });
    expect(response).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(changed).toEqual([]);
  });

  it('does not make our own number bad unless it is told to', async () => {
    const rows = [{ number: '+12025550142' }];
    await send({ rows, verdict: 'own', source: OTHER });
    const { response } = await send({ rows });
    expect(response).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(response.refused).toEqual([{ row: 0, reason: expect.stringMatching(/listed as own/) }]);
    expect((await send({ rows, replace: true })).response).toMatchObject({ updated: 1 });
  });
});

describe('the list', () => {
  beforeEach(async () => {
    await send({ rows: [{ number: '+12025550142' }, { number: '+1202555*' }] });
    await send({ rows: [{ number: '+442079460958' }], verdict: 'trusted' });
    const expires = new Date(NOW_MS - DAY_MS).toISOString();
    await send({ rows: [{ number: '+442079460999', expires }] });
  });

  it.each<[string, WatchlistFilter, string[]]>([
    ['digits anywhere', { search: '0142' }, ['+12025550142']],
    ['a national number', { search: '020 7946 0958' }, ['+442079460958']],
    [
      'a number and the ranges around it',
      { search: '+12025550142' },
      ['+1202555*', '+12025550142'],
    ],
    ['the beginning', { search: '+44' }, ['+442079460958', '+442079460999']],
    ['no digits', { search: 'abc' }, []],
    ['a verdict', { verdict: 'trusted' }, ['+442079460958']],
    ['ranges', { kind: 'prefix' }, ['+1202555*']],
    ['ended entries', { state: 'expired' }, ['+442079460999']],
    ['entries in force', { state: 'active', search: '+44' }, ['+442079460958']],
    ['what is no query', { search: '*" OR 1' }, ['+12025550142', '+1202555*']],
  ])('finds by %s', async (_what, filter, expected) => {
    expect(await numbersOf(filter)).toEqual([...expected].sort());
  });

  it('comes in pages, with counts of the whole', async () => {
    const { entries, total, counts, sources } = await list({ per_page: 2, page: 1 });
    expect([entries.length, total]).toEqual([2, 4]);
    expect(counts.all).toBeGreaterThanOrEqual(4);
    expect(counts.expired).toBeGreaterThanOrEqual(1);
    expect(sources).toContainEqual({ source: SOURCE, entries: 4 });
  });

  it('is exported in the order of numbers, part by part', async () => {
    const whole = await exportEntries(es, { source: SOURCE }, NOW_MS);
    expect([whole.entries.length, whole.total, whole.next]).toEqual([4, 4, undefined]);
    const rest = await exportEntries(es, { source: SOURCE, after: '+1202555*' }, NOW_MS);
    expect(rest.entries.map(({ number }) => number)).toEqual([
      '+12025550142',
      '+442079460958',
      '+442079460999',
    ]);
  });

  it('loses what is removed, one by one and by filter', async () => {
    const one = { number: '+12025550142', kind: 'number' } as const;
    expect(await removeEntries(es, [one])).toEqual([one]);
    expect(await removeEntries(es, [one])).toEqual([]);
    const { response } = await removeMatchingEntries(es, { source: SOURCE }, NOW_MS);
    expect(response).toEqual({ removed: 3, remaining: 0 });
    expect(await numbersOf({})).toEqual([]);
  });
});

describe('the effect of an entry', () => {
  it('is told before it is saved: calls and people of the last 90 days', async () => {
    const ages = [1, 40, 120];
    const operations = CALL_IDS.flatMap((_id, index) => [
      { index: { _id } },
      {
        '@timestamp': new Date(NOW_MS - (ages[index] ?? 0) * DAY_MS).toISOString(),
        vishing: {
          call: { id: _id },
          external: { number: '+12025550177' },
          person: { id: `watchlist-person-${index}` },
        },
      },
    ]);
    await es.bulk({ index: CALLS_INDEX, operations, refresh: true });
    await send({ rows: [{ number: '202-555-0177' }] });
    const numbers = ['202 555 0177', '20255501*', '+12025550178', 'x'];
    const [own, range, other, none] = await previewEffect(es, { numbers, country: 'US' }, display);
    expect(own).toMatchObject({
      number: '+12025550177',
      display: '+1 202 555 0177',
      calls: 2,
      people: 2,
      last_call: new Date(NOW_MS - DAY_MS).toISOString(),
      entry: { verdict: 'bad', source: SOURCE },
    });
    expect(range).toMatchObject({ number: '+120255501', kind: 'prefix' });
    expect(range?.calls).toBeGreaterThanOrEqual(2);
    expect(other).toMatchObject({ calls: 0, people: 0 });
    expect(none).toEqual({ input: 'x', refused: 'No country has such a number.' });
  });
});

describe('a range from number to number', () => {
  const RANGE = '+12025550170-+12025550189';
  beforeEach(() => send({ rows: [{ number: '(202) 555-0170 - (202) 555-0189' }] }));

  it('is one entry, which each of its numbers finds', async () => {
    const [entry] = (await list({ search: '+12025550177' })).entries;
    expect(entry).toMatchObject({
      number: RANGE,
      kind: 'range',
      display: '+1 202 555 0170 – +1 202 555 0189',
      prefixes: ['+1202555017', '+1202555018'],
    });
    expect(await numbersOf({ search: '+12025550190' })).toEqual([]);
    expect(await numbersOf({ kind: 'prefix' })).toEqual([RANGE]);
    const covering = async (number: string) =>
      (await readCoveringEntries(es, number, NOW_MS)).map((one) => one.number);
    expect(await covering('+12025550189')).toContain(RANGE);
    expect(await covering('+12025550190')).not.toContain(RANGE);
  });

  it('is changed, exported and removed as one', async () => {
    const again = await send({ rows: [{ number: RANGE, notes: 'x' }] });
    expect(again.response).toMatchObject({ created: 0, updated: 1 });
    await send({ rows: [{ number: '+12025550170-0179' }, { number: '+12025550190' }] });
    const after = (id: string) => exportEntries(es, { source: SOURCE, after: id }, NOW_MS);
    const rest = (await after('+12025550170-+12025550179')).entries;
    expect(rest.map(({ number }) => number)).toEqual([RANGE, '+12025550190']);
    expect((await after(RANGE)).entries.map(({ number }) => number)).toEqual(['+12025550190']);
    const named = { number: RANGE, kind: 'range' } as const;
    expect(await removeEntries(es, [named])).toEqual([named]);
  });

  it('concerns the calls of its numbers, and the resolver finds it', async () => {
    const numbers = ['+12025550169', '+12025550170', '+12025550189'];
    const operations = numbers.flatMap((number, index) => [
      { index: { _id: CALL_IDS[index] } },
      {
        '@timestamp': new Date(NOW_MS - DAY_MS).toISOString(),
        vishing: { call: { id: CALL_IDS[index] }, external: { number, block: '+1202555' } },
      },
    ]);
    await es.bulk({ index: CALLS_INDEX, operations, refresh: true });
    const [effect] = await previewEffect(es, { numbers: [RANGE] }, display);
    expect(effect).toMatchObject({ kind: 'range', calls: 2, entry: { source: SOURCE } });
    const watchlist = await loadWatchlist(es);
    const found = numbers.map((e164) => watchlist.find({ e164 }, NOW_MS)?.source);
    expect(found).toEqual([undefined, SOURCE, SOURCE]);
  });
});

describe('the resolver', () => {
  it('is told of numbers alone, not of reasons and notes', async () => {
    const { changed } = await send({ rows: [{ number: '+12025550142', notes: 'A long story' }] });
    await reresolveNumbers(es, changed);
    const { hits } = await es.search({ index: STATE_INDEX, size: 1000 });
    const requests = hits.hits.filter(({ _source }) =>
      JSON.stringify(_source).includes('+12025550142')
    );
    expect(requests.map(({ _source }) => _source)).toContainEqual({
      request: { type: 'numbers', numbers: [{ number: '+12025550142', kind: 'number' }] },
    });
    const operations = requests.map(({ _id }) => ({ delete: { _id } }));
    await es.bulk({ index: STATE_INDEX, operations, refresh: true });
  });

  it('reads ranges when it begins, and numbers only as they are asked for', async () => {
    await send({ rows: [{ number: '+12025550142' }, { number: '+4420794609*' }] });
    const watchlist = await loadWatchlist(es);
    expect(watchlist.find({ e164: '+442079460958' }, NOW_MS)?.source).toBe(SOURCE);
    expect(watchlist.find({ e164: '+12025550142' }, NOW_MS)).toBeUndefined();
    await watchlist.prefetch(['+12025550142']);
    expect(watchlist.find({ e164: '+12025550142' }, NOW_MS)?.source).toBe(SOURCE);
    expect(await es.indices.exists({ index: WATCHLIST_INDEX })).toBe(true);
  });
});
