import type { estypes } from '@elastic/elasticsearch';
import { esqlEventId, esqlRowId } from '../alerts/alert_ids';
import type { Finding } from '../alerts/build_alert';
import { merged, nested, type Document } from '../field_access';
import type { EsqlRule } from '../rules/rule_schema';
import { expandedColumns, indicesOfEsql, isAggregating } from './esql_query';
import { timeFilter, warningsOf, type RunContext, type RunResult } from './run_context';

/** A page is at most three times as large as what may be written, to get past events that have alerts already. */
const LARGEST_PAGE = 3;

interface EsqlAnswer {
  readonly columns: readonly { readonly name: string }[];
  readonly values: readonly (readonly unknown[])[];
  /** Shards failed, and the answer lacks what they have. */
  readonly is_partial?: boolean;
  readonly _clusters?: {
    readonly details?: Readonly<
      Record<string, { readonly failures?: readonly { readonly reason?: { reason?: string } }[] }>
    >;
  };
}

/** What is missing from an answer, as Kibana puts it beside the rule. */
const partialWarnings = ({ is_partial: isPartial, _clusters: clusters }: EsqlAnswer): string[] => {
  if (!isPartial) return [];
  const reasons = Object.values(clusters?.details ?? {}).flatMap(({ failures = [] }) =>
    failures.map(({ reason }) => reason?.reason ?? 'no reason given')
  );
  return [`The query read a part of its data only: ${[...new Set(reasons)].join('; ')}`];
};

/** ES|QL gives null for every field that an event lacks; those are not part of the alert. */
const toDocument = ({ columns }: EsqlAnswer, row: readonly unknown[]): Document =>
  Object.fromEntries(
    columns.flatMap(({ name }, index): [string, unknown][] =>
      row[index] === null || row[index] === undefined ? [] : [[name, row[index]]]
    )
  );

const askPage = (
  { es, fields, from, to }: RunContext<EsqlRule>,
  size: number
): Promise<EsqlAnswer> =>
  es.transport.request({
    method: 'POST',
    path: '/_query',
    querystring: { drop_null_columns: true },
    body: {
      query: `${fields.query}\n| LIMIT ${size}`,
      filter: { bool: { filter: [timeFilter(fields, from, to)] } },
    },
  });

const keyOf = (index: unknown, id: unknown): string => `${String(index)}/${String(id)}`;

/** The whole events behind the rows, by index and id. */
const fetchSources = async (
  { es }: RunContext<EsqlRule>,
  indices: readonly string[],
  rows: readonly Document[]
): Promise<Map<string, estypes.SearchHit<Document>>> => {
  const ids = [...new Set(rows.flatMap(({ _id: id }) => (typeof id === 'string' ? [id] : [])))];
  if (ids.length === 0) return new Map();
  const { hits } = await es.search<Document>({
    index: [...indices],
    query: { bool: { filter: [{ ids: { values: ids } }] } },
    size: Math.min(ids.length * 2, 10_000),
    ignore_unavailable: true,
  });
  return new Map(
    hits.hits.flatMap((hit): [string, estypes.SearchHit<Document>][] => [
      [keyOf(hit._index, hit._id), hit],
      [keyOf('', hit._id), hit],
    ])
  );
};

interface OfQuery {
  readonly sources: ReadonlyMap<string, estypes.SearchHit<Document>>;
  /** Columns whose values are part of an alert's id. */
  readonly expanded: readonly string[];
}

const toFinding = (
  { ruleKey, from, to, fields }: RunContext<EsqlRule>,
  row: Document,
  position: number,
  { sources, expanded }: OfQuery
): Finding => {
  const { _id: id, _index: index, _version, ...columns } = row;
  if (typeof id !== 'string' || isAggregating(fields.query)) {
    const alertId = esqlRowId({ from, to }, fields.query, ruleKey, position);
    return { alertId, id: '', index: '', source: columns };
  }
  const hit = sources.get(keyOf(index ?? '', id));
  const indexName = typeof index === 'string' ? index : (hit?._index ?? '');
  const source = hit?._source ?? {};
  const values = expanded.map((column) => columns[column]);
  return {
    alertId: esqlEventId({ index: indexName, id, rule: ruleKey }, values),
    id,
    index: indexName,
    source: {
      ...keepAlertFields(source),
      ...merged(nested(withoutAlertFields(source)), nested(columns)),
    },
  };
};

const isAlertField = (key: string): boolean => key.startsWith('kibana.');
const keepAlertFields = (source: Document): Document =>
  Object.fromEntries(Object.entries(source).filter(([key]) => isAlertField(key)));
const withoutAlertFields = (source: Document): Document =>
  Object.fromEntries(Object.entries(source).filter(([key]) => !isAlertField(key)));

/** Runs an ES|QL rule: each row becomes an alert that carries the event's fields and the row's columns. */
export const runEsql = async (context: RunContext<EsqlRule>): Promise<RunResult> => {
  const { fields } = context;
  const most = fields.max_signals;
  const indices = indicesOfEsql(fields.query);
  const expanded = expandedColumns(fields.query);
  const warnings = new Set<string>();
  let created = 0;
  for (let size = most; size <= most * LARGEST_PAGE && created <= most; size += most) {
    const answer = await askPage(context, size);
    for (const warning of partialWarnings(answer)) warnings.add(warning);
    const seen = size - most;
    const rows = answer.values.slice(seen).map((row) => toDocument(answer, row));
    const sources = isAggregating(fields.query)
      ? new Map<string, estypes.SearchHit<Document>>()
      : await fetchSources(context, indices, rows);
    const findings = rows.map((row, index) =>
      toFinding(context, row, seen + index, { sources, expanded })
    );
    const written = await context.write(findings, most - created);
    created += written.created;
    for (const warning of warningsOf(written)) warnings.add(warning);
    if (written.truncated || answer.values.length < size) break;
  }
  return { created, warnings: [...warnings] };
};
