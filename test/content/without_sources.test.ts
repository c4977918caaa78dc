import { FIELDS_INDEX } from '../../common/constants';
import { installContent } from '../pipelines/pipeline_tester';
import { testClient } from '../setup/test_client';
import { compiledRules, compiledSignals } from './shipped_content';

const es = testClient();
const range = { range: { '@timestamp': { gte: '1999-01-01', lte: '1999-01-02' } } };

beforeAll(() => installContent(es), 60_000);
afterAll(() => es.close());

/** The Detection Engine sends a time range beside the query; with it Elasticsearch resolves fields in another way. */
const run = async (query: string): Promise<number> => {
  const answers = await Promise.all(
    [range, undefined].map((filter) =>
      es.esql.query({ query: `${query}\n| LIMIT 0`, filter, format: 'json' })
    )
  );
  return answers.length;
};

describe('on a cluster without any source of events', () => {
  const rules = compiledRules.filter(({ type }) => type === 'esql');

  it.each(rules)('the rule "$name" runs', async ({ query }) => {
    expect(await run(String(query))).toBe(2);
  });

  it.each(compiledSignals)('the signal $id runs', async ({ indices, where, time, identities }) => {
    const columns = identities.map(({ value }, index) => `i${index} = ${value}`);
    const query = [
      `FROM ${[...indices, FIELDS_INDEX].join(', ')} METADATA _id, _index`,
      `WHERE ${where}`,
      `EVAL happened = ${time}, ${columns.join(', ')}`,
    ];
    expect(await run(query.join('\n| '))).toBe(2);
  });

  it.each(compiledRules.filter(({ type }) => type !== 'esql'))(
    'the query of "$name" is KQL that Elasticsearch reads',
    async (rule) => {
      const answer = await es.search({
        index: FIELDS_INDEX,
        size: 0,
        // The client's types do not know the query that reads Kibana's language.
        query: { kql: { query: String(rule.query) } } as never,
      });
      expect(answer._shards.failed).toBe(0);
    }
  );
});
