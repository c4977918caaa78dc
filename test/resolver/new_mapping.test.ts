import { readResolverState, writeResolverState } from '../../server/resolver/state';
import { buildRaw } from '../builders/raw_record';
import { resolverBench } from './resolver_bench';

jest.setTimeout(60_000);

const bench = resolverBench();
const RECORDS = Array.from({ length: 12 }, (_, index) => buildRaw({ call: `mapping-${index}` }));

/** How often each call was stored since. */
const storedSince = async (before: Awaited<ReturnType<typeof bench.calls>>): Promise<number[]> =>
  [...(await bench.calls())].map(([id, { version }]) => version - (before.get(id)?.version ?? 0));

describe('the first run under a new mapping of the calls', () => {
  let before: Awaited<ReturnType<typeof bench.calls>>;

  beforeEach(async () => {
    await bench.store(...RECORDS);
    await bench.run();
    before = await bench.calls();
    const state = await readResolverState(bench.es);
    await writeResolverState(bench.es, { ...state, mapping: 'that of an earlier version' });
  });

  it('stores every call once more, so that what is new in the mapping finds it', async () => {
    expect(await bench.run()).toMatchObject({ records: 12, updated: 12, unchanged: 0 });
    expect(await bench.run()).toMatchObject({ updated: 0 });
    expect(await storedSince(before)).toEqual(RECORDS.map(() => 1));
  });

  it('keeps the calls whose records are gone', async () => {
    await bench.removeRecords();
    await bench.store(...RECORDS.slice(1));
    expect(await bench.run()).toMatchObject({ updated: 11, removed: 0 });
    expect((await storedSince(before)).sort()).toEqual(RECORDS.map((_, nth) => Number(nth > 0)));
  });

  it('goes on where it was cut off', async () => {
    const controller = new AbortController();
    await bench.run({
      batchSize: 4,
      signal: controller.signal,
      onProgress: ({ calls }) => {
        if (calls >= 4) controller.abort();
      },
    });
    expect((await readResolverState(bench.es)).rewriting).toBe(true);
    expect(await storedSince(before)).toContain(0);
    await bench.run({ batchSize: 4 });
    expect(await storedSince(before)).not.toContain(0);
    expect((await readResolverState(bench.es)).rewriting).toBeUndefined();
    expect(await bench.run()).toMatchObject({ updated: 0 });
  });
});
