import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { CompiledRule } from '../../../common/api/setup';
import { toSeconds } from '../../../common/model/duration';

/** One row of a rule's query: columns by their dotted names. */
export type Row = Readonly<Record<string, unknown>>;

const esqlAnswer = z.object({
  columns: z.array(z.object({ name: z.string() })),
  values: z.array(z.array(z.unknown())),
});

const seconds = (from: unknown): number => toSeconds(String(from).slice('now-'.length));

const rangeOf = (rule: CompiledRule, nowMs: number): object => ({
  range: {
    '@timestamp': {
      gte: new Date(nowMs - seconds(rule.from) * 1000).toISOString(),
      lte: new Date(nowMs).toISOString(),
    },
  },
});

/** The alert's identity in the Detection Engine: rows that share it are one alert, the first one. */
const alertKey = (row: Row): string =>
  `${String(row._id)}|${String(row._index)}|${String(row._version)}`;

/** Runs an ES|QL rule as the Detection Engine does: time range beside the query, one alert for each source document. */
export const runEsqlRule = async (
  es: Client,
  rule: CompiledRule,
  nowMs: number
): Promise<Row[]> => {
  const answer: unknown = await es.esql.query({
    query: `${String(rule.query)}\n| LIMIT 10000`,
    filter: rangeOf(rule, nowMs),
    format: 'json',
  });
  const { columns, values } = esqlAnswer.parse(answer);
  const alerts = new Map<string, Row>();
  for (const value of values) {
    const row = Object.fromEntries(columns.map(({ name }, index) => [name, value[index]]));
    if (!alerts.has(alertKey(row))) alerts.set(alertKey(row), row);
  }
  return [...alerts.values()];
};

const thresholdRule = z.object({
  index: z.array(z.string()),
  threshold: z.object({
    field: z.tuple([z.string()]),
    value: z.number(),
    cardinality: z.array(z.object({ field: z.string(), value: z.number() })),
  }),
});

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
  readonly last: { readonly value_as_string: string };
  readonly [name: `different_${number}`]: { readonly value: number };
}

/** The part of a counting rule's alert that other rules read. */
export interface CountAlert {
  readonly value: string;
  readonly count: number;
  /** ISO instant of the last counted document. */
  readonly originalTime: string;
}

/** Runs a threshold rule: groups that reach the count and the number of different values. */
export const runThresholdRule = async (
  es: Client,
  rule: CompiledRule,
  nowMs: number
): Promise<CountAlert[]> => {
  const { index, threshold } = thresholdRule.parse(rule);
  const different = Object.fromEntries(
    threshold.cardinality.map(({ field }, nth) => [`different_${nth}`, { cardinality: { field } }])
  );
  const answer = await es.search({
    index: index.join(','),
    size: 0,
    ignore_unavailable: true,
    allow_no_indices: true,
    query: {
      // The client's types do not know the query that reads Kibana's language.
      bool: { filter: [{ kql: { query: String(rule.query) } }, rangeOf(rule, nowMs)] as never },
    },
    aggs: {
      groups: {
        terms: { field: threshold.field[0], size: 1000, min_doc_count: threshold.value },
        aggs: { last: { max: { field: '@timestamp' } }, ...different },
      },
    },
  });
  const { buckets } = answer.aggregations?.groups as unknown as { buckets: Bucket[] };
  return buckets
    .filter((bucket) =>
      threshold.cardinality.every(
        ({ value }, nth) => (bucket[`different_${nth}`]?.value ?? 0) >= value
      )
    )
    .map(({ key, doc_count: count, last }) => ({
      value: key,
      count,
      originalTime: last.value_as_string,
    }));
};
