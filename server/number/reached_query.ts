import type { estypes } from '@elastic/elasticsearch';
import type { NumberPeopleQuery } from '../../common/api/number';
import { inRange } from '../activity/activity';
import type { TimeRange } from '../activity/range_unit';
import { CALLS_INDEX } from '../../common/constants';
import { windowOf } from '../stores/pages';
import { callsOfNumber } from './number_query';

/** Parts of `newest`, in this order, joined by tabs; the name comes last, because it may hold anything. */
export const NEWEST_PARTS = [
  'started',
  'call_id',
  'action',
  'person',
  'department',
  'name',
] as const;

/**
 * Our side of a call: the person of the directory, else the account that the record names, else the number or extension
 * that was called. The same key stands for the same somebody.
 */
export const PERSON_KEY = `
| EVAL line = CASE(vishing.call.direction == "outbound",
    COALESCE(source.address, vishing.caller.extension),
    COALESCE(destination.address, vishing.callee.extension))
| EVAL name = COALESCE(user.full_name, user.email, user.name, line, "")
| EVAL key = CASE(vishing.person.id IS NOT NULL, CONCAT("person ", vishing.person.id),
    CONCAT("other ", COALESCE(user.email, user.name, line, "")))`;

/** What is counted of each person; `newest` carries everything of the newest call, because ES|QL has no such aggregation. */
const BY_PERSON = `
| EVAL newest = CONCAT(TO_STRING(@timestamp), "\\t", vishing.call.id, "\\t", event.action, "\\t",
    COALESCE(vishing.person.id, ""), "\\t", COALESCE(vishing.person.department, ""), "\\t", name)
| STATS calls = COUNT(*), answered = COUNT(*) WHERE vishing.call.answered,
    talk_seconds = COALESCE(SUM(vishing.call.talk_seconds), 0), newest = MAX(newest), name = MAX(TO_LOWER(name)) BY key`;

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
    format: 'json',
    filter: filterOf(e164, query),
    query: `FROM ${CALLS_INDEX}${PERSON_KEY}${BY_PERSON}
| SORT ${SORT[query.sort]} ${ORDER[query.order]}, newest DESC, key
| KEEP calls, answered, talk_seconds, newest
| LIMIT ${Math.max(1, from + size)}`,
  };
};

/** How many people there are. */
export const reachedTotalQuery = (e164: string, range: TimeRange): estypes.EsqlQueryRequest => ({
  format: 'json',
  filter: filterOf(e164, range),
  query: `FROM ${CALLS_INDEX}${PERSON_KEY}
| STATS calls = COUNT(*) BY key
| STATS total = COUNT(*)`,
});
