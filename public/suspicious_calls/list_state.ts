import { z } from 'zod';
import { sortFieldSchema, type SuspiciousCallsQuery } from '../../common/api/suspicious_calls';
import { resolveRange } from '../shared/url/time_range';

const text = (fallback: string) => z.string().max(2000).catch(fallback).default(fallback);
const whole = (fallback: number, max: number) =>
  z.coerce.number().int().min(0).max(max).catch(fallback).default(fallback);

/** Stands for "no filter" where the default is a filter. */
export const ALL = 'all';

/** Everything that can be chosen on the page; it lives in the address. Lists are comma separated. */
export const listStateSchema = z.object({
  from: text('now-24h'),
  to: text('now'),
  /** Milliseconds between refreshes; 0 when paused. */
  refresh: whole(0, 86_400_000),
  q: text(''),
  /** Closed calls need nobody, so they are left out until they are asked for. */
  status: text('open,acknowledged'),
  severity: text(''),
  rule: text(''),
  sort: sortFieldSchema.catch('score').default('score'),
  order: z.enum(['asc', 'desc']).catch('desc').default('desc'),
  page: whole(0, 10_000),
  size: z
    .union([z.literal('10'), z.literal('25'), z.literal('50'), z.literal('100')])
    .catch('25')
    .default('25'),
  /** Call ids of rows that are open. */
  expanded: text(''),
  /** Call id of the row that the keyboard stands on. */
  row: text(''),
});
export type ListState = z.infer<typeof listStateSchema>;

export const DEFAULT_LIST_STATE: ListState = listStateSchema.parse({});

export const toList = (value: string): string[] =>
  value === '' || value === ALL ? [] : value.split(',');

/** The part of the state that filters rows; when it changes, the list begins at its first page again. */
export const hasFilters = ({ q, severity, rule, status }: ListState): boolean =>
  q !== '' || severity !== '' || rule !== '' || status !== DEFAULT_LIST_STATE.status;

const optional = (value: string): string | undefined =>
  value === '' || value === ALL ? undefined : value;

/** What the server is asked for. */
export const toQuery = (state: ListState, now: Date): SuspiciousCallsQuery => ({
  ...resolveRange(state, now),
  search: optional(state.q.trim().slice(0, 200)),
  status: optional(state.status),
  severity: optional(state.severity),
  rule: optional(state.rule),
  sort: state.sort,
  order: state.order,
  page: state.page,
  per_page: Number(state.size),
});
