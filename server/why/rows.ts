import type { estypes } from '@elastic/elasticsearch';
import type { Candidate, CheckedCondition } from '../../common/api/why';
import { isMissingIndex } from '../elasticsearch_errors';
import { queryEsql } from '../esql/query_esql';
import type { ElasticsearchClient } from '../kibana';
import { leavesOf, type PlannedCondition, type PlannedTree } from './plan_question';

/** One row of an ES|QL answer: columns by their dotted names. */
export type Row = Readonly<Record<string, unknown>>;

export interface Asking {
  /** Acts with the rights of the person who asks. */
  readonly es: ElasticsearchClient;
  readonly signal?: AbortSignal;
}

/** Rows of a query; a source that is not there has none. @throws what Elasticsearch answers otherwise */
export const rowsOf = async (
  { es, signal }: Asking,
  query: string,
  filter?: estypes.QueryDslQueryContainer
): Promise<Row[]> => {
  try {
    const answer = await queryEsql(es, { query, filter }, { signal });
    const { columns, values } = answer as { columns: { name: string }[]; values: unknown[][] };
    return values.map((row) =>
      Object.fromEntries(columns.map(({ name }, index) => [name, row[index]]))
    );
  } catch (error) {
    if (isMissingIndex(error)) return [];
    throw error;
  }
};

const costOf = (tree: PlannedTree, row: Row): number => {
  if (tree.kind === 'leaf') return row[tree.condition.column] === true ? 0 : 1;
  const costs = tree.parts.map((part) => costOf(part, row));
  return tree.kind === 'and' ? costs.reduce((sum, cost) => sum + cost, 0) : Math.min(...costs);
};

const heldBy = (tree: PlannedTree, row: Row): number =>
  leavesOf(tree).filter(({ column }) => row[column] === true).length;

/** Alternatives are often there for other sources, whose fields this event does not have. */
const valuesMissed = (tree: PlannedTree, row: Row): number =>
  leavesOf(tree).filter(
    ({ column, fields }) =>
      row[column] !== true && !fields.some(({ column: value }) => row[value] != null)
  ).length;

/** Of alternatives the one that misses least, and of those the nearest to this event; the rest would only confuse. */
const relevantParts = (tree: PlannedTree, row: Row): PlannedCondition[] => {
  if (tree.kind === 'leaf') return [tree.condition];
  if (tree.kind === 'and') return tree.parts.flatMap((part) => relevantParts(part, row));
  const [best] = [...tree.parts].sort(
    (a, b) =>
      costOf(a, row) - costOf(b, row) ||
      valuesMissed(a, row) - valuesMissed(b, row) ||
      heldBy(b, row) - heldBy(a, row)
  );
  return best ? relevantParts(best, row) : [];
};

/** How a value that the query made into text is shown; masks it for people who may not see it. */
export type ShowValue = (field: string, value: string) => string;

const toChecked = (condition: PlannedCondition, row: Row, show: ShowValue): CheckedCondition => ({
  holds: row[condition.column] === true,
  about: condition.about,
  expression: condition.expression,
  found: condition.fields.map(({ field, column }) => {
    const value = row[column];
    return typeof value === 'string' ? { field, value: show(field, value) } : { field };
  }),
  ...(condition.computed === undefined || row[condition.computed] == null
    ? {}
    : { computed: String(row[condition.computed]) }),
  needed: condition.needed,
  parameters: [...condition.parameters],
});

/** Every condition in the order of the rule, with the values of one row. */
export const checkedConditions = (
  trees: readonly PlannedTree[],
  row: Row,
  show: ShowValue
): CheckedCondition[] =>
  trees
    .flatMap((tree) => relevantParts(tree, row))
    .map((condition) => toChecked(condition, row, show));

/** Without an event nothing can be said about it. */
export const withoutEvent = (conditions: readonly CheckedCondition[]): CheckedCondition[] =>
  conditions
    .filter(({ about }) => about !== 'event')
    .map((condition) =>
      condition.about === 'both' ? { ...condition, holds: undefined, found: [] } : condition
    );

const instant = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A row of the candidates' query. */
export const toCandidate = (
  trees: readonly PlannedTree[],
  row: Row,
  show: ShowValue
): Candidate => ({
  document: { index: String(row._index), id: String(row._id) },
  at: instant(row['vishing.signal_time']),
  failing: Number(row['vishing.why_failing']),
  is_signal: row['vishing.why_signal'] === 0,
  conditions: checkedConditions(trees, row, show),
});
