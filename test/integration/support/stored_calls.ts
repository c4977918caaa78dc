import type { Client } from '@elastic/elasticsearch';
import { CALLS_INDEX } from '../../../common/constants';
import type { CallDocument } from '../../../common/model/call';

/** Stores calls, visible to searches. */
export const storeCalls = async (es: Client, calls: readonly object[]): Promise<void> => {
  const operations = (calls as readonly CallDocument[]).flatMap((call) => [
    { index: { _id: call.vishing.call.id } },
    call,
  ]);
  const answer = await es.bulk({ index: CALLS_INDEX, operations, refresh: true });
  expect(answer.items.filter(({ index }) => index?.error)).toEqual([]);
};

/** Removes documents by id; ids that are not there do no harm. */
export const removeDocuments = async (
  es: Client,
  index: string,
  ids: readonly string[]
): Promise<void> => {
  const operations = ids.map((id) => ({ delete: { _id: id } }));
  await es.bulk({ index, operations, refresh: true });
};

/** An alerts index of its own, with the fields that our searches use. */
export const createAlertsIndex = async (es: Client, spaceId: string): Promise<void> => {
  const keyword = { type: 'keyword' } as const;
  const address = { properties: { address: keyword } };
  await es.indices.create({
    index: `.internal.alerts-security.alerts-${spaceId}-000001`,
    aliases: { [`.alerts-security.alerts-${spaceId}`]: {} },
    mappings: {
      dynamic: false,
      properties: {
        '@timestamp': { type: 'date' },
        source: address,
        destination: address,
        'kibana.alert.rule.tags': keyword,
        'kibana.alert.original_time': { type: 'date' },
        'kibana.alert.building_block_type': keyword,
      },
    },
  });
};

export const storeAlert = (
  es: Client,
  spaceId: string,
  { id, at, callId, ...rest }: { id: string; at: string; callId: string } & Record<string, unknown>
): Promise<unknown> =>
  es.index({
    index: `.alerts-security.alerts-${spaceId}`,
    id,
    refresh: true,
    document: {
      '@timestamp': at,
      'kibana.alert.rule.rule_id': 'r1',
      'kibana.alert.rule.name': 'A rule',
      'kibana.alert.rule.tags': ['Vishing'],
      'kibana.alert.severity': 'high',
      'kibana.alert.risk_score': 73,
      'kibana.alert.workflow_status': 'open',
      'kibana.alert.original_time': at,
      'vishing.call.id': callId,
      ...rest,
    },
  });
