import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { waitsFor } from '../../../common/detection_engine/waiting';
import { vishingFeature } from '../../../server/feature';
import { knowledgeOf } from '../../../server/knowledge';
import { offerRules } from '../../../server/coverage/offer_rules';
import { tuningType } from '../../../server/tuning/tuning_type';
import { installHostEventTemplate } from '../../../standalone/demo/host_event_template';
import { openObjectStore } from '../../../standalone/kibana/saved_objects/object_store';
import { createSavedObjectsClient } from '../../../standalone/kibana/saved_objects/saved_objects_client';
import { actionsOf } from '../../../standalone/kibana/security/privileges';
import { content } from '../../content/shipped_content';
import { testClient } from '../../setup/test_client';
import { testServer } from '../../setup/test_server';

const DAY_MS = 86_400_000;
const OKTA_BURST = '7f1340d5-301e-4858-a231-98710282d391';
const es = testClient();
/** Of this test alone: what other tests stored in other streams is not seen. */
const stream = `logs-okta.system-offer${randomBytes(4).toString('hex')}`;
const dir = mkdtempSync(join(tmpdir(), 'vishing-offer-'));
let reader: Client;

beforeAll(async () => {
  await installHostEventTemplate(es);
  const { encoded } = await es.security.createApiKey({
    name: stream,
    role_descriptors: {
      reader: { indices: [{ names: [stream], privileges: ['read', 'view_index_metadata'] }] },
    },
  });
  reader = new Client({ node: testServer().url, auth: { apiKey: encoded } });
});
afterAll(async () => {
  await reader.close();
  await es.close();
  rmSync(dir, { recursive: true, force: true });
});

const granted = new Set(actionsOf(vishingFeature, vishingFeature.privileges.all));
const savedObjects = createSavedObjectsClient({
  store: openObjectStore(dir),
  types: [tuningType],
  spaceId: 'default',
  allowed: (actions) => Promise.resolve(new Set(actions.filter((one) => granted.has(one)))),
});

const offer = () =>
  offerRules(knowledgeOf(content, 'default'), {
    ...{ es: reader, savedObjects },
    signal: new AbortController().signal,
  });
const ruleOf = async (ruleId: string) => {
  const rule = (await offer()).find(({ rule_id: id }) => id === ruleId);
  if (!rule) throw new Error(`No rule ${ruleId}`);
  return rule;
};
const storeRecord = (daysAgo: number) =>
  es.index({
    index: stream,
    refresh: true,
    document: { '@timestamp': new Date(Date.now() - daysAgo * DAY_MS).toISOString() },
  });

it('a rule is offered switched off until there is a record of the last two weeks that the person may read', async () => {
  const before = await ruleOf(OKTA_BURST);
  expect(before.enabled).toBe(false);
  expect(waitsFor(before)?.length).toBeGreaterThan(0);
  await storeRecord(20);
  expect((await ruleOf(OKTA_BURST)).enabled).toBe(false);
  await storeRecord(1);
  const after = await ruleOf(OKTA_BURST);
  expect(after.enabled).toBe(true);
  expect(waitsFor(after)).toEqual([]);
});

it('rules over calls alone wait for nothing, and rules that ship switched off stay so', async () => {
  const rules = await offer();
  const shipped = new Map(content.rules.map((rule) => [rule.rule_id, rule]));
  const callsOnly = rules.filter(({ rule_id: id }) =>
    shipped
      .get(id)
      ?.required_data.every(({ any_of: any }) => any.every((index) => index === 'vishing-calls'))
  );
  expect(callsOnly.length).toBeGreaterThan(3);
  for (const rule of callsOnly) {
    expect(rule.enabled).toBe(shipped.get(rule.rule_id)?.enabled);
    expect(waitsFor(rule)).toEqual([]);
  }
});
