import { conditionTree, type ConditionTree } from '../esql/condition_tree';
import { isMeaningful, isSymbol, isWord, tokenise, type Token } from '../esql/tokens';
import { anyCasePattern, MAX_REGEX_LENGTH } from '../detection_content/literal';

/** Between the quotes; a text with an escape in it is not read. */
const plainText = ({ kind, text }: Token): string | undefined =>
  kind === 'string' && /^"[^"\\*?]*"$/.test(text) ? text.slice(1, -1) : undefined;

/** The texts of `("a", "b")` or `"a"`; undefined for anything else. */
const plainTexts = (tokens: readonly Token[]): string[] | undefined => {
  const written = tokens.filter(({ text }) => !['(', ')', ','].includes(text));
  const texts = written.map(plainText);
  return texts.includes(undefined) ? undefined : texts.filter((text) => text !== undefined);
};

/** `TO_LOWER(field) IN (...)` and the same with LIKE, as an expression over the field itself. */
const ofLowerCase = ([call, open, field, close, word, ...rest]: readonly Token[]) => {
  const isList =
    isWord(call, 'TO_LOWER') &&
    isSymbol(open, '(') &&
    field?.kind === 'name' &&
    isSymbol(close, ')');
  if (!isList || !(isWord(word, 'IN') || isWord(word, 'LIKE'))) return undefined;
  const texts = plainTexts(rest);
  const pattern = texts && anyCasePattern(texts);
  return pattern && pattern.length <= MAX_REGEX_LENGTH
    ? `${field.text} RLIKE ${pattern}`
    : undefined;
};

/** `field IN ("a", "b")`, as it is. */
const ofExact = ([field, word, ...rest]: readonly Token[]): string | undefined =>
  field?.kind === 'name' && isWord(word, 'IN') && plainTexts(rest)
    ? `${field.text} IN ${rest.map(({ text }) => text).join('')}`
    : undefined;

const joined = (parts: readonly string[], word: string): string =>
  parts.length > 1 ? `(${parts.join(` ${word} `)})` : (parts[0] ?? '');

const impliedBy = (tree: ConditionTree): string | undefined => {
  if (tree.kind === 'leaf') {
    const tokens = tree.tokens.filter(isMeaningful);
    return ofLowerCase(tokens) ?? ofExact(tokens);
  }
  const parts = tree.parts.map(impliedBy);
  const known = parts.filter((part) => part !== undefined);
  const enough = tree.kind === 'and' ? known.length > 0 : known.length === parts.length;
  return enough ? joined(known, tree.kind.toUpperCase()) : undefined;
};

/**
 * A wider condition than the given one, of which the index knows the answer: which texts a field has. Elasticsearch asks the
 * index for a condition as a whole or not at all, and reads every event for one with alternatives of which a single part
 * has to be calculated (in 8.19 `TO_LOWER(field) LIKE (...)` is such a part). With this one in front it reads only those that
 * have a chance. Lists in lower case find letters of ASCII in any case.
 * @param where ES|QL, placeholders filled
 * @returns ES|QL that is true wherever `where` is; undefined when nothing of it can be asked of the index
 */
export const askedFirst = (where: string): string | undefined =>
  impliedBy(conditionTree(tokenise(where)));
