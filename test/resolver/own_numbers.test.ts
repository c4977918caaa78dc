import { watchlistEntrySchema } from '../../common/model/watchlist';
import { upsertWatchlist } from '../../server/watchlist/watchlist_store';
import { buildRaw } from '../builders/raw_record';
import { NOW, resolverBench } from './resolver_bench';

jest.setTimeout(60_000);

const bench = resolverBench();

/** Ours are all numbers that begin with +1202555. */
beforeEach(async () => {
  const range = { number: '+1202555', kind: 'prefix', verdict: 'own' } as const;
  await upsertWatchlist(bench.es, [watchlistEntrySchema.parse(range)], { now: NOW });
});

const resolve = async (call: string, vishing: object) => {
  await bench.store(buildRaw({ call, fields: { vishing } }));
  await bench.run();
  return (await bench.call(call)).vishing;
};
const directed = (direction: string) => ({ call: { direction } });

it('marks a call from outside that shows a number of our range', async () => {
  expect(await resolve('call-own-spoofed', directed('inbound'))).toMatchObject({
    external: { number: '+12025550142', own_number: true },
    watchlist: { verdict: 'own' },
  });
});

it('does not mark a call from outside with another number', async () => {
  const caller = { caller: { number: '+442079460958' } };
  const { external } = await resolve('call-own-other', { ...directed('inbound'), ...caller });
  expect(external).toMatchObject({ number: '+442079460958' });
  expect(external?.own_number).toBeUndefined();
});

it.each([
  ['states it', directed('internal')],
  ['leaves it open', {}],
])('does not mark an internal call whose record %s', async (why, fields) => {
  const id = `call-own-internal-${why.length}`;
  const { call, external } = await resolve(id, fields);
  expect(call.direction).toBe('internal');
  expect(external?.own_number).toBeUndefined();
});

it('does not mark a call of ours to a number of our range, through a trunk', async () => {
  const { external } = await resolve('call-own-outbound', {
    ...directed('outbound'),
    caller: { number: '1001', extension: '1001' },
    callee: { number: '2025550143', extension: null },
  });
  expect(external).toMatchObject({ number: '+12025550143' });
  expect(external?.own_number).toBeUndefined();
});
