import { conditionTree, type ConditionTree } from '../esql/condition_tree';
import { LOWER_CASE_TOKENS, listTestAt, lowerCaseFieldAt } from '../esql/list_test';
import { isMeaningful, isWord, tokenise, type Token } from '../esql/tokens';
import { anyCasePattern, MAX_REGEX_LENGTH } from '../detection_content/literal';

/** Texts without an escape or a wildcard in them. */
const PLAIN = /^"[^"\\*?]*"$/;

/** The texts of a test that begins at a token and ends the condition; undefined for one whose texts are not plain. */
const textsAt = (tokens: readonly Token[], at: number): string[] | undefined => {
  const list = listTestAt(tokens, at);
  return list?.end === tokens.length - 1 && list.texts.every((text) => PLAIN.test(text))
    ? list.texts.map((text) => text.slice(1, -1))
    : undefined;
};

/** `TO_LOWER(field) IN (...)` and the same with LIKE, as an expression over the field itself. */
const ofLowerCase = (tokens: readonly Token[]): string | undefined => {
  const field = lowerCaseFieldAt(tokens, 0);
  const texts = field === undefined ? undefined : textsAt(tokens, LOWER_CASE_TOKENS);
  const pattern = texts && anyCasePattern(texts);
  return pattern && pattern.length <= MAX_REGEX_LENGTH ? `${field} RLIKE ${pattern}` : undefined;
};

/** `field IN ("a", "b")`, as it is. */
const ofExact = (tokens: readonly Token[]): string | undefined => {
  const [field, word, ...list] = tokens;
  return field?.kind === 'name' && isWord(word, 'IN') && textsAt(tokens, 1)
    ? `${field.text} IN ${list.map(({ text }) => text).join('')}`
    : undefined;
};

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
