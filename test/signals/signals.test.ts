import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { compileSignal } from '../../server/signals/compile_signal';
import { content } from '../content/shipped_content';
import { installContent } from '../pipelines/pipeline_tester';
import { testClient } from '../setup/test_client';
import { removeIndices, runSignal, storeEvents, type StoredEvent } from './support/signal_events';

/** Space and namespace of these events: no other test reads them. */
const SPACE = 'signalcases';
const NOW = '2026-05-21T10:00:00.000Z';

const document = z.record(z.string(), z.unknown());
const casesSchema = z.record(
  z.string(),
  z.strictObject({
    hit: document,
    identities: z.record(z.string(), z.string()),
    time: z.string().default(NOW),
    misses: z.record(z.string(), document),
  })
);
const FOLDER = join(__dirname, 'cases');
const cases = Object.assign(
  {},
  ...readdirSync(FOLDER).map((file) =>
    casesSchema.parse(parse(readFileSync(join(FOLDER, file), 'utf8')))
  )
) as z.infer<typeof casesSchema>;

const es = testClient();
const signals = content.signals.map((signal) =>
  compileSignal(signal, { tables: content.tables, spaceId: SPACE })
);

/** A name that the signal's first pattern matches. */
const indexOf = (pattern: string): string =>
  pattern.startsWith('.alerts')
    ? pattern.replace('*', '')
    : pattern.replace(/[-.]?\*$/, `-${SPACE}`);

const events: StoredEvent[] = signals.flatMap(({ id, indices }) => {
  const index = indexOf(indices[0] ?? '');
  const { hit = {}, misses = {} } = cases[id] ?? {};
  const at = { '@timestamp': NOW };
  return [
    { id: `${id} hit`, index, document: { ...hit, ...at } },
    ...Object.entries(misses).map(([name, change]) => ({
      id: `${id} ${name}`,
      index,
      document: { ...hit, ...change, ...at },
    })),
  ];
});

beforeAll(async () => {
  await installContent(es);
  await removeIndices(es, SPACE);
  await storeEvents(es, SPACE, events);
}, 120_000);

afterAll(async () => {
  await removeIndices(es, SPACE);
  await es.close();
}, 60_000);

it('every signal has a hit and at least two near misses', () => {
  const few = signals.filter(({ id }) => Object.keys(cases[id]?.misses ?? {}).length < 2);
  expect(few.map(({ id }) => id)).toEqual([]);
  expect(Object.keys(cases).sort()).toEqual(signals.map(({ id }) => id).sort());
});

describe.each(signals)('$id', (signal) => {
  it('finds its event, whose it is and when, and no near miss', async () => {
    const found = await runSignal(
      es,
      signal,
      events.map(({ index }) => index)
    );
    const own = found.filter(({ id }) => id.startsWith(`${signal.id} `));
    expect(own.map(({ id }) => id)).toEqual([`${signal.id} hit`]);
    const [{ identities, time } = { identities: {}, time: '' }] = own;
    expect(identities).toEqual(cases[signal.id]?.identities);
    expect(time).toBe(cases[signal.id]?.time);
  });
});
