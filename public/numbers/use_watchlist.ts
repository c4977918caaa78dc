import { useCallback } from 'react';
import { getWatchlist, type WatchlistResponse } from '../../common/api/watchlist';
import { callApi } from '../api/call_api';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';
import { toQuery, type ListState } from './list_state';

/** One page of the watchlist. */
export const useWatchlist = ({
  q,
  verdict,
  source,
  kind,
  state,
  sort,
  order,
  page,
  size,
}: ListState): QueryState<WatchlistResponse> => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) => {
      const query = toQuery({ q, verdict, source, kind, state, sort, order, page, size });
      return callApi(core.http, getWatchlist, { query, signal });
    },
    [core, q, verdict, source, kind, state, sort, order, page, size]
  );
  return useQuery(load);
};
