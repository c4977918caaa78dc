import { useCallback } from 'react';
import type { SuspiciousPage } from '../../common/api/activity';
import {
  getNumber,
  getNumberNeighbours,
  getNumberPeople,
  getNumberSuspiciousCalls,
  type NumberNeighboursResponse,
  type NumberPeopleResponse,
  type NumberResponse,
} from '../../common/api/number';
import { callApi } from '../api/call_api';
import { useQuery, type QueryState } from '../api/use_query';
import { useServices } from '../shared/services';
import { SUSPICIOUS_PER_PAGE } from '../shared/subject/suspicious_section';
import type { AbsoluteRange } from '../shared/url/time_range';
import { NEIGHBOURS_PER_PAGE } from './neighbours_section';
import type { NumberState } from './number_state';
import { PEOPLE_PER_PAGE } from './people_section';

/** What is known of a number. @param range must be stable */
export const useNumber = (number: string, range: AbsoluteRange): QueryState<NumberResponse> => {
  const { core, zone } = useServices();
  return useQuery(
    useCallback(
      (signal: AbortSignal) =>
        callApi(core.http, getNumber, { params: { number }, query: { ...range, zone }, signal }),
      [core, zone, number, range]
    )
  );
};

type PeopleState = Pick<NumberState, 'peoplePage' | 'sort' | 'order'>;

/** One page of the people whom a number reached. */
export const useNumberPeople = (
  number: string,
  range: AbsoluteRange,
  { peoplePage, sort, order }: PeopleState
): QueryState<NumberPeopleResponse> => {
  const { core } = useServices();
  return useQuery(
    useCallback(
      (signal: AbortSignal) =>
        callApi(core.http, getNumberPeople, {
          params: { number },
          query: { ...range, sort, order, page: peoplePage, per_page: PEOPLE_PER_PAGE },
          signal,
        }),
      [core, number, range, peoplePage, sort, order]
    )
  );
};

/** One page of the numbers beside a number; `range` only tells when to ask again. */
export const useNeighbours = (
  number: string,
  range: AbsoluteRange,
  page: number
): QueryState<NumberNeighboursResponse> => {
  const { core } = useServices();
  return useQuery(
    useCallback(
      (signal: AbortSignal) =>
        callApi(core.http, getNumberNeighbours, {
          params: { number },
          query: { page, per_page: NEIGHBOURS_PER_PAGE },
          signal,
        }),
      // eslint-disable-next-line react-hooks/exhaustive-deps -- a refresh asks for these again, too
      [core, number, range, page]
    )
  );
};

/** One page of the suspicious calls of a number. */
export const useNumberSuspiciousCalls = (
  number: string,
  range: AbsoluteRange,
  page: number
): QueryState<SuspiciousPage> => {
  const { core } = useServices();
  return useQuery(
    useCallback(
      (signal: AbortSignal) =>
        callApi(core.http, getNumberSuspiciousCalls, {
          params: { number },
          query: { ...range, page, per_page: SUSPICIOUS_PER_PAGE },
          signal,
        }),
      [core, number, range, page]
    )
  );
};
