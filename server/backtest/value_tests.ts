import { quote } from '../detection_content/literal';
import { assignedIn } from '../esql/commands';
import { LOWER_CASE_TOKENS, listTestAt, lowerCaseFieldAt } from '../esql/list_test';
import { isMeaningful, tokenise, type Token } from '../esql/tokens';

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

const testsOf = (stage: string): ValueTest[] => {
  const all = tokenise(stage);
  const places = all.flatMap((token, index) => (isMeaningful(token) ? [index] : []));
  const tokens = places.map((index) => all[index] as Token);
  const textBetween = (first: number, last: number): string =>
    all
      .slice(places[first], (places[last] ?? 0) + 1)
      .map(({ text }) => text)
      .join('');
  return tokens.flatMap((_token, at): ValueTest[] => {
    const field = lowerCaseFieldAt(tokens, at);
    const list = listTestAt(tokens, at + LOWER_CASE_TOKENS);
    if (field === undefined || !list || list.texts.length < LEAST_TEXTS) return [];
    const { end } = list;
    return [{ text: textBetween(at, end), field, test: textBetween(at + LOWER_CASE_TOKENS, end) }];
  });
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
