import { isSymbol, isWord, type Token } from './tokens';

/** `IN ("a", "b")`, or the same with `LIKE`, in a condition. */
export interface ListTest {
  /** Index of its last token. */
  readonly end: number;
  /** The texts as they are written, with their quotes. */
  readonly texts: readonly string[];
}

/**
 * A test against a list of texts.
 * @param tokens of a condition, meaningful ones only
 * @param at index of `IN` or `LIKE`
 * @returns undefined for anything else, also for a list that holds something else than texts
 */
export const listTestAt = (tokens: readonly Token[], at: number): ListTest | undefined => {
  const isTest = isWord(tokens[at], 'IN') || isWord(tokens[at], 'LIKE');
  if (!isTest || !isSymbol(tokens[at + 1], '(')) return undefined;
  const texts: string[] = [];
  for (let end = at + 2; end < tokens.length; end += 1) {
    const token = tokens[end];
    if (isSymbol(token, ')')) return { end, texts };
    if (token?.kind === 'string') texts.push(token.text);
    else if (!isSymbol(token, ',')) return undefined;
  }
  return undefined;
};

/** The field of `TO_LOWER(field)` that begins at a token; its test would be the fourth behind. */
export const lowerCaseFieldAt = (tokens: readonly Token[], at: number): string | undefined => {
  const [call, open, field, close] = tokens.slice(at, at + LOWER_CASE_TOKENS);
  return isWord(call, 'TO_LOWER') &&
    isSymbol(open, '(') &&
    field?.kind === 'name' &&
    isSymbol(close, ')')
    ? field.text
    : undefined;
};

/** So many tokens has `TO_LOWER(field)`. */
export const LOWER_CASE_TOKENS = 4;
