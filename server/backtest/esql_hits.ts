import type { CompiledRule } from '../../common/api/setup';
import { FIELDS_INDEX } from '../../common/constants';
import { toSeconds } from '../../common/model/duration';
import { askEsql, MAX_ROWS } from './ask_esql';
import {
  hashOf,
  within,
  type BacktestRun,
  type Columns,
  type Hit,
  type Hits,
  type Span,
} from './hit';
import { hitsQuery, type HitsOfRule } from './hits_query';
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
  const { rows } = await askEsql(run, {
    query: `${query}\n| LIMIT ${MAX_ROWS}`,
    filter: [within(span), ...(ids ? [{ ids: { values: ids } }] : [])],
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
    const query = hitsQuery({ query: queryOf(rule), hits, fields, spaceId: run.spaceId });
    const { rows } = await askEsql(run, { query: `${query}\n| LIMIT ${MAX_ROWS}` });
    cut ||= rows.length >= MAX_ROWS;
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
