import { CALLS_INDEX } from '../../common/constants';
import { personSchema } from '../../common/model/person';
import { upsertPeople } from '../../server/directory/directory_store';
import { readResolverState, writeResolverState } from '../../server/resolver/state';
import { buildRaw } from '../builders/raw_record';
import { resolverBench } from './resolver_bench';

jest.setTimeout(60_000);

const bench = resolverBench();

describe('the first run of a version that writes calls in another form', () => {
  it('resolves all records again, and keeps the calls whose records are gone', async () => {
    const person = { id: 'ana.diaz', full_name: 'Ana Diaz', extensions: ['berlin:1001'] };
    await upsertPeople(bench.es, [personSchema.parse(person)]);
    const [gone, kept] = [buildRaw({ call: 'form-gone' }), buildRaw({ call: 'form-kept' })];
    await bench.store(gone, kept);
    await bench.run();
    await bench.removeRecords();
    await bench.store(kept);
    for (const [id, { source }] of await bench.calls()) {
      const document = { ...source, vishing: { ...source.vishing, on_day: undefined } };
      await bench.es.index({ index: CALLS_INDEX, id, document, refresh: true });
    }
    const { checkpoint } = await readResolverState(bench.es);
    await writeResolverState(bench.es, { checkpoint });

    expect(await bench.run()).toMatchObject({ records: 1, updated: 1, removed: 0 });
    expect((await bench.call('form-kept')).vishing.on_day).toEqual({
      person: '2029-12-20 ana.diaz',
    });
    expect((await bench.call('form-gone')).vishing.on_day).toBeUndefined();
    expect(await bench.run()).toMatchObject({ updated: 0, unchanged: 1 });
  });
});
