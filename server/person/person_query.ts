import type { estypes } from '@elastic/elasticsearch';
import { activityAggregation, inRange } from '../activity/activity';
import type { TimeRange } from '../activity/range_unit';
import { CALLS_INDEX } from '../../common/constants';
import type { Person } from '../../common/model/person';
import { windowOf, type PageRequest } from '../stores/pages';

type Query = estypes.QueryDslQueryContainer;

/** Calls in which somebody is the person on our side. */
export const callsWithPerson = (id: string): Query => ({ term: { 'vishing.person.id': id } });

/** Names that no two people share. */
const uniqueNames = ({ sid, upn, emails }: Person): string[] => [
  ...new Set([sid, upn, ...emails].filter((name) => name !== undefined)),
];

/** All calls of a person: also those that the person made inside the company, where the callee counts as our side. */
export const callsOfPerson = (person: Person): Query => {
  const names = uniqueNames(person);
  const made: Query = {
    bool: {
      filter: [
        { term: { 'vishing.call.direction': 'internal' } },
        { terms: { 'related.user': names } },
      ],
    },
  };
  return {
    bool: {
      should: [callsWithPerson(person.id), ...(names.length > 0 ? [made] : [])],
      minimum_should_match: 1,
    },
  };
};

/** Everything that is counted of a person: ever, and in a range. */
export const personQuery = (
  person: Person,
  { zone, ...range }: TimeRange & { readonly zone: string }
): estypes.SearchRequest => ({
  index: CALLS_INDEX,
  size: 0,
  track_total_hits: true,
  query: { bool: { filter: [callsOfPerson(person)] } },
  aggs: {
    first_seen: { min: { field: '@timestamp' } },
    last_seen: { max: { field: '@timestamp' } },
    in_range: activityAggregation(range, zone),
    joined: {
      filter: { bool: { filter: [callsWithPerson(person.id), inRange(range)] } },
      aggs: {
        methods: {
          terms: { field: 'vishing.join.method', size: 10 },
          aggs: { confidences: { terms: { field: 'vishing.join.confidence', size: 10 } } },
        },
      },
    },
  },
});

/** One page of a person's calls, newest first. */
export const personCallsQuery = (
  person: Person,
  query: TimeRange & PageRequest
): estypes.SearchRequest => ({
  index: CALLS_INDEX,
  ...windowOf(query),
  track_total_hits: true,
  query: { bool: { filter: [callsOfPerson(person), inRange(query)] } },
  sort: [{ '@timestamp': 'desc' }, { 'vishing.call.id': 'asc' }],
});

/** The newest call of somebody who is not in the directory any more. */
export const newestCallQuery = (id: string): estypes.SearchRequest => ({
  index: CALLS_INDEX,
  size: 1,
  query: { bool: { filter: [callsWithPerson(id)] } },
  sort: [{ '@timestamp': 'desc' }],
});
