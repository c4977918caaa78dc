import type { estypes } from '@elastic/elasticsearch';
import type { NumberPeopleQuery } from '../../common/api/number';
import { inRange } from '../activity/activity';
import type { TimeRange } from '../activity/range_unit';
import { CALLS_INDEX } from '../../common/constants';
import { windowOf } from '../stores/pages';
import { callsOfNumber } from './number_query';

/** Parts of `newest`, in this order, joined by tabs; the name comes last, because it may hold anything. */
export const NEWEST_PARTS = ['started', 'person', 'department', 'name'] as const;

/** The number or extension of ours on a call. */
const LINE = `
| EVAL line = CASE(vishing.call.direction == "outbound",
    COALESCE(source.address, vishing.caller.extension),
    COALESCE(destination.address, vishing.callee.extension))`;

/** Who that is: the person of the directory, else the account that the record names, else the line. */
const WHO = `
| EVAL name = COALESCE(user.full_name, user.email, user.name, line, "")
| EVAL key = CASE(vishing.person.id IS NOT NULL, CONCAT("person ", vishing.person.id),
    CONCAT("other ", COALESCE(user.email, user.name, line, "")))`;

/** Our side of each call; the same `key` stands for the same somebody. */
export const PERSON_KEY = `${LINE}${WHO}`;

/**
 * Calls are counted by the bare fields first: a number may have 100,000 calls with a few hundred people, and texts are
 * made for those only.
 */
const BY_FIELDS = `${LINE}
| STATS calls = COUNT(*), answered = COUNT(*) WHERE vishing.call.answered,
    talk_seconds = SUM(vishing.call.talk_seconds), started = MAX(@timestamp)
    BY vishing.person.id, vishing.person.department, user.full_name, user.email, user.name, line${WHO}`;

/** `newest` carries what is known of the newest call, because ES|QL has no such aggregation. */
const BY_PERSON = `
| EVAL newest = CONCAT(TO_STRING(started), "\\t", COALESCE(vishing.person.id, ""), "\\t",
    COALESCE(vishing.person.department, ""), "\\t", name)
| STATS calls = SUM(calls), answered = SUM(answered), talk_seconds = COALESCE(SUM(talk_seconds), 0),
    newest = MAX(newest), name = MAX(TO_LOWER(name)) BY key`;

const SORT: Readonly<Record<NumberPeopleQuery['sort'], string>> = {
  newest: 'newest',
  calls: 'calls',
  talk_seconds: 'talk_seconds',
  name: 'name',
};
const ORDER = { asc: 'ASC', desc: 'DESC' } as const;

const filterOf = (e164: string, range: TimeRange): estypes.QueryDslQueryContainer => ({
  bool: { filter: [callsOfNumber(e164), inRange(range)] },
});

/** One row for each person with calls of the number, up to the end of the asked page. */
export const reachedQuery = (e164: string, query: NumberPeopleQuery): estypes.EsqlQueryRequest => {
  const { from, size } = windowOf(query);
  return {
    filter: filterOf(e164, query),
    query: `FROM ${CALLS_INDEX}${BY_FIELDS}${BY_PERSON}
| SORT ${SORT[query.sort]} ${ORDER[query.order]}, newest DESC, key
| KEEP calls, answered, talk_seconds, newest, key
| LIMIT ${Math.max(1, from + size)}`,
  };
};

/** How many people there are. */
export const reachedTotalQuery = (e164: string, range: TimeRange): estypes.EsqlQueryRequest => ({
  filter: filterOf(e164, range),
  query: `FROM ${CALLS_INDEX}${BY_FIELDS}
| STATS calls = SUM(calls) BY key
| STATS total = COUNT(*)`,
});

/** The calls of a number at these instants (ISO), with whom they were: the newest ones of the people on a page. */
export const newestCallsQuery = (
  e164: string,
  instants: readonly string[]
): estypes.EsqlQueryRequest => ({
  filter: {
    bool: { filter: [callsOfNumber(e164), { terms: { '@timestamp': [...instants] } }] },
  },
  query: `FROM ${CALLS_INDEX}${PERSON_KEY}
| EVAL started = TO_STRING(@timestamp)
| SORT vishing.call.id
| KEEP started, key, vishing.call.id, event.action
| LIMIT 10000`,
});
