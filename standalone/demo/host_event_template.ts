import type { Client } from '@elastic/elasticsearch';
import { DEMO_NAMESPACE } from '../generator/host_events/host_event';

const TEMPLATE = 'vishing-demo-host-events';

/** Above the templates of real integrations (200), which never meet the demo's own namespace. */
const PRIORITY = 300;

const keyword = { type: 'keyword' } as const;
const date = { type: 'date' } as const;
const long = { type: 'long' } as const;
const ip = { type: 'ip' } as const;

/** Field types as the integrations map them; everything else that is text becomes a keyword. */
const properties = {
  '@timestamp': date,
  event: { properties: { ingested: date, code: keyword } },
  email: { properties: { delivery_timestamp: date } },
  file: { properties: { size: long } },
  process: { properties: { pid: long, parent: { properties: { pid: long } } } },
  source: { properties: { ip, bytes: long, as: { properties: { number: long } } } },
  destination: { properties: { ip, port: long } },
  client: { properties: { ip } },
  related: { properties: { ip } },
  azure: {
    properties: {
      auditlogs: { properties: { properties: { properties: { activity_datetime: date } } } },
      signinlogs: {
        properties: {
          properties: { properties: { status: { properties: { error_code: long } } } },
        },
      },
    },
  },
  okta: { properties: { target: { type: 'flattened' } } },
  o365: {
    properties: {
      audit: {
        properties: {
          Members: { type: 'flattened' },
          AffectedItems: { type: 'object' },
          ParticipantInfo: { properties: { HasForeignTenantUsers: { type: 'boolean' } } },
        },
      },
    },
  },
} as const;

/** The mapping of all made-up event streams; a test compares it with what rules expect. */
export const hostEventMappings = {
  dynamic: true,
  date_detection: false,
  dynamic_templates: [
    {
      strings_as_keyword: {
        match_mapping_type: 'string',
        mapping: { type: 'keyword', ignore_above: 1024 },
      },
    },
  ],
  properties,
} as const;

/** Prepares the data streams of the made-up host, identity and mail events. @throws the client's error */
export const installHostEventTemplate = async (client: Client): Promise<void> => {
  await client.indices.putIndexTemplate({
    name: TEMPLATE,
    index_patterns: [`logs-*-${DEMO_NAMESPACE}`],
    data_stream: {},
    priority: PRIORITY,
    template: {
      settings: { index: { number_of_shards: 1, auto_expand_replicas: '0-1' } },
      mappings: structuredClone(hostEventMappings) as object,
    },
    _meta: { managed_by: 'vishing demo' },
  });
};
