import type { PersonCall, PersonCallsResponse } from '../../common/api/person';
import type { CallDocument, Party } from '../../common/model/call';
import type { TimeRange } from '../activity/range_unit';
import { totalOf } from '../investigation/alerts';
import { toCall } from '../investigation/calls';
import { readText } from '../investigation/read_field';
import type { CallsSubject } from '../investigation/suspicious_calls_of';
import type { ElasticsearchClient } from '../kibana';
import { reachableOf, type PageRequest } from '../stores/pages';
import { readStore } from '../stores/read_store';
import { findPersonById } from './find_person';
import type { PersonContext } from './get_person';
import { callsOfPerson, personCallsQuery } from './person_query';

type Side = { readonly party: Party; readonly user: CallDocument['user'] };

/** The side that is not the person's. */
const otherSide = (call: CallDocument, personId: string): Side => {
  const { vishing, source, destination } = call;
  const caller = { party: vishing.caller, user: source?.user };
  const callee = { party: vishing.callee, user: destination?.user };
  const isCallee = vishing.call.direction !== 'outbound' && vishing.person?.id === personId;
  return isCallee ? caller : callee;
};

/** A call as it stands in the list of one person's calls. */
export const toPersonCall = (
  call: CallDocument,
  personId: string,
  formatNumber: (number: string) => string
): PersonCall => {
  const { vishing, event } = call;
  const { party, user } = otherSide(call, personId);
  const { number } = party;
  const person = user?.full_name ?? user?.email ?? user?.name;
  const outside = vishing.external?.number;
  const name =
    (outside && formatNumber(outside)) ??
    person ??
    (number && formatNumber(number)) ??
    party.display_name ??
    party.number_raw ??
    party.extension ??
    '';
  return {
    call_id: vishing.call.id,
    started: call['@timestamp'],
    direction: vishing.call.direction,
    action: event.action,
    answered: vishing.call.answered,
    talk_seconds: vishing.call.talk_seconds,
    other: {
      number: outside,
      name,
      verdict: vishing.watchlist?.verdict ?? 'none',
    },
    join: vishing.person?.id === personId ? vishing.join : undefined,
  };
};

/**
 * One page of a person's calls.
 * @throws VishingError `not_found`, `not_set_up`
 */
export const listPersonCalls = async (
  { es, formatNumber, signal }: PersonContext,
  id: string,
  query: TimeRange & PageRequest
): Promise<PersonCallsResponse> => {
  const { person } = await findPersonById(es, id);
  const { hits } = await readStore(es.search(personCallsQuery(person, query), { signal }));
  const total = totalOf(hits.total);
  return {
    calls: hits.hits
      .flatMap(({ _source }) => toCall(_source) ?? [])
      .map((call) => toPersonCall(call, id, formatNumber)),
    total,
    reachable: reachableOf(total),
  };
};

/**
 * The calls of a person, among those that rules alerted on.
 * @throws VishingError `not_found`, `not_set_up`
 */
export const personSubject = async (es: ElasticsearchClient, id: string): Promise<CallsSubject> => {
  const { person } = await findPersonById(es, id);
  return {
    calls: callsOfPerson(person),
    isNamedBy: (source) => readText(source, 'vishing.person.id') === id,
  };
};
