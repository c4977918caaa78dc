import { useCallback } from 'react';
import { previewWatchlist, type Effect } from '../../../common/api/watchlist';
import { callApi } from '../../api/call_api';
import { useQuery, type QueryState } from '../../api/use_query';
import { useServices } from '../../shared/services';
import { isCountry } from './entry_fields';

const MAX_PREVIEWED = 100;

/** What listing numbers would do. @param numbers one a line, as typed; it should be debounced */
export const useEffects = (numbers: string, country: string): QueryState<readonly Effect[]> => {
  const { core } = useServices();
  const load = useCallback(
    async (signal: AbortSignal): Promise<readonly Effect[]> => {
      const asked = numbers
        .split('\n')
        .map((line) => line.trim().slice(0, 256))
        .filter((line) => line !== '')
        .slice(0, MAX_PREVIEWED);
      if (asked.length === 0) return [];
      const body = {
        numbers: asked,
        ...(isCountry(country) ? { country: country.toUpperCase() } : {}),
      };
      return (await callApi(core.http, previewWatchlist, { body, signal })).effects;
    },
    [core, numbers, country]
  );
  return useQuery(load);
};
