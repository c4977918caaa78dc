import { valuesAt } from '../field_access';
import { unescapeKql, type KqlNode } from './parse';

const patternOf = (value: string): RegExp => {
  const parts = value.split(/(?<!\\)\*/).map((part) => unescapeKql(part));
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'is');
};

const isMatch = (
  { field, value, quoted }: Extract<KqlNode, { kind: 'is' }>,
  document: unknown
): boolean => {
  const found = field === undefined ? [JSON.stringify(document)] : valuesAt(document, field);
  if (field === undefined) return found.some((text) => String(text).includes(unescapeKql(value)));
  if (quoted) return found.some((item) => String(item) === unescapeKql(value));
  return found.some((item) => patternOf(value).test(String(item)));
};

const compare = (
  { field, operator, value }: Extract<KqlNode, { kind: 'compare' }>,
  document: unknown
): boolean =>
  valuesAt(document, field).some((item) => {
    const [left, right] = typeof item === 'number' ? [item, Number(value)] : [String(item), value];
    if (operator === '<') return left < right;
    if (operator === '<=') return left <= right;
    return operator === '>' ? left > right : left >= right;
  });

/** Whether a document in memory matches a KQL text; used for the list of rules, which is no index here. */
export const matchesKql = (node: KqlNode, document: unknown): boolean => {
  switch (node.kind) {
    case 'all':
      return true;
    case 'and':
      return node.nodes.every((inner) => matchesKql(inner, document));
    case 'or':
      return node.nodes.some((inner) => matchesKql(inner, document));
    case 'not':
      return !matchesKql(node.node, document);
    case 'compare':
      return compare(node, document);
    case 'is':
      return isMatch(node, document);
  }
};
