import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewException } from '../../../common/model/exception';
import { vishingFeature } from '../../../server/feature';
import { content } from '../../../test/content/shipped_content';
import { addException, removeException } from '../../../server/tuning/exceptions';
import { readTuning, saveTuning } from '../../../server/tuning/tuning_store';
import { tuningType } from '../../../server/tuning/tuning_type';
import { actionsOf } from '../security/privileges';
import { openObjectStore } from './object_store';
import { createSavedObjectsClient } from './saved_objects_client';

const ruleOf = (type: string) => {
  const rule = content.rules.find((candidate) => candidate.type === type);
  if (!rule) throw new Error(`The plugin ships no rule of the type ${type}.`);
  return rule;
};
const rule = ruleOf('esql');
const CHANGE = { by: 'engineer', nowMs: Date.parse('2025-01-01T00:00:00.000Z') };
const asked: NewException = {
  kind: 'number_person',
  values: ['+12025550142', 'p1'],
  expires: '2025-02-01T00:00:00.000Z',
  reason: 'Our supplier',
};

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'vishing-objects-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const clientOf = (level: 'all' | 'read') => {
  const granted = new Set(actionsOf(vishingFeature, vishingFeature.privileges[level]));
  return createSavedObjectsClient({
    store: openObjectStore(dataDir),
    types: [tuningType],
    spaceId: 'default',
    allowed: (actions) => Promise.resolve(new Set(actions.filter((one) => granted.has(one)))),
  });
};

it('keeps an exception with who made it and why, and its history names nobody', async () => {
  const client = clientOf('all');
  const { exceptions, history } = await addException(client, rule, asked, CHANGE);
  expect(exceptions).toEqual([
    expect.objectContaining({
      ...asked,
      created_by: 'engineer',
      created: '2025-01-01T00:00:00.000Z',
    }),
  ]);
  expect(history[0]?.note).toBe('Exception until 2025-02-01: Our supplier');
  expect(JSON.stringify(history)).not.toContain('0142');
});

it('stays when values are tuned, and goes when it is removed', async () => {
  const client = clientOf('all');
  const made = await addException(client, rule, asked, CHANGE);
  const tuned = await saveTuning(client, rule.rule_id, {
    ...{ tuning: { values: {}, settings: {} }, note: 'n', by: 'engineer' },
    ...{ at: '2025-01-02T00:00:00.000Z', token: made.token },
  });
  expect(tuned.exceptions).toHaveLength(1);
  const id = tuned.exceptions[0]?.id ?? '';
  expect((await removeException(client, rule, id, CHANGE)).exceptions).toEqual([]);
  expect((await removeException(client, rule, id, CHANGE)).exceptions).toEqual([]);
  expect((await readTuning(client, rule.rule_id)).history[0]?.note).toBe(
    'Exception removed: Our supplier'
  );
});

it('refuses an end in the past, a rule that counts, and people without the privilege', async () => {
  const client = clientOf('all');
  const past = { ...asked, expires: '2024-12-01T00:00:00.000Z' };
  await expect(addException(client, rule, past, CHANGE)).rejects.toMatchObject({
    code: 'bad_request',
  });
  await expect(addException(client, ruleOf('threshold'), asked, CHANGE)).rejects.toMatchObject({
    code: 'bad_request',
  });
  await expect(addException(clientOf('read'), rule, asked, CHANGE)).rejects.toMatchObject({
    code: 'forbidden',
  });
});
