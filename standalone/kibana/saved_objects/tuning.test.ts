import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TUNING_TYPE } from '../../../common/constants';
import { vishingFeature } from '../../../server/feature';
import { readAllTuning, readTuning, saveTuning } from '../../../server/tuning/tuning_store';
import { tuningType } from '../../../server/tuning/tuning_type';
import { actionsOf } from '../security/privileges';
import { openObjectStore } from './object_store';
import { createSavedObjectsClient } from './saved_objects_client';

const RULE = '1562690c-ad16-496e-9a3e-57ff8faa4df1';
const request = (window: string, token?: string) => ({
  tuning: { values: { time_window: window }, settings: {} },
  note: `a window of ${window}`,
  by: 'engineer',
  at: '2026-05-21T10:00:00.000Z',
  token,
});

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'vishing-objects-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const clientOf = (level: 'all' | 'read', spaceId = 'default') => {
  const granted = new Set(actionsOf(vishingFeature, vishingFeature.privileges[level]));
  return createSavedObjectsClient({
    store: openObjectStore(dataDir),
    types: [tuningType],
    spaceId,
    allowed: (actions) => Promise.resolve(new Set(actions.filter((one) => granted.has(one)))),
  });
};

it('keeps each change with who made it, when and why, newest first, across restarts', async () => {
  const first = await saveTuning(clientOf('all'), RULE, request('45m'));
  await saveTuning(clientOf('all'), RULE, request('1h', first.token));
  const { tuning, history } = await readTuning(clientOf('read'), RULE);
  expect(tuning.values).toEqual({ time_window: '1h' });
  expect(history.map(({ by, note, before }) => [by, note, before.values])).toEqual([
    ['engineer', 'a window of 1h', { time_window: '45m' }],
    ['engineer', 'a window of 45m', {}],
  ]);
});

it.each([undefined, 'stale'])(
  'refuses a change of a state that is gone (token %s)',
  async (token) => {
    const client = clientOf('all');
    await saveTuning(client, RULE, request('45m'));
    await expect(saveTuning(client, RULE, request('1h', token))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await readTuning(client, RULE)).history).toHaveLength(1);
  }
);

it('lets readers see and not change, and says which privilege is missing', async () => {
  const reader = clientOf('read');
  expect((await readAllTuning(reader)).size).toBe(0);
  await expect(saveTuning(reader, RULE, request('45m'))).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('Voice phishing: All') as string,
  });
});

it('keeps the spaces apart', async () => {
  await saveTuning(clientOf('all', 'one'), RULE, request('45m'));
  expect((await readAllTuning(clientOf('all', 'two'))).size).toBe(0);
  expect((await readAllTuning(clientOf('all', 'one'))).size).toBe(1);
});

it('takes what it cannot read for no change, which can be replaced', async () => {
  const client = clientOf('all');
  const { version } = await client.create(TUNING_TYPE, { of: 'another version' }, { id: RULE });
  const present = await readTuning(client, RULE);
  expect(present).toMatchObject({ tuning: { values: {}, settings: {} }, token: version });
  await saveTuning(client, RULE, request('45m', present.token));
  expect((await readTuning(client, RULE)).tuning.values).toEqual({ time_window: '45m' });
});
