import { MAX_REGEX_LENGTH } from '../../server/detection_content/literal';
import { tokenise, isMeaningful, isWord } from '../../server/esql/tokens';
import { compiledRules, compiledSignals, content } from './shipped_content';

const { rules } = content;

/** Regular expressions of a query, as Elasticsearch reads them. */
const patternsOf = (query: string): string[] => {
  const tokens = tokenise(query).filter(isMeaningful);
  return tokens.flatMap((token, at) => {
    const text = tokens[at + 1]?.text ?? '';
    if (!isWord(token, 'RLIKE')) return [];
    return [text.startsWith('"""') ? text.slice(3, -3) : String(JSON.parse(text))];
  });
};

const queries = [
  ...compiledRules
    .filter(({ type }) => type === 'esql')
    .map(({ name, query }) => ({ name, query: String(query) })),
  ...compiledSignals.map(({ id, where }) => ({ name: id, query: where })),
];

// From 9.1 on Elasticsearch asks the index for `TO_LOWER(field) RLIKE ...`, too, and an index refuses what is longer.
it('no regular expression is longer than Elasticsearch takes', () => {
  const found = queries.flatMap(({ name, query }) =>
    patternsOf(query).map((pattern) => ({ name, length: pattern.length }))
  );
  expect(found.length).toBeGreaterThan(30);
  expect(found.filter(({ length }) => length > MAX_REGEX_LENGTH)).toEqual([]);
});

it('a list that becomes one regular expression has a limit for all its entries', () => {
  const lists = rules.flatMap(({ file, query, parameters }) =>
    parameters
      .filter(({ id }) => query.includes(`{{${id}.words}}`))
      .map((parameter) => ({ file, parameter }))
  );
  expect(lists.length).toBeGreaterThan(0);
  for (const { parameter } of lists)
    expect(parameter).toMatchObject({ max_characters: expect.any(Number) as number });
});

// The index answers it from Elasticsearch 9.2 on, and answers nothing of a condition with alternatives that holds an IN.
it('a signal asks with LIKE for a list of texts in lower case', () => {
  const asking = compiledSignals.filter(({ where }) => /TO_LOWER\([\w.]+\) LIKE \(/.test(where));
  expect(asking.length).toBeGreaterThan(10);
  const others = compiledSignals.filter(({ where }) => /TO_LOWER\([\w.]+\) IN \(/.test(where));
  expect(others.map(({ id }) => id)).toEqual([]);
});

it('a signal that a rule asks for first has a condition that the index answers', () => {
  const [rule] = rules.filter(({ query }) => query.includes('.first}}'));
  expect(rule?.file).toBe('initial_access_external_call_then_discovery.yml');
  const query = compiledRules.find(({ rule_id: id }) => id === rule?.rule_id)?.query;
  expect(query).toMatch(
    /\n\| WHERE \/\*[^*]*\*\/\s+\(process\.name RLIKE "[^"]+" OR process\.name RLIKE "[^"]+"\)\s+OR process\.name RLIKE "[^"]+"\s+OR kibana\.alert\.rule\.rule_id IN \("[^"]+"\)\n/
  );
});
