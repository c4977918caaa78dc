import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { elasticsearchErrorType } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import { queryEsql } from '../esql/query_esql';
import type { BacktestRun, Columns, Scalar } from './hit';

/** Elasticsearch's own limit of an ES|QL answer. */
export const MAX_ROWS = 10_000;

const answerSchema = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  values: z.array(z.array(z.unknown())),
});

interface Question {
  readonly query: string;
  readonly filter?: readonly object[];
}

export interface Table {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Columns[];
}

/** The first of several values; rules and people read one. */
const scalarOf = (value: unknown): Scalar | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' || typeof first === 'boolean'
    ? first
    : undefined;
};

/** @throws VishingError where Elasticsearch has too little memory, which a shorter range or narrower values help */
const refused = (error: unknown): never => {
  if (elasticsearchErrorType(error) !== 'circuit_breaking_exception') throw error;
  throw new VishingError(
    'elasticsearch_unavailable',
    'Elasticsearch has too little memory for this part of the range just now. Try again, choose a shorter range, or make the values narrower.'
  );
};

/** Runs ES|QL as the person who asks; empty values are left out of the rows. */
export const askEsql = async (
  { es, signal }: Pick<BacktestRun, 'es' | 'signal'>,
  { query, filter = [] }: Question
): Promise<Table> => {
  const answer = await queryEsql(
    es,
    { query, filter: { bool: { filter: filter as estypes.QueryDslQueryContainer[] } } },
    { signal }
  ).catch(refused);
  const { columns, values } = answerSchema.parse(answer);
  const rows = values.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ name }, index): [string, Scalar][] => {
        const value = scalarOf(row[index]);
        return value === undefined ? [] : [[name, value]];
      })
    )
  );
  return { columns, rows };
};

/** A field name as ES|QL takes it, whatever characters it has. */
export const fieldName = (field: string): string => `\`${field.replaceAll('`', '``')}\``;
