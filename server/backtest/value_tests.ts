import { quote } from '../detection_content/literal';
import { isMeaningful, isSymbol, isWord, tokenise, type Token } from '../esql/tokens';

/**
 * A test of one field against many texts, such as `TO_LOWER(process.name) LIKE ("anydesk.exe", ...)`. Elasticsearch reads
 * the field of every event for it (8.19), while a list of exact values is answered from the index.
 */
export interface ValueTest {
  /** As it stands in the query. */
  readonly text: string;
  readonly field: string;
  /** `IN` or `LIKE` with its list. */
  readonly test: string;
}

/** Shorter tests cost less than to ask for the values. */
const LEAST_TEXTS = 8;

/** Where a list of texts ends that begins at `open`, and how many texts it has; undefined for another list. */
const listFrom = (
  tokens: readonly Token[],
  open: number
): { end: number; texts: number } | undefined => {
  let texts = 0;
  for (let at = open + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (isSymbol(token, ')')) return { end: at, texts };
    if (token?.kind === 'string') texts += 1;
    else if (!isSymbol(token, ',')) return undefined;
  }
  return undefined;
};

/** Index of the last token of a long test that begins behind `TO_LOWER(field)`. */
const endOfTest = (tokens: readonly Token[], from: number): number | undefined => {
  const isTest = isWord(tokens[from], 'IN') || isWord(tokens[from], 'LIKE');
  if (!isTest || !isSymbol(tokens[from + 1], '(')) return undefined;
  const list = listFrom(tokens, from + 1);
  return list && list.texts >= LEAST_TEXTS ? list.end : undefined;
};

const testsOf = (stage: string): ValueTest[] => {
  const all = tokenise(stage);
  const places = all.flatMap((token, index) => (isMeaningful(token) ? [index] : []));
  const tokens = places.map((index) => all[index] as Token);
  const textBetween = (first: number, last: number): string =>
    all
      .slice(places[first], (places[last] ?? 0) + 1)
      .map(({ text }) => text)
      .join('');
  return tokens.flatMap((token, at): ValueTest[] => {
    const [open, field, close] = tokens.slice(at + 1, at + 4);
    if (!isWord(token, 'TO_LOWER') || !isSymbol(open, '(') || !isSymbol(close, ')')) return [];
    const end = endOfTest(tokens, at + 4);
    if (field?.kind !== 'name' || end === undefined) return [];
    return [{ text: textBetween(at, end), field: field.text, test: textBetween(at + 4, end) }];
  });
};

const assignedIn = (stage: string): string[] => {
  const tokens = tokenise(stage).filter(isMeaningful);
  return tokens.flatMap(({ kind, text }, at) =>
    kind === 'name' && isSymbol(tokens[at + 1], '=') ? [text] : []
  );
};

/**
 * The long tests of fields of the events themselves.
 * @param stages of a query, from `FROM` to before its join
 */
export const valueTests = (stages: readonly string[]): ValueTest[] => {
  const found = new Map<string, ValueTest>();
  const assigned = new Set<string>();
  for (const stage of stages.slice(1)) {
    if (stage.startsWith('EVAL ')) for (const name of assignedIn(stage)) assigned.add(name);
    else if (!stage.startsWith('WHERE ')) break;
    else
      for (const test of testsOf(stage)) if (!assigned.has(test.field)) found.set(test.text, test);
  }
  return [...found.values()];
};

/** Asks for the values of the field that pass the test; the count keeps the test behind the grouping, once for each value. */
export const passingValuesQuery = (
  from: string,
  { field, test }: ValueTest,
  most: number
): string =>
  [
    from,
    `STATS vishing.events = COUNT(*) BY vishing.value = ${field}`,
    `EVAL vishing.value = CASE(vishing.events > 0, vishing.value, NULL)`,
    `WHERE TO_LOWER(vishing.value) ${test}`,
    'KEEP vishing.value',
    `LIMIT ${most}`,
  ].join('\n| ');

/**
 * The same test over the values that are known to pass, which Elasticsearch answers from its index. Like the test it stands
 * for, it is empty where the field is empty or has several values.
 */
export const exactTest = ({ field }: ValueTest, values: readonly string[]): string =>
  values.length > 0
    ? `${field} IN (${values.map(quote).join(', ')})`
    : `(${field} IN ("a") AND ${field} IN ("b"))`;
