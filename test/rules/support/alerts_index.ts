import type { Client } from '@elastic/elasticsearch';

/** An index of alerts with the fields that rules over alerts read, mapped as the Detection Engine maps them. */
export const createAlertsIndex = (es: Client, index: string): Promise<unknown> =>
  es.indices.create({
    index,
    mappings: {
      dynamic: false,
      properties: {
        '@timestamp': { type: 'date' },
        host: { properties: { name: { type: 'keyword' } } },
        user: {
          properties: {
            id: { type: 'keyword' },
            name: { type: 'keyword' },
            email: { type: 'keyword' },
          },
        },
        process: { properties: { name: { type: 'keyword' } } },
        kibana: {
          properties: {
            space_ids: { type: 'keyword' },
            alert: {
              properties: {
                original_time: { type: 'date' },
                building_block_type: { type: 'keyword' },
                risk_score: { type: 'float' },
                rule: {
                  properties: {
                    name: { type: 'keyword' },
                    rule_id: { type: 'keyword' },
                    tags: { type: 'keyword' },
                  },
                },
                new_terms: { type: 'keyword' },
                threshold_result: {
                  properties: {
                    count: { type: 'long' },
                    terms: { properties: { value: { type: 'keyword' } } },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
