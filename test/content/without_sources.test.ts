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

/** Of a query's FROM. */
const indicesIn = (query: string): string[] =>
  (/^FROM (.*?)(?: METADATA|\n)/.exec(query)?.[1] ?? '').split(',').map((name) => name.trim());

const BARE = 'without-fields';

describe('where events have none of the fields that a rule reads', () => {
  const rules = compiledRules.filter(({ type }) => type === 'esql');
  const names = [
    ...new Set(
      rules.flatMap(({ query }) =>
        indicesIn(String(query)).flatMap((name) =>
          name.endsWith('*') ? [name.replace(/\*$/, BARE)] : []
        )
      )
    ),
  ];

  beforeAll(async () => {
    await es.indices.putIndexTemplate({
      name: BARE,
      index_patterns: [`*${BARE}`],
      priority: 901,
      template: {
        mappings: { dynamic: false, properties: { '@timestamp': { type: 'date' } } },
      },
    });
    const operations = names.flatMap((_index) => [
      { create: { _index } },
      { '@timestamp': '1999-01-01T12:00:00.000Z' },
    ]);
    const { errors } = await es.bulk({ operations, refresh: true });
    expect(errors).toBe(false);
  }, 60_000);
  afterAll(async () => {
    for (const index of names) await es.indices.delete({ index });
    await es.indices.deleteIndexTemplate({ name: BARE });
  });

  // A node plans its part of a query by the fields that its own indices have; a range of time leaves the others out.
  it.each(rules)('the rule "$name" runs and finds nothing', async ({ query }) => {
    const { values } = await es.esql.query({
      query: `${String(query)}\n| LIMIT 10`,
      filter: range,
      format: 'json',
      allow_partial_results: false,
    });
    expect(values).toEqual([]);
  });
});

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
