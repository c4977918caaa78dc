import {
  CALL_DATA_STREAM_DEFAULT,
  CALLS_INDEX,
  DIRECTORY_INDEX,
  STATE_INDEX,
} from '../../../common/constants';
import type { RetentionSettings } from '../../../common/api/retention';
import { personSchema, type PersonInput } from '../../../common/model/person';
import { upsertPeople } from '../../../server/directory/directory_store';
import { readResolverState, writeResolverState } from '../../../server/resolver/state';
import { applyRetention } from '../../../server/retention/apply_retention';
import { countExpired } from '../../../server/retention/expired';
import {
  readRetentionState,
  updateRetentionState,
} from '../../../server/retention/retention_state';
import { pipelineBench } from '../../pipelines/pipeline_tester';

// Long before anything that other tests store, so that only these documents are old.
const NOW = new Date('2001-06-01T00:00:00.000Z');
const OLD = '2001-01-01T10:00:00.000Z';
const NEW = '2001-05-30T10:00:00.000Z';
const TAG = 'retention-test';

const es = pipelineBench(async (client) => {
  await cleanUp();
  await writeResolverState(client, {});
});

const cleanUp = async (): Promise<void> => {
  for (const index of [CALL_DATA_STREAM_DEFAULT, CALLS_INDEX, DIRECTORY_INDEX]) {
    await es.indices.refresh({ index, ignore_unavailable: true });
    const { hits } = await es.search({
      index,
      ignore_unavailable: true,
      size: 1000,
      query:
        index === DIRECTORY_INDEX
          ? { prefix: { id: TAG } }
          : { range: { '@timestamp': { lt: '2002-01-01T00:00:00.000Z' } } },
    });
    const operations = hits.hits.map(({ _index, _id = '' }) => ({ delete: { _index, _id } }));
    if (operations.length > 0) await es.bulk({ operations, refresh: true });
  }
  await es.delete({ index: STATE_INDEX, id: 'retention' }, { ignore: [404] });
};

const record = async (id: string, at: string, ingested: string): Promise<void> => {
  await es.create({
    index: CALL_DATA_STREAM_DEFAULT,
    id: `${TAG}-${id}`,
    pipeline: '_none',
    refresh: true,
    document: { '@timestamp': at, event: { kind: 'event', ingested }, tags: [TAG] },
  });
};

const call = async (id: string, at: string): Promise<void> => {
  const document = { '@timestamp': at, vishing: { call: { id } } };
  await es.index({ index: CALLS_INDEX, id: `${TAG}-${id}`, refresh: true, document });
};

const person = (id: string, fields: Partial<PersonInput>) =>
  personSchema.parse({ id: `${TAG}-${id}`, full_name: id, ...fields });

const ids = async (index: string): Promise<string[]> => {
  await es.indices.refresh({ index });
  const { hits } = await es.search({
    index,
    size: 100,
    query: { ids: { values: NAMES.map((name) => `${TAG}-${name}`) } },
  });
  return hits.hits.map(({ _id = '' }) => _id.slice(TAG.length + 1)).sort();
};
const NAMES = ['old', 'new', 'late', 'left', 'stays', 'no-end', 'old-2', 'old-3'];

const set = (settings: RetentionSettings) => updateRetentionState(es, { settings });
const apply = (options: { signal?: AbortSignal; batchSize?: number } = {}) =>
  applyRetention({ es, now: () => NOW, ...options });

beforeEach(async () => {
  await cleanUp();
  await writeResolverState(es, { checkpoint: NOW.toISOString() });
  await record('old', OLD, OLD);
  await record('late', OLD, NEW);
  await record('new', NEW, NEW);
  await call('old', OLD);
  await call('new', NEW);
  await upsertPeople(es, [
    person('left', {
      numbers: ['+12025550114'],
      lines: [{ value: '+12025550114', valid_to: OLD }],
    }),
    person('stays', {
      numbers: ['+12025550115'],
      lines: [{ value: '+12025550115', valid_to: NEW }],
    }),
    person('no-end', { numbers: ['+12025550116'] }),
  ]);
  await es.indices.refresh({ index: DIRECTORY_INDEX });
});

it('keeps everything until somebody sets how long', async () => {
  expect(await apply()).toEqual({ records: 0, calls: 0, people: 0 });
  expect(await ids(CALLS_INDEX)).toEqual(['new', 'old']);
});

it('deletes what is older than was set, and never what is newer', async () => {
  await set({ records: 90, calls: 90, people: 90 });
  expect(await apply()).toEqual({ records: 1, calls: 1, people: 1 });
  expect(await ids(CALL_DATA_STREAM_DEFAULT)).toEqual(['late', 'new']);
  expect(await ids(CALLS_INDEX)).toEqual(['new']);
  expect(await ids(DIRECTORY_INDEX)).toEqual(['no-end', 'stays']);
  expect(await apply()).toEqual({ records: 0, calls: 0, people: 0 });
});

it('leaves alone what has no retention of its own', async () => {
  await set({ calls: 90 });
  expect(await apply()).toEqual({ records: 0, calls: 1, people: 0 });
  expect(await ids(CALL_DATA_STREAM_DEFAULT)).toEqual(['late', 'new', 'old']);
});

it('keeps records that the resolver has not read yet', async () => {
  await set({ records: 90 });
  await writeResolverState(es, { checkpoint: '2000-12-31T00:00:00.000Z' });
  expect(await apply()).toMatchObject({ records: 0 });
  await writeResolverState(es, {});
  expect(await apply()).toMatchObject({ records: 0 });
  expect((await readResolverState(es)).checkpoint).toBeUndefined();
});

it('tells beforehand how many would go, and deletes nothing by that', async () => {
  const { expired, total } = await countExpired(
    es,
    { records: 90, calls: 90, people: 90 },
    NOW.getTime()
  );
  expect(expired).toEqual({ records: 1, calls: 1, people: 1 });
  expect(total.calls).toBeGreaterThanOrEqual(2);
  expect(await ids(CALLS_INDEX)).toEqual(['new', 'old']);
});

it('goes on where it was cut off, and keeps its progress', async () => {
  await call('old-2', OLD);
  await call('old-3', OLD);
  await set({ calls: 90 });
  const controller = new AbortController();
  controller.abort();
  expect(await apply({ signal: controller.signal })).toMatchObject({ calls: 0 });
  expect(await apply({ batchSize: 1 })).toMatchObject({ calls: 3 });
  expect(await readRetentionState(es)).toEqual({
    settings: { calls: 90 },
    removed: { records: 0, calls: 3, people: 0 },
    last_run: NOW.toISOString(),
  });
});
