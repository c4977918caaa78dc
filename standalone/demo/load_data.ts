import type { Client } from '@elastic/elasticsearch';
import { putPeople, putWatchlist, type UpsertResult } from '../../common/api/directory';
import { CALL_DATA_STREAM_DEFAULT } from '../../common/constants';
import { CommandError } from '../command/command_error';
import { CAMPAIGN_IDS } from '../generator/campaigns/campaign';
import { generateDemoData, type DemoData } from '../generator/generate_demo_data';
import { bulkCreate, type NewDocument } from '../ingest/bulk_create';
import { toRawDocument } from '../../common/ingest/raw_document';
import type { CampaignLabel, DemoLoad } from './demo_state';
import { installHostEventTemplate } from './host_event_template';
import type { KibanaApi } from './kibana_api';
import type { Progress } from './progress';

const DAYS = 14;
const PEOPLE = 200;
const BATCH = 1_000;
/** Requests at once: two keep two cores busy. */
const PARALLEL = 2;

export interface LoadTarget {
  readonly client: Client;
  readonly api: KibanaApi;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

const requireUpserts = (what: string, { failed }: UpsertResult): void => {
  const [first] = failed;
  if (first === undefined) return;
  throw new CommandError(
    `${failed.length} ${what} were refused, the first (${first.id}) because: ${first.reason}`
  );
};

const shipBatches = async (
  batches: Iterator<NewDocument[]>,
  { client, signal }: LoadTarget
): Promise<void> => {
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    const results = await bulkCreate(client, next.value, signal);
    const refused = results.find((result) => result.outcome === 'refused');
    if (refused?.outcome === 'refused') {
      throw new CommandError(`Elasticsearch refuses a made-up document: ${refused.reason}`);
    }
  }
};

function* inBatches(documents: readonly NewDocument[]): Generator<NewDocument[]> {
  for (let from = 0; from < documents.length; from += BATCH)
    yield documents.slice(from, from + BATCH);
}

/** Ships in the given order; documents that are there already stay as they are. */
const ship = async (documents: readonly NewDocument[], target: LoadTarget): Promise<void> => {
  const batches = inBatches(documents);
  await Promise.all(Array.from({ length: PARALLEL }, () => shipBatches(batches, target)));
};

const campaignLabels = ({ labels }: DemoData): CampaignLabel[] =>
  labels.flatMap((label) => {
    const campaign = CAMPAIGN_IDS.find((id) => id === label.label);
    return campaign === undefined ? [] : [{ ...label, label: campaign }];
  });

/**
 * Makes the data of `load` and stores it: directory and watchlist through the app, call records as a shipper would, events
 * into the data streams of their integrations. An interrupted load can be repeated; nothing is stored twice.
 */
export const loadDemoData = async (
  { seed, nowMs }: Pick<DemoLoad, 'seed' | 'nowMs'>,
  target: LoadTarget
): Promise<NonNullable<DemoLoad['done']>> => {
  const { api, client, progress } = target;
  const data = generateDemoData({ seed, nowMs, days: DAYS, people: PEOPLE });
  progress.tell(`${data.records.length} call records and ${data.events.length} events made up`);
  requireUpserts('people', await api.call(putPeople, { body: { people: [...data.people] } }));
  requireUpserts(
    'watchlist entries',
    await api.call(putWatchlist, { body: { entries: [...data.watchlist] } })
  );
  await ship(
    data.records.map((record) => ({
      dataStream: CALL_DATA_STREAM_DEFAULT,
      source: toRawDocument(record),
    })),
    target
  );
  progress.tell(`${data.records.length} call records stored`);
  await installHostEventTemplate(client);
  await ship(
    data.events.map(({ dataStream, id, document }) => ({ dataStream, id, source: document })),
    target
  );
  progress.tell(`${data.events.length} events stored`);
  await client.indices.refresh({ index: 'logs-*' });
  return {
    recordsSent: data.records.length,
    hostEvents: data.events.length,
    labels: campaignLabels(data),
  };
};
