import { Client } from '@elastic/elasticsearch';
import { randomUUID } from 'node:crypto';
import { testClient } from '../setup/test_client';
import { testServer } from '../setup/test_server';

// A data stream and its template cannot be deleted here, so each run has its own.
const name = `features-${randomUUID()}`;
const stream = `${name}-stream`;
const lookup = `${name}-people`;

describe('the embedded Elasticsearch', () => {
  let client: Client;

  beforeAll(() => {
    client = testClient();
  });
  afterAll(() => client.close());

  it('runs a pipeline into a data stream and joins it with a lookup index in ES|QL', async () => {
    await client.ingest.putPipeline({
      id: name,
      processors: [
        { dissect: { field: 'message', pattern: '%{caller},%{seconds}' } },
        { convert: { field: 'seconds', type: 'long' } },
        { script: { source: "ctx.caller = '+' + ctx.caller" } },
      ],
    });
    await client.indices.putIndexTemplate({
      name,
      index_patterns: [stream],
      priority: 900,
      data_stream: {},
      template: {
        settings: { 'index.default_pipeline': name },
        mappings: { properties: { caller: { type: 'keyword' } } },
      },
    });
    await client.indices.create({
      index: lookup,
      settings: { index: { mode: 'lookup' } },
      mappings: { properties: { caller: { type: 'keyword' }, name: { type: 'keyword' } } },
    });
    const document = { '@timestamp': new Date().toISOString(), message: '12025550123,312' };
    await client.create({ index: stream, id: '1', document, refresh: true });
    const person = { caller: '+12025550123', name: 'Ana Diaz' };
    await client.index({ index: lookup, document: person, refresh: true });

    const { values } = await client.esql.query({
      query: `FROM ${stream} | LOOKUP JOIN ${lookup} ON caller | KEEP caller, name, seconds`,
    });
    expect(values).toEqual([['+12025550123', 'Ana Diaz', 312]]);
  });

  it('accepts an API key with the rights it was given and no others', async () => {
    const key = await client.security.createApiKey({
      name: 'reader',
      role_descriptors: { reader: { indices: [{ names: [stream], privileges: ['read'] }] } },
    });
    const reader = new Client({
      node: testServer().url,
      auth: { apiKey: key.encoded },
    });
    await reader.search({ index: stream });
    await expect(reader.search({ index: lookup })).rejects.toMatchObject({ statusCode: 403 });
    await reader.close();
  });
});
