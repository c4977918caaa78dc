import type { Client, estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { getSuspiciousCalls } from '../../common/api/suspicious_calls';
import {
  alertsIndex,
  CALL_DATA_STREAM_DEFAULT,
  CALLS_INDEX,
  RULE_TAG,
} from '../../common/constants';
import type { CampaignLabel, DemoLoad } from './demo_state';
import { judge, type AlertedCall, type KnownCall } from './judge';
import type { KibanaApi } from './kibana_api';
import type { DemoResult } from './result';

const PAGE = 100;
/** Longer than any rule looks back and than the made-up company exists. */
const RANGE_MS = 60 * 24 * 3_600_000;

const callSchema = z.object({
  event: z.object({ provider: z.string(), id: z.string().optional() }),
  vishing: z.object({ site: z.object({ id: z.string() }).optional() }),
});

const count = async (
  client: Client,
  index: string,
  query: estypes.QueryDslQueryContainer
): Promise<number> => (await client.count({ index, query, ignore_unavailable: true })).count;

/** The campaigns' own calls: the few that the judge needs to know by the phone systems' ids. */
const findCampaignCalls = async (
  client: Client,
  labels: readonly CampaignLabel[]
): Promise<KnownCall[]> => {
  const { hits } = await client.search({
    index: CALLS_INDEX,
    size: 1_000,
    query: { terms: { 'event.id': labels.map(({ vendorCallId }) => vendorCallId) } },
    _source: ['event.provider', 'event.id', 'vishing.site.id'],
  });
  return hits.hits.flatMap(({ _id, _source }) => {
    const { event, vishing } = callSchema.parse(_source);
    if (_id === undefined || event.id === undefined) return [];
    return [
      {
        callId: _id,
        provider: event.provider,
        siteId: vishing.site?.id ?? '',
        vendorCallId: event.id,
      },
    ];
  });
};

/** Every suspicious call, asked page by page from the route that the list of the app uses. */
const findAlertedCalls = async (api: KibanaApi, nowMs: number): Promise<AlertedCall[]> => {
  const found: AlertedCall[] = [];
  const from = new Date(nowMs - RANGE_MS).toISOString();
  const to = new Date(nowMs).toISOString();
  for (let page = 0; ; page += 1) {
    const { calls, total } = await api.call(getSuspiciousCalls, {
      query: { from, to, page, per_page: PAGE },
    });
    found.push(...calls.map(({ call_id, alerts }) => ({ callId: call_id, alerts: alerts.length })));
    if (calls.length < PAGE || found.length >= total) return found;
  }
};

/** Alerts of our rules that people are meant to see. */
const countAlerts = (client: Client): Promise<number> =>
  count(client, alertsIndex('default'), {
    bool: {
      filter: [{ term: { 'kibana.alert.rule.tags': RULE_TAG } }],
      must_not: [{ exists: { field: 'kibana.alert.building_block_type' } }],
    },
  });

/** What is in Elasticsearch now, compared with what was put in. */
export const readResult = async (
  { client, api }: { client: Client; api: KibanaApi },
  load: NonNullable<DemoLoad['done']>,
  seconds: DemoResult['seconds']
): Promise<DemoResult> => {
  await client.indices.refresh({
    index: [CALL_DATA_STREAM_DEFAULT, CALLS_INDEX, `${alertsIndex('default')}*`],
    ignore_unavailable: true,
  });
  const failedRecord = { term: { 'event.kind': 'pipeline_error' } };
  const calls = await count(client, CALLS_INDEX, { match_all: {} });
  const known = await count(client, CALLS_INDEX, { exists: { field: 'vishing.person.id' } });
  const alerted = await findAlertedCalls(api, Date.now());
  const { campaigns, benignCallIds } = judge(
    load.labels,
    await findCampaignCalls(client, load.labels),
    alerted
  );
  return {
    records: {
      sent: load.recordsSent,
      stored: await count(client, CALL_DATA_STREAM_DEFAULT, { bool: { must_not: [failedRecord] } }),
      failed: await count(client, CALL_DATA_STREAM_DEFAULT, failedRecord),
    },
    calls,
    people_resolved_share: calls === 0 ? 0 : Math.round((known / calls) * 10_000) / 10_000,
    alerts: await countAlerts(client),
    suspicious_calls: alerted.length,
    campaigns,
    benign_calls_alerted: benignCallIds.length,
    seconds,
  };
};
