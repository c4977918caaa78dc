import { join } from 'node:path';
import { personSchema } from '../../../common/model/person';
import { TARGETS_INDEX } from '../../../common/constants';
import { loadDetectionContent } from '../../../server/detection_content/load_detection_content';
import { upsertPeople } from '../../../server/directory/directory_store';
import { resetSignalOf } from '../../../server/knowledge';
import { markTargets } from '../../../server/targets/mark_targets';
import { buildRaw, rawTimes } from '../../builders/raw_record';
import { resolverBench } from '../../resolver/resolver_bench';
import { removeDocuments } from '../../setup/remove_documents';
import { testClient } from '../../setup/test_client';

jest.setTimeout(60_000);

const STREAM = 'logs-azure.auditlogs-targets_test';
const CALL_MS = Date.parse('2029-12-20T10:00:00.000Z');
const NOW_MS = CALL_MS + 3_600_000;
const content = loadDetectionContent(join(__dirname, '..', '..', '..', 'server', 'content'));
const signal = resetSignalOf(content);
const own = testClient();

// Before the bench, which closes its client.
afterAll(async () => {
  await own.indices.delete({ index: STREAM, ignore_unavailable: true });
  await own.indices.deleteIndexTemplate({ name: 'targets_test' });
  await own.close();
});

const bench = resolverBench();

const agent = {
  ...{ id: 'agent', full_name: 'Ana Diaz', upn: 'ana@example.com', emails: ['ana@example.com'] },
  extensions: ['berlin:1001'],
  roles: ['help_desk'],
};
const owner = {
  ...{ id: 'owner', full_name: 'Bo Li', upn: 'bo@example.com', emails: ['bo@example.com'] },
  account_names: ['bli'],
};

const reset = async (minutes: number, target = 'Bo@example.com'): Promise<void> => {
  await bench.es.index({
    index: STREAM,
    refresh: true,
    document: {
      '@timestamp': new Date(CALL_MS + minutes * 60_000).toISOString(),
      event: { action: 'Reset password (by admin)', outcome: 'success' },
      azure: {
        auditlogs: {
          operation_name: 'Reset password (by admin)',
          properties: {
            initiated_by: { user: { userPrincipalName: 'Ana@example.com' } },
            target_resources: { '0': { user_principal_name: target } },
          },
        },
      },
    },
  });
};

const mark = (nowMs = NOW_MS): Promise<number> => markTargets({ es: bench.es, signal, nowMs });

/** Account and minute of each target, by account. */
const targets = async (): Promise<unknown[]> => {
  const { hits } = await bench.es.search<{
    vishing: { call: { id: string }; target: { account: string; changed_at: string } };
  }>({ index: TARGETS_INDEX, size: 100, query: { match_all: {} } });
  return hits.hits
    .map(({ _source }) => {
      const { call, target } = _source?.vishing ?? { call: { id: '' }, target: undefined };
      const minute = (Date.parse(target?.changed_at ?? '') - CALL_MS) / 60_000;
      return `${call.id} ${target?.account ?? ''} ${minute}`;
    })
    .sort();
};

beforeAll(async () => {
  await bench.es.indices.putIndexTemplate({
    name: 'targets_test',
    index_patterns: [STREAM],
    priority: 901,
    template: {
      mappings: {
        dynamic_templates: [
          { texts: { match_mapping_type: 'string', mapping: { type: 'keyword' } } },
        ],
      },
    },
  });
}, 60_000);

beforeEach(async () => {
  await removeDocuments(bench.es, TARGETS_INDEX);
  await removeDocuments(bench.es, STREAM);
  await upsertPeople(bench.es, [personSchema.parse(agent), personSchema.parse(owner)]);
  await bench.store(buildRaw({ call: 'call-desk', fields: rawTimes(CALL_MS, { talk: 300 }) }));
  await bench.run();
});

it('keeps the account that was reset during the call, under every name of its owner, once', async () => {
  await reset(4);
  expect(await mark()).toBe(2);
  expect(await targets()).toEqual(['call-desk bli 4', 'call-desk bo@example.com 4']);
  expect(await mark(NOW_MS + 60_000)).toBe(0);
});

it('finds a reset whose event comes an hour after the last run', async () => {
  expect(await mark()).toBe(0);
  await reset(6, 'nobody@example.com');
  expect(await mark(NOW_MS + 3_600_000)).toBe(1);
  expect(await targets()).toEqual(['call-desk nobody@example.com 6']);
});

it('leaves out what happened long before or after the call', async () => {
  await reset(-10);
  await reset(40);
  expect(await mark()).toBe(0);
});

it('forgets a target after a hundred days', async () => {
  await reset(4);
  await mark();
  await mark(NOW_MS + 101 * 86_400_000);
  expect(await targets()).toEqual([]);
});
