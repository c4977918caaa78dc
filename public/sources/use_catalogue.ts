import { useCallback } from 'react';
import { getSources, type SourceEntry } from '../../common/api/sources';
import { callApi } from '../api/call_api';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';

/** Every phone system whose records can be read, in the order of their names. */
export const useCatalogue = (): QueryState<readonly SourceEntry[]> => {
  const { core } = useServices();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const { sources } = await callApi(core.http, getSources, { signal });
      return [...sources].sort((a, b) => a.title.localeCompare(b.title));
    },
    [core]
  );
  return useQuery(load);
};

/** The title of a source, its id where this version does not know it. */
export const titleOf = (sources: readonly SourceEntry[] | undefined, id: string): string =>
  sources?.find((source) => source.id === id)?.title ?? id;
