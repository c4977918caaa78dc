import { NO_VALUE } from '../detection_content/literal';
import type { Comparison } from '../../common/api/why';
import { isMeaningful, isSymbol, isWord, splitOutside, type Token } from '../esql/tokens';

const SIGNS = ['==', '!=', '<=', '>=', '<', '>', ':'] as const;
const OPPOSITE: Readonly<Record<string, Comparison['operator']>> = {
  '==': '!=',
  '!=': '==',
  '<=': '>',
  '>=': '<',
  '<': '>=',
  '>': '<=',
  in: 'not_in',
  matches: 'not_matches',
  true: 'false',
  exists: 'missing',
  missing: 'exists',
};

/** More values are counted, not listed. */
const MAX_VALUES = 12;

const literal = (tokens: readonly Token[]): string => {
  const text = tokens.map((token) => token.text).join('');
  const only = tokens.length === 1 ? tokens[0] : undefined;
  if (only?.kind !== 'string') return text;
  return text.startsWith('"""') ? text.slice(3, -3) : text.slice(1, -1).replace(/\\(.)/g, '$1');
};

const listed = (tokens: readonly Token[]): string[] =>
  splitOutside(tokens.slice(1, -1), (token) => isSymbol(token, ','))
    .map(literal)
    .filter((value) => value !== NO_VALUE);

const toComparison = (operator: Comparison['operator'], values: readonly string[]): Comparison => ({
  operator,
  values: values.slice(0, MAX_VALUES),
  total: values.length,
});

const read = (tokens: readonly Token[]): Comparison | undefined => {
  const wordAt = (word: string): number => tokens.findIndex((token) => isWord(token, word));
  const inAt = wordAt('IN');
  if (inAt > 0) return toComparison('in', listed(tokens.slice(inAt + 1)));
  const likeAt = Math.max(wordAt('LIKE'), wordAt('RLIKE'));
  if (likeAt > 0 && isSymbol(tokens[likeAt + 1], '('))
    return toComparison('in', listed(tokens.slice(likeAt + 1)));
  if (likeAt > 0) return toComparison('matches', [literal(tokens.slice(likeAt + 1))]);
  const isAt = wordAt('IS');
  if (isAt > 0) return toComparison(isWord(tokens[isAt + 1], 'NOT') ? 'exists' : 'missing', []);
  for (const sign of SIGNS) {
    const sides = splitOutside(tokens, (token) => isSymbol(token, sign));
    if (sides.length === 2 && sides[1]) {
      return toComparison(sign === ':' ? '==' : sign, [literal(sides[1])]);
    }
  }
  return tokens.length === 1 ? toComparison('true', []) : undefined;
};

/**
 * What a part of a condition asks for: `x >= 60` asks for at least 60.
 * @returns undefined for a part that is no plain comparison
 */
export const comparisonOf = (part: readonly Token[]): Comparison | undefined => {
  const tokens = part.filter(isMeaningful);
  const negated = isWord(tokens[0], 'NOT');
  const found = read(negated ? tokens.slice(1) : tokens);
  if (!found || !negated) return found;
  const operator = OPPOSITE[found.operator];
  return operator ? { ...found, operator } : undefined;
};

/** Functions that leave a value what it is. */
const PLAIN = new Set(['COALESCE', 'TO_LOWER', 'TO_STRING']);

/**
 * The left side of a comparison with a number, where it is calculated: its result says more than its fields.
 * @returns undefined for a side that is a field as it is
 */
export const calculatedSide = (part: readonly Token[]): readonly Token[] | undefined => {
  for (const sign of SIGNS) {
    const [whole = [], right] = splitOutside(part, (token) => isSymbol(token, sign));
    if (right?.findLast(isMeaningful)?.kind !== 'number') continue;
    const left = whole.filter(isMeaningful);
    const isCalculated = left.some(
      (token, index) =>
        ['*', '/', '+', '-', '%'].includes(token.kind === 'symbol' ? token.text : '') ||
        (token.kind === 'name' &&
          isSymbol(left[index + 1], '(') &&
          !PLAIN.has(token.text.toUpperCase()))
    );
    return isCalculated ? whole : undefined;
  }
  return undefined;
};
