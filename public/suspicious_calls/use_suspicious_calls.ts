import { useCallback, useEffect, useState } from 'react';
import {
  getSuspiciousCalls,
  type SuspiciousCallsResponse,
} from '../../common/api/suspicious_calls';
import { callApi } from '../api/call_api';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';
import { toQuery, type ListState } from './list_state';

interface Answer {
  readonly response: SuspiciousCallsResponse;
  /** The moment that `now` stood for in the request, so that ages on the page fit the data. */
  readonly nowMs: number;
}

/** Loads the page's rows; relative times are resolved anew at each load, which repeats by itself when that is chosen. */
export const useSuspiciousCalls = (
  state: ListState
): QueryState<SuspiciousCallsResponse> & { nowMs: number } => {
  const { core } = useServices();
  const { from, to, q, status, severity, rule, sort, order, page, size, refresh } = state;
  const load = useCallback(
    async (signal: AbortSignal): Promise<Answer> => {
      const now = new Date();
      const chosen = { from, to, q, status, severity, rule, sort, order, page, size };
      const query = toQuery({ ...chosen, refresh: 0, expanded: '', row: '' }, now);
      const response = await callApi(core.http, getSuspiciousCalls, { query, signal });
      return { response, nowMs: now.getTime() };
    },
    [core, from, to, q, status, severity, rule, sort, order, page, size]
  );
  const { data, ...rest } = useQuery(load);
  const [openedMs] = useState(() => Date.now());
  useRepeat(rest.reload, refresh);
  return { ...rest, data: data?.response, nowMs: data?.nowMs ?? openedMs };
};

/** Calls `action` every so often while the page is in sight. @param intervalMs 0 for never */
const useRepeat = (action: () => void, intervalMs: number): void => {
  useEffect(() => {
    if (intervalMs === 0) return undefined;
    const timer = setInterval(
      () => {
        if (document.visibilityState === 'visible') action();
      },
      Math.max(intervalMs, 1000)
    );
    return () => clearInterval(timer);
  }, [action, intervalMs]);
};
