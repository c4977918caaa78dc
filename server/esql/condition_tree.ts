import { isMeaningful, isSymbol, isWord, splitOutside, textOf, type Token } from './tokens';

/** A condition, cut into parts that are true or false for themselves. */
export type ConditionTree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionTree[] }
  | { readonly kind: 'leaf'; readonly tokens: readonly Token[] };

const closingOf = (tokens: readonly Token[], start: number): number => {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    if (isSymbol(tokens[index], '(')) depth += 1;
    if (isSymbol(tokens[index], ')')) depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
};

/** What one pair of parentheses encloses as a whole; comments beside it stay, as they say where its values come from. */
const unwrap = (tokens: readonly Token[]): readonly Token[] | undefined => {
  const start = tokens.findIndex(isMeaningful);
  if (!isSymbol(tokens[start], '(')) return undefined;
  const end = closingOf(tokens, start);
  const after = tokens.slice(end + 1);
  if (end < 0 || after.some(isMeaningful)) return undefined;
  return [...tokens.slice(start + 1, end), ...after];
};

/** Cuts a condition at AND and OR, also inside parentheses; `NOT (...)` stays whole. */
export const conditionTree = (tokens: readonly Token[]): ConditionTree => {
  for (const kind of ['or', 'and'] as const) {
    const parts = splitOutside(tokens, (token) => isWord(token, kind.toUpperCase()));
    if (parts.length > 1) return { kind, parts: parts.map(conditionTree) };
  }
  const inner = unwrap(tokens);
  return inner ? conditionTree(inner) : { kind: 'leaf', tokens };
};

/** Top-level parts of a condition: each must be true. */
export const conjunctsOf = (tokens: readonly Token[]): ConditionTree[] => {
  const tree = conditionTree(tokens);
  return tree.kind === 'and' ? tree.parts.flatMap(flattened) : [tree];
};

const flattened = (tree: ConditionTree): ConditionTree[] =>
  tree.kind === 'and' ? tree.parts.flatMap(flattened) : [tree];

const KEYWORDS = new Set([
  'AND',
  'OR',
  'NOT',
  'IN',
  'LIKE',
  'RLIKE',
  'IS',
  'NULL',
  'TRUE',
  'FALSE',
]);

/** Names of columns that a part mentions, each once. */
export const fieldsOf = (tokens: readonly Token[]): string[] => {
  const meaningful = tokens.filter(isMeaningful);
  const names = meaningful.filter(
    (token, index) =>
      token.kind === 'name' &&
      !KEYWORDS.has(token.text.toUpperCase()) &&
      !isSymbol(meaningful[index + 1], '(')
  );
  return [...new Set(names.map(({ text }) => text))];
};

/** Separates the values of a field when they are put into one text; no value holds it. */
const SEPARATOR = '\\n';

/**
 * `field : "value"` finds one among several values, but Elasticsearch takes it only in WHERE. This says the same in a way
 * that EVAL takes too.
 */
export const asEvaluable = (tokens: readonly Token[]): string => {
  const meaningful = tokens.filter(isMeaningful);
  const written: string[] = [];
  for (let index = 0; index < meaningful.length; index += 1) {
    const token = meaningful[index];
    const value = meaningful[index + 2];
    if (!token) continue;
    if (token.kind === 'name' && isSymbol(meaningful[index + 1], ':') && value) {
      const text = value.kind === 'string' ? value.text.slice(1, -1) : value.text;
      written.push(
        `COALESCE(LOCATE(CONCAT("${SEPARATOR}", MV_CONCAT(TO_STRING(${token.text}), "${SEPARATOR}"), "${SEPARATOR}"), "${SEPARATOR}${text}${SEPARATOR}"), 0) > 0`
      );
      index += 2;
    } else written.push(token.text);
  }
  return written.join(' ');
};

/** The part as the rule writes it, on one line. */
export const writtenAs = (tokens: readonly Token[]): string => textOf(tokens).replace(/\s+/g, ' ');
