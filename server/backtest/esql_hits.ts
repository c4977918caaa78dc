import type { CompiledRule } from '../../common/api/setup';
import { FIELDS_INDEX } from '../../common/constants';
import { toSeconds } from '../../common/model/duration';
import { hashOf } from '../hash_of';
import { askEsql, MAX_ROWS, type Table } from './ask_esql';
import { within, type BacktestRun, type Columns, type Hit, type Hits, type Span } from './hit';
import { hitsQuery, joinOf, stagesOf, type HitsOfRule } from './hits_query';
import { linkableEvents } from './linkable_events';

/** Hits that are written into one query; Elasticsearch takes a million characters of text. */
const HITS_A_QUERY = 500;

const queryOf = ({ query }: CompiledRule): string => String(query);

const intervalMsOf = ({ interval }: CompiledRule): number => toSeconds(String(interval)) * 1000;

/** The first row of each event, as the Detection Engine takes it. */
const firstOfEach = (
  rows: readonly Columns[],
  keyOf: (row: Columns) => string
): Map<string, Columns> => {
  const found = new Map<string, Columns>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!found.has(key)) found.set(key, row);
  }
  return found;
};

/** Instants of the events whose rows do not say when they were. */
const instantOf = (row: Columns): number =>
  Date.parse(String(row['vishing.signal_time'] ?? row['@timestamp'] ?? ''));

/**
 * The events that the rule alerts on. A join reads every column that is kept of every call of the person, so the whole row is
 * asked for only of these.
 * @returns undefined when there are more than one answer holds
 */
const linkedEvents = async (
  run: BacktestRun,
  query: string,
  { ids, span }: { readonly ids: readonly string[]; readonly span: Span }
): Promise<readonly string[] | undefined> => {
  const stages = stagesOf(query);
  if (!stages.at(-1)?.startsWith('KEEP ')) return undefined;
  const { rows } = await askEsql(run, {
    query: [...stages.slice(0, -1), 'KEEP _id', `LIMIT ${MAX_ROWS}`].join('\n| '),
    filter: [within(span), { ids: { values: ids } }],
  });
  return rows.length < MAX_ROWS ? [...new Set(rows.map(({ _id: id }) => String(id)))] : undefined;
};

/** A rule that reads events: its own query over the events of the span. */
export const eventHits = async (
  run: BacktestRun,
  rule: CompiledRule,
  span: Span
): Promise<Hits> => {
  const { query, ids } = (await linkableEvents(run, queryOf(rule), span)) ?? {
    query: queryOf(rule),
  };
  if (ids?.length === 0) return { hits: [], truncated: false };
  const linked = ids && (await linkedEvents(run, query, { ids, span }));
  if (linked?.length === 0) return { hits: [], truncated: false };
  const chosen = linked ?? ids;
  const { rows } = await askEsql(run, {
    query: `${query}\n| LIMIT ${MAX_ROWS}`,
    filter: [within(span), ...(chosen ? [{ ids: { values: chosen } }] : [])],
  });
  const events = firstOfEach(rows, (row) => `${String(row._index)}/${String(row._id)}`);
  const intervalMs = intervalMsOf(rule);
  const hits = [...events.values()].map((row): Hit => {
    const { _id: id, _index: index, _version, ...columns } = row;
    const originalMs = Number.isNaN(instantOf(row)) ? span.fromMs : instantOf(row);
    return {
      id: hashOf(rule.rule_id, index, id),
      writtenMs: Math.ceil(originalMs / intervalMs) * intervalMs,
      originalMs,
      columns,
      event: { id: String(id), index: String(index) },
    };
  });
  return { hits, truncated: rows.length >= MAX_ROWS };
};

/** Names and types of every field that rules may mention. */
export const knownFields = (run: BacktestRun): Promise<ReadonlyMap<string, string>> =>
  run.remember(
    ['fields'],
    async () => {
      const { columns } = await askEsql(run, { query: `FROM ${FIELDS_INDEX} | LIMIT 0` });
      return new Map(columns.map(({ name, type }) => [name, type]));
    },
    ({ size }) => size
  );

interface HitsToJoin {
  readonly hits: readonly HitsOfRule[];
  readonly fields: ReadonlyMap<string, string>;
}

/** Rows of a rule's query over hits; `vishing.hit` says which one a row is of. */
const askHits = async (
  run: BacktestRun,
  query: string,
  { hits, fields }: HitsToJoin
): Promise<Table & { readonly truncated: boolean }> => {
  const filled = hitsQuery({ query, hits, fields, spaceId: run.spaceId });
  const table = await askEsql(run, { query: `${filled}\n| LIMIT ${MAX_ROWS}` });
  return { ...table, truncated: table.rows.length >= MAX_ROWS };
};

/**
 * A rule that looks something up before the calls is asked in two steps: Elasticsearch 8.19 cannot plan two look-ups behind
 * a table that is written into the query.
 */
const joinHits = async (
  run: BacktestRun,
  rule: CompiledRule,
  { hits, fields }: HitsToJoin
): Promise<{ readonly rows: readonly Columns[]; readonly truncated: boolean }> => {
  const stages = stagesOf(queryOf(rule));
  const join = joinOf(stages);
  const [from = ''] = stages;
  if (!stages.slice(0, Math.max(join, 0)).some((stage) => stage.startsWith('LOOKUP JOIN ')))
    return askHits(run, queryOf(rule), { hits, fields });
  const first = await askHits(run, stages.slice(0, join).join('\n| '), { hits, fields });
  if (first.rows.length === 0) return first;
  const types = first.columns.map(({ name, type }) => [name, type] as const);
  const places = first.rows.map((row) => Number(row['vishing.hit']));
  const found = first.rows.flatMap((row, at): HitsOfRule[] => {
    const source = hits[places[at] ?? -1];
    const { _id, _index, _version, 'vishing.hit': _hit, ...columns } = row;
    return source ? [{ ruleId: source.ruleId, hit: { ...source.hit, columns } }] : [];
  });
  const second = await askHits(run, [from, ...stages.slice(join)].join('\n| '), {
    hits: found,
    fields: new Map([...fields, ...types]),
  });
  return {
    rows: second.rows.map((row) => ({
      ...row,
      'vishing.hit': places[Number(row['vishing.hit'])] ?? -1,
    })),
    truncated: first.truncated || second.truncated,
  };
};

/** A rule that reads alerts of other rules: its query over the hits that those rules would have had. */
export const alertHits = async (
  run: BacktestRun,
  rule: CompiledRule,
  {
    before,
    fields,
    truncated,
  }: {
    readonly before: readonly HitsOfRule[];
    readonly fields: ReadonlyMap<string, string>;
    readonly truncated: boolean;
  }
): Promise<Hits> => {
  const found: Hit[] = [];
  let cut = truncated;
  for (let start = 0; start < before.length; start += HITS_A_QUERY) {
    const hits = before.slice(start, start + HITS_A_QUERY);
    const { rows, truncated: isCut } = await joinHits(run, rule, { hits, fields });
    cut ||= isCut;
    for (const row of firstOfEach(rows, (each) => String(each['vishing.hit'])).values()) {
      const source = hits[Number(row['vishing.hit'])]?.hit;
      if (!source) continue;
      const { _id, _index, _version, ...columns } = row;
      const instantMs = instantOf(row);
      found.push({
        ...source,
        id: hashOf(rule.rule_id, source.id),
        originalMs: Number.isNaN(instantMs) ? source.originalMs : instantMs,
        columns: { ...source.columns, ...columns },
      });
    }
  }
  return { hits: found, truncated: cut };
};
