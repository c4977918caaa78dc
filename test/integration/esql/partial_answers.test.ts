import { randomBytes } from 'node:crypto';
import { queryEsql } from '../../../server/esql/query_esql';
import { runRule } from '../../../standalone/kibana/detection_engine/runner/run_rule';
import { toStoredRule } from '../../evaluation/run/stored_rules';
import { testClient } from '../../setup/test_client';

const es = testClient();
const index = `partial-${randomBytes(4).toString('hex')}`;
/** Longer than one of two indices takes (`index.max_regex_length`), so that its shard fails. */
const QUERY = `FROM ${index}-* | WHERE name RLIKE "${'a'.repeat(20)}.*" | STATS events = COUNT(*)`;
const REASON = /length of regex/;

beforeAll(async () => {
  const mappings = {
    properties: { '@timestamp': { type: 'date' as const }, name: { type: 'keyword' as const } },
  };
  await es.indices.create({ index: `${index}-1`, mappings, settings: { max_regex_length: 10 } });
  await es.indices.create({ index: `${index}-2`, mappings });
  for (const part of ['1', '2']) {
    const document = { '@timestamp': new Date().toISOString(), name: 'a' };
    await es.index({ index: `${index}-${part}`, refresh: true, document });
  }
});
afterAll(async () => {
  await es.indices.delete({ index: [`${index}-1`, `${index}-2`] });
  await es.close();
});

it('a query whose shards fail is refused instead of answered with the rest', async () => {
  await expect(queryEsql(es, { query: QUERY })).rejects.toThrow(REASON);
});

it('a rule whose shards fail says so', async () => {
  const compiled = {
    ...{
      rule_id: index,
      name: 'Partial',
      version: 1,
      enabled: true,
      tags: [],
      type: 'esql' as const,
    },
    ...{ description: 'x', language: 'esql', query: QUERY, risk_score: 1, severity: 'low' },
    ...{ interval: '5m', from: 'now-1h', to: 'now' },
  };
  const access = { url: '', asInternalUser: es, as: () => es, close: () => Promise.resolve() };
  const rule = toStoredRule(compiled, index);
  const { summary } = await runRule(rule, new Date(), { es: access, kibanaVersion: '9.2.0' });
  expect(summary).toMatchObject({
    status: 'partial failure',
    message: expect.stringMatching(REASON) as string,
  });
});
