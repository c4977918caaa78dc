import { useCallback } from 'react';
import type { SuspiciousPage } from '../../common/api/activity';
import {
  getPerson,
  getPersonCalls,
  getPersonSuspiciousCalls,
  type PersonCallsResponse,
  type PersonResponse,
} from '../../common/api/person';
import { callApi } from '../api/call_api';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';
import { SUSPICIOUS_PER_PAGE } from '../shared/subject/suspicious_section';
import type { AbsoluteRange } from '../shared/url/time_range';
import { CALLS_PER_PAGE } from './calls_section';

/** What is known of a person. @param range must be stable */
export const usePerson = (id: string, range: AbsoluteRange): QueryState<PersonResponse> => {
  const { core, zone } = useServices();
  return useQuery(
    useCallback(
      (signal: AbortSignal) =>
        callApi(core.http, getPerson, {
          params: { person_id: id },
          query: { ...range, zone },
          signal,
        }),
      [core, zone, id, range]
    )
  );
};

/** One page of a person's calls. */
export const usePersonCalls = (
  id: string,
  range: AbsoluteRange,
  page: number
): QueryState<PersonCallsResponse> => {
  const { core } = useServices();
  return useQuery(
    useCallback(
      (signal: AbortSignal) =>
        callApi(core.http, getPersonCalls, {
          params: { person_id: id },
          query: { ...range, page, per_page: CALLS_PER_PAGE },
          signal,
        }),
      [core, id, range, page]
    )
  );
};

/** One page of a person's suspicious calls. */
export const usePersonSuspiciousCalls = (
  id: string,
  range: AbsoluteRange,
  page: number
): QueryState<SuspiciousPage> => {
  const { core } = useServices();
  return useQuery(
    useCallback(
      (signal: AbortSignal) =>
        callApi(core.http, getPersonSuspiciousCalls, {
          params: { person_id: id },
          query: { ...range, page, per_page: SUSPICIOUS_PER_PAGE },
          signal,
        }),
      [core, id, range, page]
    )
  );
};
