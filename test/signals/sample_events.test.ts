import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { FIELDS_INDEX } from '../../common/constants';
import { compileSignal } from '../../server/signals/compile_signal';
import { loadContent } from '../../server/setup/load_content';
import { content, CONTENT_DIR } from '../content/shipped_content';
import { installContent } from '../pipelines/pipeline_tester';
import { testClient } from '../setup/test_client';
import { removeIndices, runSignal, storeEvents, type StoredEvent } from './support/signal_events';

/** Real events of many products; they belong to others and lie beside the repository where they are at hand. */
const SAMPLES =
  process.env.VISHING_SAMPLES ?? join(__dirname, '..', '..', '..', 'shared', 'samples');
const FOLDER = join(SAMPLES, 'host-events');
const NAMESPACE = 'samplecases';

/** File names begin with package and data set, but Elastic Defend's lack a part of its data set. */
const dataSetOf = (file: string): string => {
  const [first = '', second = ''] = file.split('.');
  return first === 'endpoint' ? `endpoint.events.${second}` : `${first}.${second}`;
};

/** Only the fields that signals read are mapped: real events have thousands, more than a small node can hold. */
const readMappings = (): estypes.MappingTypeMapping => {
  const { assets } = loadContent(CONTENT_DIR);
  const fields = assets.find(({ id }) => id === FIELDS_INDEX);
  if (!fields) throw new Error(`There is no ${FIELDS_INDEX}.yml.`);
  return fields.body.mappings as estypes.MappingTypeMapping;
};

const documents = z.array(z.record(z.string(), z.unknown()));
const fileSchema = z.union([
  z
    .object({ expected: z.array(z.record(z.string(), z.unknown()).nullable()) })
    .transform(({ expected }) => expected.filter((document) => document !== null)),
  documents,
  z.record(z.string(), z.unknown()).transform((document) => [document]),
]);

const readSamples = (): StoredEvent[] =>
  readdirSync(FOLDER)
    .filter((folder) => !folder.startsWith('raw-'))
    .flatMap((folder) => readdirSync(join(FOLDER, folder)).map((file) => ({ folder, file })))
    .filter(({ file }) => file.endsWith('.json') && !file.startsWith('endpoint-schema'))
    .flatMap(({ folder, file }) =>
      fileSchema
        .parse(JSON.parse(readFileSync(join(FOLDER, folder, file), 'utf8')))
        .map((document, nth) => ({
          id: `${file}#${nth}`,
          index: `logs-${dataSetOf(file)}-${NAMESPACE}`.toLowerCase(),
          document: { '@timestamp': '2026-05-21T10:00:00.000Z', ...document },
        }))
    );

/** Ordinary work and a few alerts of a protection product, with resets, new factors, refused pushes and warnings of identity providers in it, but without any remote tool. */
const FIRES: Readonly<Record<string, number>> = {
  'account.admin_reset': 2,
  'account.self_service_reset': 2,
  'account.unlock': 1,
  'consent.granted': 1,
  'device.registered': 1,
  'edr.alert': 4,
  'email.rule': 1,
  'logon.remote': 1,
  'mfa.factor_added': 4,
  'mfa.factor_removed': 2,
  'mfa.fraud_report': 1,
  'mfa.push_denied': 10,
  'signin.risky': 9,
};

it.each([
  ['okta.system.sample_event.json', 'okta.system'],
  ['endpoint.process.sample_event.json', 'endpoint.events.process'],
])('%s belongs to the data set %s', (file, dataSet) => {
  expect(dataSetOf(file)).toBe(dataSet);
});

// Registered only where the samples are, so that no test is ever skipped.
if (existsSync(FOLDER)) {
  const es = testClient();
  const samples = readSamples();

  beforeAll(async () => {
    await installContent(es);
    await removeIndices(es, NAMESPACE);
    for (let start = 0; start < samples.length; start += 200) {
      await storeEvents(es, NAMESPACE, samples.slice(start, start + 200), readMappings());
    }
  }, 300_000);

  afterAll(async () => {
    await removeIndices(es, NAMESPACE);
    await es.close();
  }, 60_000);

  it('the signals find in real events of many products what they should', async () => {
    const indices = samples.map(({ index }) => index);
    const found: Record<string, number> = {};
    for (const source of content.signals) {
      const signal = compileSignal(source, { tables: content.tables, spaceId: NAMESPACE });
      const hits = await runSignal(es, signal, indices);
      if (hits.length > 0) found[signal.id] = hits.length;
    }
    expect(found).toEqual(FIRES);
  }, 60_000);
}
