import type { Client } from '@elastic/elasticsearch';
import { DIRECTORY_INDEX, STATE_INDEX } from '../../../common/constants';
import type { StoredPerson } from '../../../common/model/person';
import { syncPeople } from '../../../server/directory/sync/sync_people';
import type { Logger } from '../../../server/kibana';
import { pipelineBench } from '../../pipelines/pipeline_tester';

const STREAMS = [
  'logs-entityanalytics_entra_id.entity-ptest',
  'logs-entityanalytics_ad.user-ptest',
  'logs-entityanalytics_okta.user-ptest',
  'logs-cisco_duo.auth-ptest',
  'logs-endpoint.events.security-ptest',
  'logs-system.security-ptest',
];
export const NOW = new Date('2031-05-10T00:00:00.000Z');

const removeOwn = async (es: Client): Promise<void> => {
  await es.indices.delete({ index: STREAMS, ignore_unavailable: true });
  await es.delete({ index: STATE_INDEX, id: 'directory-sync', refresh: true }, { ignore: [404] });
  await es.indices.refresh({ index: DIRECTORY_INDEX });
  const { hits } = await es.search({
    index: DIRECTORY_INDEX,
    size: 10_000,
    _source: false,
    // A phone of Duo whose user no directory tells of has the account's name only.
    query: { regexp: { id: 'sync[.].*|sana' } },
  });
  if (hits.hits.length === 0) return;
  const operations = hits.hits.map(({ _id }) => ({ delete: { _id } }));
  await es.bulk({ index: DIRECTORY_INDEX, operations, refresh: true });
};

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  get: () => silent,
};
/** Integrations map texts as keywords, and there are no templates of theirs here. */
const mapTexts = (es: Client) =>
  es.indices.putIndexTemplate({
    name: 'vishing-sync-ptest',
    index_patterns: STREAMS,
    priority: 902,
    template: {
      mappings: {
        dynamic_templates: [
          { texts: { match_mapping_type: 'string', mapping: { type: 'keyword' } } },
        ],
      },
    },
  });

/** Elasticsearch without the people of these tests, and ways to tell it of users and to read them. */
export const syncBench = () => {
  const es = pipelineBench(removeOwn);
  beforeAll(() => mapTexts(es));
  beforeEach(() => removeOwn(es));
  const changes: StoredPerson[] = [];
  const sync = (now = NOW) =>
    syncPeople({
      es,
      logger: silent,
      now: () => now,
      onChanged: (people) => {
        changes.push(...people);
        return Promise.resolve();
      },
    });
  const store = async (stream: number, ...documents: object[]) => {
    const index = STREAMS[stream] ?? '';
    const operations = documents.flatMap((document) => [{ create: {} }, document]);
    const { errors, items } = await es.bulk({ index, operations, refresh: true });
    if (errors) throw new Error(JSON.stringify(items));
  };
  const person = async (id: string) =>
    (await es.get<StoredPerson>({ index: DIRECTORY_INDEX, id }))._source;

  return { es, sync, store, person, changes };
};

export const ANA = 'sync.ana@example.com';

export const entra = (
  day: string,
  fields: object,
  id = 'AA534E49-edfd-4541-8256-8bbf34f122b4'
) => ({
  '@timestamp': `2031-05-0${day}T08:00:00.000Z`,
  event: { kind: 'asset', action: 'user-modified' },
  user: { id },
  entityanalytics_entra_id: {
    user: {
      id,
      display_name: 'Sync Ana',
      user_principal_name: 'Sync.Ana@example.com',
      mail: 'sync.ana.diaz@example.com',
      account_enabled: true,
      ...fields,
    },
  },
});
export const device = {
  '@timestamp': '2031-05-01T09:00:00.000Z',
  event: { kind: 'asset', action: 'device-discovered' },
  host: { name: 'WS-SYNC-1.example.com' },
  device: {
    registered_owners: [
      { id: 'aa534e49-edfd-4541-8256-8bbf34f122b4', user_principal_name: 'sync.ana@example.com' },
    ],
  },
};
export const ad = {
  '@timestamp': '2031-05-01T10:00:00.000Z',
  event: { kind: 'asset', action: 'user-discovered' },
  entityanalytics_ad: {
    user: {
      sam_account_name: 'SAna',
      object_sid: 'S-1-5-21-9-9-9-1114',
      mail: 'sync.ana.diaz@example.com',
      display_name: 'Ana, Sync',
      ipPhone: '4711',
      department: 'Finance',
    },
  },
};
