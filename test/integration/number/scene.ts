import type { Client } from '@elastic/elasticsearch';
import { CALLS_INDEX, DIRECTORY_INDEX, WATCHLIST_INDEX } from '../../../common/constants';
import type { CallDocument } from '../../../common/model/call';
import { buildCall } from '../../builders/call';
import { createAlertsIndex, removeDocuments, storeCalls } from '../support/stored_calls';

/** A block of its own, so that other tests' calls do not count. */
export const NUMBER = '+12125550142';
export const NEIGHBOUR = '+12125550143';
export const BLOCK = '+1212555';
export const SPACE = 'number-page';
export const NOW = Date.parse('2025-03-20T12:00:00.000Z');
export const day = (date: number, hour = 12): string =>
  new Date(Date.UTC(2025, 2, date, hour)).toISOString();
export const range = { from: day(1, 0), to: day(20) };

type Overrides = Parameters<typeof buildCall>[0];
let count = 0;
/** Ids of the calls, in the order in which they were made up. */
export const ids: string[] = [];

const called = (at: string, overrides: Overrides = {}, number = NUMBER): CallDocument => {
  const id = `numberpage${String((count += 1)).padStart(6, '0')}`;
  ids.push(id);
  const call = buildCall({ '@timestamp': at, event: { start: at }, ...overrides });
  return buildCall({
    ...call,
    source: { address: number },
    vishing: {
      ...call.vishing,
      call: { ...call.vishing.call, id },
      external: { block: BLOCK, ...overrides.vishing?.external, number },
    },
  });
};
const missed = { answered: false, talk_seconds: 0 };
const bob = {
  user: { full_name: 'Bob Ray', email: 'bob.ray@example.com', name: 'bray' },
  vishing: { person: { id: 'bob.ray', department: 'Legal' } },
};

/** Takes everything of `storeScene` away. */
export const removeScene = async (es: Client): Promise<void> => {
  await removeDocuments(es, CALLS_INDEX, ids);
  await removeDocuments(es, WATCHLIST_INDEX, [NUMBER, `${BLOCK}*`, NEIGHBOUR]);
  await removeDocuments(es, DIRECTORY_INDEX, ['number-page-owner']);
  await es.indices.delete({ index: `.internal.alerts-security.alerts-${SPACE}-000001` });
};

/** Calls of a number and its neighbours, an entry of the watchlist, the range around it, and an owner. */
export const storeScene = async (es: Client): Promise<void> => {
  const stranger = called(day(9), { vishing: { call: missed } });
  await storeCalls(es, [
    called(day(2), { vishing: { call: { attestation: 'A' } } }),
    called(day(10, 23), {
      vishing: {
        call: { attestation: 'failed', talk_seconds: 60 },
        external: { display_name: 'Help Desk', own_number: true },
      },
    }),
    called(day(8), {
      ...bob,
      event: { action: 'call-missed' },
      vishing: { ...bob.vishing, call: missed },
    }),
    {
      ...stranger,
      user: undefined,
      vishing: { ...stranger.vishing, person: undefined },
      destination: { address: '+442079460999' },
    },
    called('2024-06-01T12:00:00.000Z'),
    called(day(12), {}, NEIGHBOUR),
    called(day(13), bob, NEIGHBOUR),
    called(day(13), {}, '+12125550144'),
    called('2024-11-01T12:00:00.000Z', {}, '+12125550145'),
  ]);
  const entry = { source: 'manual', added_at: day(1) };
  await es.bulk({
    index: WATCHLIST_INDEX,
    refresh: true,
    operations: [
      { index: { _id: NUMBER } },
      { ...entry, number: NUMBER, kind: 'number', verdict: 'trusted', expires: day(15) },
      { index: { _id: `${BLOCK}*` } },
      { ...entry, number: BLOCK, kind: 'prefix', verdict: 'bad', reason: 'a whole block' },
      { index: { _id: NEIGHBOUR } },
      { ...entry, number: NEIGHBOUR, kind: 'number', verdict: 'own' },
    ],
  });
  await es.index({
    index: DIRECTORY_INDEX,
    id: 'number-page-owner',
    refresh: true,
    document: { id: 'number-page-owner', full_name: 'Olga Owner', numbers: [NUMBER] },
  });
  await createAlertsIndex(es, SPACE);
};
