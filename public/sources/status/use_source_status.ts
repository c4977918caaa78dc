import { useCallback } from 'react';
import { z } from 'zod';
import { getSourceStatus, type SourceStatus } from '../../../common/api/sources';
import { callApi } from '../../api/call_api';
import { useQuery, type QueryState } from '../../api/use_query';
import { useServices } from '../../shared/services';
import { resolveRange } from '../../shared/url/time_range';

/** What the address says about the state of the sources. */
export const statusUrlSchema = z.object({
  from: z.string().catch('now-14d').default('now-14d'),
  to: z.string().catch('now').default('now'),
  /** `source/site` whose failures are shown. */
  open: z.string().catch('').default(''),
});

export interface LoadedStatus {
  readonly statuses: readonly SourceStatus[];
  /** The moment that `now` stood for. */
  readonly nowMs: number;
}

/** Loads the state of every source; relative times are resolved anew at each load. */
export const useSourceStatus = (from: string, to: string): QueryState<LoadedStatus> => {
  const { core, zone } = useServices();
  const load = useCallback(
    async (signal: AbortSignal): Promise<LoadedStatus> => {
      const now = new Date();
      const query = { ...resolveRange({ from, to }, now), zone };
      const { statuses } = await callApi(core.http, getSourceStatus, { query, signal });
      return { statuses, nowMs: now.getTime() };
    },
    [core, zone, from, to]
  );
  return useQuery(load);
};
