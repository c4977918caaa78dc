import { useCallback } from 'react';
import { getPeople, type PeopleList } from '../../../common/api/people';
import { callApi } from '../../api/call_api';
import { useQuery, type QueryState } from '../../api/use_query';
import { useServices } from '../../shared/services';
import { toPeopleQuery, type PeopleUrl } from './people_url';

/** Loads one page of the directory. */
export const usePeople = (url: PeopleUrl): QueryState<PeopleList> => {
  const { core } = useServices();
  const { q, kind, role, sort, order, page, size } = url;
  const load = useCallback(
    (signal: AbortSignal) => {
      const query = toPeopleQuery({ q, kind, role, sort, order, page, size });
      return callApi(core.http, getPeople, { query, signal });
    },
    [core, q, kind, role, sort, order, page, size]
  );
  return useQuery(load);
};
