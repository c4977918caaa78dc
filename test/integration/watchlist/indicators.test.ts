import type { KibanaRequest, Logger, TaskRunContext } from '../../../server/kibana';
import { readIndicatorState, writeIndicatorState } from '../../../server/watchlist/indicator_state';
import { createIndicatorTask } from '../../../server/watchlist/indicator_task';
import { pullIndicators } from '../../../server/watchlist/pull_indicators';
import { removeMatchingEntries } from '../../../server/watchlist/remove_entries';
import { pipelineBench } from '../../pipelines/pipeline_tester';
import { logger } from '../../resolver/resolver_bench';

/** For runs that are meant to fail. */
const silent: Logger = { ...logger, error: () => undefined, get: () => silent };

const NOW_MS = Date.now();
const DAY_MS = 86_400_000;
const TI_STREAMS = ['logs-ti_misp.vishing_test', 'logs-ti_opencti.vishing_test'];

const es = pipelineBench(async (client) => {
  await removeAll();
  await client.indices.delete({ index: TI_STREAMS, ignore_unavailable: true });
});

const removeAll = async (): Promise<void> => {
  for (const source of ['MISP', 'OpenCTI: Example CERT']) {
    await removeMatchingEntries(es, { source }, NOW_MS);
  }
};
beforeEach(removeAll);

describe('indicators of threat intelligence', () => {
  const pull = () => pullIndicators(es, { nowMs: NOW_MS, country: 'US', addedBy: 'ana' });
  const ago = (days: number): string => new Date(NOW_MS - days * DAY_MS).toISOString();
  const phone = (type: string, value: string, more: object = {}) => ({
    '@timestamp': ago(1),
    threat: { feed: { name: 'MISP' }, indicator: { provider: 'misp' } },
    misp: { attribute: { type, value, ...more }, event: { info: 'Fake bank' } },
  });

  beforeEach(async () => {
    const [misp = '', opencti = ''] = TI_STREAMS;
    const mappings = {
      properties: {
        '@timestamp': { type: 'date' as const },
        threat: {
          properties: { indicator: { properties: { type: { type: 'keyword' as const } } } },
        },
        misp: { properties: { attribute: { properties: { type: { type: 'keyword' as const } } } } },
      },
    };
    await es.indices.delete({ index: TI_STREAMS, ignore_unavailable: true });
    for (const index of TI_STREAMS) await es.indices.create({ index, mappings });
    const documents: [string, object][] = [
      [misp, phone('phone-number', '+12025550161', { decayed_at: ago(-10) })],
      [misp, phone('prtn', '2025550162')],
      [misp, phone('phone-number', '+12025550163', { decayed: true })],
      [misp, phone('phone-number', '12')],
      [misp, phone('ip-src', '+12025550164')],
      [
        opencti,
        {
          '@timestamp': ago(1),
          threat: {
            feed: { name: 'OpenCTI' },
            indicator: {
              type: 'phone-number',
              name: 'Call centre',
              confidence: 'Low',
              provider: 'Example CERT',
            },
          },
          opencti: {
            observable: { phone_number: [{ value: '+12025550165' }] },
            indicator: { pattern: "[phone-number:value = '+12025550166']", valid_until: ago(-5) },
          },
        },
      ],
    ];
    await es.bulk({
      operations: documents.flatMap(([index, document]) => [
        { create: { _index: index } },
        document,
      ]),
      refresh: true,
    });
  });

  it('are listed with their source and their end, once', async () => {
    const { response, changed } = await pull();
    expect(response).toMatchObject({
      read: 5,
      outdated: 1,
      created: 4,
      refused: [{ number: '12', reason: 'It is too short for a phone number.' }],
      truncated: false,
    });
    expect(changed).toContainEqual(
      expect.objectContaining({
        number: '+12025550161',
        verdict: 'bad',
        source: 'MISP',
        reason: 'Fake bank',
        added_by: 'ana',
        expires: ago(-10),
      })
    );
    expect(changed).toContainEqual(
      expect.objectContaining({
        number: '+12025550166',
        source: 'OpenCTI: Example CERT',
        reason: 'Call centre',
        confidence: 'low',
        expires: ago(-5),
      })
    );
    expect((await pull()).response).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
  });

  it('are read by a task on its own, which keeps what it found for the page', async () => {
    const asked: string[] = [];
    const task = createIndicatorTask({
      logger,
      getClient: () => Promise.resolve(es),
      onChanged: (_es, entries) => {
        asked.push(...entries.map(({ number }) => number));
        return Promise.resolve();
      },
    });
    const { state } = await task
      .createTaskRunner({ fakeRequest: { headers: {} } as KibanaRequest } as TaskRunContext)
      .run();
    // A number in national form says nothing where nobody says the country.
    expect(state).toMatchObject({ status: 'done', read: 5, created: 3, outdated: 1 });
    expect(asked.sort()).toEqual(['+12025550161', '+12025550165', '+12025550166']);
    expect(await readIndicatorState(es)).toMatchObject({ read: 5, created: 3, truncated: false });
  });

  it('keep the reason why they could not be read, and what was known before', async () => {
    await writeIndicatorState(es, { last_run: ago(1), read: 5 });
    const task = createIndicatorTask({
      logger: silent,
      getClient: () => Promise.resolve(es),
      onChanged: () => Promise.reject(new Error('The calls cannot be resolved again.')),
    });
    const { state } = await task
      .createTaskRunner({ fakeRequest: { headers: {} } as KibanaRequest } as TaskRunContext)
      .run();
    expect(state).toMatchObject({ status: 'failed' });
    expect(await readIndicatorState(es)).toEqual({
      last_run: ago(1),
      read: 5,
      last_error: 'The calls cannot be resolved again.',
    });
  });

  it('may be absent', async () => {
    await es.indices.delete({ index: TI_STREAMS });
    expect((await pull()).response).toMatchObject({ read: 0, created: 0, truncated: false });
  });
});
