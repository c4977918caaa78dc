import type { CompiledRule } from '../../common/api/setup';
import type { ElasticsearchClient } from '../kibana';
import type { Remember } from './memory';

export type Scalar = string | number | boolean;
/** Columns by dotted names. */
export type Columns = Readonly<Record<string, Scalar>>;

/** Milliseconds; `toMs` is not part of it. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What one rule would have alerted on. */
export interface Hit {
  /** Hash; equal for the same finding of two runs. */
  readonly id: string;
  /** When the alert would have been written. */
  readonly writtenMs: number;
  /** The alert's `kibana.alert.original_time`. */
  readonly originalMs: number;
  /** Fields of the alert, the first value of each. */
  readonly columns: Columns;
  /** The event behind it; counting rules have none. */
  readonly event?: { readonly id: string; readonly index: string };
}

export interface Hits {
  readonly hits: readonly Hit[];
  readonly truncated: boolean;
}

/** What a run of one rule over a part of the range needs. */
export interface BacktestRun {
  /** With the rights of the person who asks. */
  readonly es: ElasticsearchClient;
  /** Every rule of the space, the one under test with the values under test. */
  readonly rules: readonly CompiledRule[];
  readonly spaceId: string;
  readonly signal?: AbortSignal;
  readonly remember: Remember;
}

export const iso = (ms: number): string => new Date(ms).toISOString();

/** Elasticsearch's range over `@timestamp` of a span. */
export const within = ({ fromMs, toMs }: Span) => ({
  range: {
    '@timestamp': { gte: iso(fromMs), lt: iso(toMs), format: 'strict_date_optional_time' },
  },
});
