import type { estypes } from '@elastic/elasticsearch';
import { unescapeKql, type CompareOperator, type KqlNode } from './parse';

type Dsl = estypes.QueryDslQueryContainer;

const RANGE_NAMES: Readonly<Record<CompareOperator, string>> = {
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

/** True for a `*` that is not escaped. */
export const hasWildcard = (text: string): boolean => /(^|[^\\])\*/.test(text);

/** Escapes what means something in a query string, but leaves `*`. */
const toQueryString = (value: string): string =>
  unescapeKql(value).replace(/[+\-=!(){}[\]^"~?:\\/&|<>\s]/g, '\\$&');

const anyOf = (queries: readonly Dsl[]): Dsl => ({
  bool: { should: [...queries], minimum_should_match: 1 },
});

const isQuery = ({ field, value, quoted }: Extract<KqlNode, { kind: 'is' }>): Dsl => {
  const fields = field === undefined ? undefined : [field];
  if (!quoted && hasWildcard(value)) {
    if (value === '*') return field === undefined ? { match_all: {} } : { exists: { field } };
    return { query_string: { fields, query: toQueryString(value) } };
  }
  const text = unescapeKql(value);
  if (field === undefined || hasWildcard(field)) {
    const type = quoted ? 'phrase' : 'best_fields';
    return { multi_match: { type, fields: fields ?? ['*'], query: text, lenient: true } };
  }
  return quoted ? { match_phrase: { [field]: text } } : { match: { [field]: text } };
};

/** The Elasticsearch query of a KQL text, as Kibana makes it. */
export const kqlToDsl = (node: KqlNode): Dsl => {
  switch (node.kind) {
    case 'all':
      return { match_all: {} };
    case 'and':
      return { bool: { filter: node.nodes.map(kqlToDsl) } };
    case 'or':
      return anyOf(node.nodes.map(kqlToDsl));
    case 'not':
      return { bool: { must_not: [kqlToDsl(node.node)] } };
    case 'compare':
      return { range: { [node.field]: { [RANGE_NAMES[node.operator]]: node.value } } };
    case 'is':
      return anyOf([isQuery(node)]);
  }
};
