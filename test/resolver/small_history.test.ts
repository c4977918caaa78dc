import type { StoredCall } from '../../server/resolver/call_document';
import { requestRebuild } from '../../server/resolver/requests';
import { buildRaw, notAnswered, rawTimes } from '../builders/raw_record';
import { resolverBench } from './resolver_bench';

const bench = resolverBench();

const DAY_MS = 86_400_000;
const FROM_MS = Date.parse('2029-09-01T08:00:00.000Z');
const CALLS = 240;
const NUMBERS = 7;

/** Calls of a few numbers over four months: more than the window of 30 days in which a number's calls are counted. */
const records = Array.from({ length: CALLS }, (_, index) =>
  buildRaw({
    call: `call-small-${String(index).padStart(3, '0')}`,
    fields: {
      ...rawTimes(FROM_MS + index * (DAY_MS / 2)),
      ...(index % 3 === 0 ? notAnswered : {}),
      vishing: {
        caller: { number: `202555${String(100 + ((index * 31) % NUMBERS)).padStart(4, '0')}` },
        callee: { number: String(1000 + (index % 11)), extension: String(1000 + (index % 11)) },
      },
    },
  })
);

const resolved = async (): Promise<Map<string, StoredCall['vishing']['external']>> =>
  new Map([...(await bench.calls())].map(([id, { source }]) => [id, source.vishing.external]));

it.each([
  ['in the order of time', (list: typeof records) => list],
  ['backwards', (list: typeof records) => [...list].reverse()],
])(
  'a history that fits into no memory gives the same past, with records that come %s',
  async (_name, order) => {
    const batches = order(records);
    for (let from = 0; from < batches.length; from += 60) {
      await bench.store(...batches.slice(from, from + 60));
      await bench.run({ batchSize: 5, cachedCalls: 4 });
    }
    const small = await resolved();
    expect(small.size).toBe(CALLS);
    await requestRebuild(bench.es);
    const again = await bench.run({ batchSize: 100 });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: CALLS });
    expect(await resolved()).toEqual(small);
  },
  120_000
);
