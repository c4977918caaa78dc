import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { CompiledRule } from '../../common/api/setup';
import { FIELDS_INDEX } from '../../common/constants';
import { hashOf } from '../hash_of';
import { toSeconds } from '../../common/model/duration';
import { readField } from '../investigation/read_field';
import { askEsql, fieldName, MAX_ROWS } from './ask_esql';
import { within, type BacktestRun, type Columns, type Hit, type Hits } from './hit';
import type { Scalar, Span } from './hit';

const ruleSchema = z.object({
  rule_id: z.string(),
  interval: z.string(),
  query: z.string(),
  index: z.array(z.string()),
  new_terms_fields: z.array(z.string()).min(1),
  history_window_start: z.string().startsWith('now-'),
});
type NewTermsRule = z.infer<typeof ruleSchema>;

/** First events that are fetched of one span, in one request. */
const MOST_NEW = 500;
/** Values that one search looks up in the history; Elasticsearch's own limit is 65,536. */
const MOST_VALUES = 10_000;

const termsQuery = (rule: NewTermsRule, measure: string): string => {
  const names = rule.new_terms_fields.map(fieldName);
  return [
    `FROM ${[...rule.index, FIELDS_INDEX].join(', ')}`,
    ...names.map((name) => `| WHERE ${name} IS NOT NULL`),
    `| STATS at = ${measure}(@timestamp) BY ${names.join(', ')}`,
    `| LIMIT ${MAX_ROWS}`,
  ].join('\n');
};

const keyOf = (row: Columns, { new_terms_fields: fields }: NewTermsRule): string =>
  JSON.stringify(fields.map((field) => row[field]));

/** When each of the terms was last seen before the span. */
const lastSeen = async (
  run: BacktestRun,
  rule: NewTermsRule,
  { rows, span, historyMs }: { rows: readonly Columns[]; span: Span; historyMs: number }
): Promise<Map<string, number>> => {
  const before = { fromMs: span.fromMs - historyMs, toMs: span.fromMs };
  const anyOf = rule.new_terms_fields.map((field) => ({
    terms: { [field]: [...new Set(rows.flatMap((row) => row[field] ?? []))].slice(0, MOST_VALUES) },
  }));
  const known = await askEsql(run, {
    query: termsQuery(rule, 'MAX'),
    filter: [within(before), { kql: { query: rule.query } }, ...anyOf],
  });
  return new Map(known.rows.map((row) => [keyOf(row, rule), Date.parse(String(row.at))]));
};

interface FirstEvent {
  readonly _id?: string;
  readonly _index: string;
  readonly _source?: unknown;
}

const firstEvents = async (
  { es, signal }: BacktestRun,
  rule: NewTermsRule,
  { rows, span }: { rows: readonly Columns[]; span: Span }
): Promise<(FirstEvent | undefined)[]> => {
  const searches = rows.flatMap((row) => [
    { index: rule.index, ignore_unavailable: true, allow_no_indices: true },
    {
      size: 1,
      sort: [{ '@timestamp': 'asc' as const }],
      query: {
        bool: {
          filter: [
            within(span),
            { kql: { query: rule.query } },
            ...rule.new_terms_fields.map((field) => ({ term: { [field]: row[field] } })),
          ],
        },
      } as estypes.QueryDslQueryContainer,
    },
  ]);
  const { responses } = await es.msearch({ searches }, { signal });
  return responses.map((answer) => ('hits' in answer ? answer.hits.hits[0] : undefined));
};

/** Of several values a column holds one: that which rules take of the new terms, by `MV_MAX(TO_LOWER(...))`. */
const greatest = (terms: Columns): string =>
  Object.values(terms)
    .map((term) => String(term).toLowerCase())
    .reduce((most, term) => (term > most ? term : most), '');

/** The event's fields that other rules may read, flat. */
const columnsOf = (source: unknown, fields: readonly string[]): Columns =>
  Object.fromEntries(
    fields.flatMap((field): [string, Scalar][] => {
      const value = readField(source, field);
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' || typeof first === 'number' || typeof first === 'boolean'
        ? [[field, first]]
        : [];
    })
  );

/**
 * Alerts of a new-terms rule in the span: the first event of every term (or combination) that was not seen in the history
 * window before it.
 * @param fields of the event that are read by the rules that read these alerts
 */
export const newTermsHits = async (
  run: BacktestRun,
  compiled: CompiledRule,
  { span, fields }: { span: Span; fields: readonly string[] }
): Promise<Hits> => {
  const rule = ruleSchema.parse(compiled);
  const historyMs = toSeconds(rule.history_window_start.slice('now-'.length)) * 1000;
  const intervalMs = toSeconds(rule.interval) * 1000;
  const filter = [within(span), { kql: { query: rule.query } }];
  const { rows } = await askEsql(run, { query: termsQuery(rule, 'MIN'), filter });
  if (rows.length === 0) return { hits: [], truncated: false };
  const seen = await lastSeen(run, rule, { rows, span, historyMs });
  const fresh = rows.filter((row) => {
    const last = seen.get(keyOf(row, rule));
    return last === undefined || last < Date.parse(String(row.at)) - historyMs;
  });
  const shown = fresh.slice(0, MOST_NEW);
  if (shown.length === 0) return { hits: [], truncated: rows.length >= MAX_ROWS };
  const events = await firstEvents(run, rule, { rows: shown, span });
  const hits = shown.flatMap((row, at): Hit[] => {
    const event = events[at];
    if (!event?._id) return [];
    const originalMs = Date.parse(String(row.at));
    const { at: _at, ...terms } = row;
    return [
      {
        id: hashOf(rule.rule_id, event._index, event._id, terms),
        writtenMs: Math.ceil(originalMs / intervalMs) * intervalMs,
        originalMs,
        columns: {
          ...columnsOf(event._source, fields),
          ...terms,
          'kibana.alert.new_terms': greatest(terms),
        },
        event: { id: event._id, index: event._index },
      },
    ];
  });
  return { hits, truncated: fresh.length > shown.length || rows.length >= MAX_ROWS };
};
