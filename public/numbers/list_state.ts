import { z } from 'zod';
import {
  watchlistSortSchema,
  type WatchlistFilter,
  type WatchlistQuery,
} from '../../common/api/watchlist';

const text = z.string().max(2000).catch('').default('');

/** Everything that can be chosen on the page; it lives in the address. Lists are comma separated. */
export const listStateSchema = z.object({
  tab: z.enum(['list', 'import']).catch('list').default('list'),
  q: text,
  verdict: text,
  source: text,
  kind: z.enum(['', 'number', 'prefix']).catch('').default(''),
  state: z.enum(['', 'active', 'expired']).catch('').default(''),
  sort: watchlistSortSchema.catch('added_at').default('added_at'),
  order: z.enum(['asc', 'desc']).catch('desc').default('desc'),
  page: z.coerce.number().int().min(0).max(1000).catch(0).default(0),
  size: z.enum(['10', '25', '50', '100']).catch('25').default('25'),
  /** `new`, or the id of the entry that is being changed. */
  edit: text,
});
export type ListState = z.infer<typeof listStateSchema>;

export const NO_FILTER = { q: '', verdict: '', source: '', kind: '', state: '' } as const;

export const toList = (value: string): string[] => (value === '' ? [] : value.split(','));

type Chosen = Pick<ListState, 'q' | 'verdict' | 'source' | 'kind' | 'state'>;

export const hasFilters = ({ q, verdict, source, kind, state }: Chosen): boolean =>
  [q, verdict, source, kind, state].some((value) => value !== '');

/** What the server is asked for by. */
export const toFilter = ({ q, verdict, source, kind, state }: Chosen): WatchlistFilter => ({
  search: q.trim().slice(0, 64) || undefined,
  verdict: verdict || undefined,
  source: source || undefined,
  kind: kind || undefined,
  state: state || undefined,
});

export const toQuery = (state: Omit<ListState, 'tab' | 'edit'>): WatchlistQuery => ({
  ...toFilter(state),
  sort: state.sort,
  order: state.order,
  page: state.page,
  per_page: Number(state.size),
});
