import type { CallDocument } from '../../common/model/call';
import type { Person } from '../../common/model/person';
import { isSid } from '../directory/identity';
import { namesInCalls } from '../directory/names_in_calls';
import { foundOnDay } from '../joins/calls_on_day';
import { sameJson } from '../stores/same_json';
import type { MergedCall } from './merge_legs';
import type { NumberPast } from './number_history';
import { statedUser, toStoredParty, type ReadParty } from './party';

type User = NonNullable<CallDocument['user']>;
type Vishing = CallDocument['vishing'];

/** ECS fields that are the same for every call. */
const EVENT_CLASS = {
  kind: 'event',
  category: ['network', 'session'],
  type: ['connection', 'end'],
  module: 'vishing',
  dataset: 'vishing.call',
} as const;

/** A call document with the ECS fields that only searches use. */
export type StoredCall = CallDocument & {
  readonly event: typeof EVENT_CLASS;
  readonly related?: { readonly user?: readonly string[]; readonly hosts?: readonly string[] };
};

/** How sure it is that a user whom the record names, and the directory does not, is the person of the host events. */
const STATED = { address: 0.9, id: 0.9, account: 0.8 } as const;

const oneOrMany = (values: readonly string[]): string | string[] | undefined =>
  values.length > 1 ? [...values] : values[0];

const personUser = (person: Person): User => ({
  ...namesInCalls(person),
  full_name: person.full_name,
  roles: person.roles.length > 0 ? person.roles : undefined,
});

const hasValue = (user: User): boolean => Object.values(user).some((value) => value !== undefined);

const userOf = ({ found, user }: ReadParty): User | undefined => {
  if (found) return personUser(found.person);
  const stated = user && statedUser(user);
  return stated && hasValue(stated) ? stated : undefined;
};

const joinOf = ({ found }: ReadParty, user: User | undefined): Vishing['join'] => {
  if (found) return { method: found.method, confidence: found.confidence };
  if (user?.email) return { method: 'upn', confidence: STATED.address };
  if (user?.name) return { method: 'account', confidence: STATED.account };
  if (user?.id) return { method: isSid(user.id) ? 'sid' : 'cloud_id', confidence: STATED.id };
  return undefined;
};

const toPerson = (person: Person): Vishing['person'] => ({
  id: person.id,
  department: person.department,
  title: person.title,
  privileged: person.privileged,
  helpdesk: person.roles.includes('help_desk'),
  kind: person.kind === 'person' ? undefined : person.kind,
});

/** Our side and the other one; both absent where the direction does not tell. */
export const sidesOf = ({
  direction,
  caller,
  callee,
}: Pick<MergedCall, 'direction' | 'caller' | 'callee'>): {
  readonly ours?: ReadParty;
  readonly external?: ReadParty;
} => {
  if (direction === 'inbound') return { ours: callee, external: caller };
  if (direction === 'outbound') return { ours: caller, external: callee };
  if (direction === 'internal') return { ours: callee };
  const ours = [callee, caller].find(({ found }) => found !== undefined);
  const external = [caller, callee].find((party) => party !== ours && party.place === 'external');
  return { ours, external };
};

/** The fields that depend on other calls of the number. */
export const toPastFields = (past: NumberPast): Partial<NonNullable<Vishing['external']>> => ({
  first_seen: new Date(past.firstSeenMs).toISOString(),
  is_first_seen: past.isFirstSeen,
  calls_30d: past.calls30d,
  people_30d: past.people30d,
  spoken_30d: past.spoken30d,
  unanswered_share_30d: past.unansweredShare30d,
});

const toExternal = (party: ReadParty, direction: MergedCall['direction']): Vishing['external'] => ({
  number: party.read?.e164,
  country: party.read?.country,
  region_code: party.read?.regionCode,
  number_type: party.read?.type,
  block: party.read?.block,
  display_name: party.displayName,
  tenant: party.tenant,
  // Only what comes from outside can pretend: a call to one of our numbers through a trunk is ordinary.
  own_number:
    direction === 'inbound' && (party.listed?.verdict === 'own' || party.read?.own)
      ? true
      : undefined,
});

const toWatchlist = (party: ReadParty | undefined, startMs: number): Vishing['watchlist'] => {
  const entry = party?.listed;
  if (!entry) return { verdict: 'none' };
  const addedMs = Date.parse(entry.added_at ?? '');
  return {
    verdict: entry.verdict,
    reason: entry.reason,
    source: entry.source,
    confidence: entry.confidence,
    // The later of both: since then a call by a listed number is on record.
    matched_at: new Date(
      Number.isFinite(addedMs) ? Math.max(addedMs, startMs) : startMs
    ).toISOString(),
    expires: entry.expires,
  };
};

const toRelated = (parties: readonly ReadParty[]): StoredCall['related'] => {
  const people = parties.flatMap(({ found }) => (found ? [found.person] : []));
  const users = parties.map(userOf).flatMap((user) => [user?.name, user?.email, user?.id]);
  const known = people.flatMap(({ account_names, emails, upn, sid }) => [
    ...account_names,
    ...emails,
    upn,
    sid,
  ]);
  const user = [...new Set([...users, ...known].filter((text) => text !== undefined))];
  const hosts = [...new Set(people.flatMap((person) => person.hosts))];
  return user.length + hosts.length === 0 ? undefined : { user, hosts };
};

const iso = (ms: number): string => new Date(ms).toISOString();

const toEvent = (call: MergedCall): StoredCall['event'] => ({
  ...EVENT_CLASS,
  start: iso(call.startMs),
  end: call.endMs === undefined ? undefined : iso(call.endMs),
  duration: call.endMs === undefined ? undefined : (call.endMs - call.startMs) * 1_000_000,
  action: call.action,
  outcome: call.outcome,
  provider: call.first.event.provider,
  id: call.first.event.id,
});

/** The number whose history counts for a call, if it has one. */
export const externalNumber = (call: MergedCall): string | undefined =>
  sidesOf(call).external?.read?.e164;

/** Builds the document of a call from its merged legs; the past of its number comes later (`toPastFields`). */
export const toCallDocument = (call: MergedCall): StoredCall => {
  const { caller, callee, first, direction } = call;
  const { ours, external } = sidesOf(call);
  const user = ours && userOf(ours);
  const person = ours?.found?.person;
  const host = person && oneOrMany(person.hosts);
  return {
    '@timestamp': iso(call.startMs),
    event: toEvent(call),
    source: { address: caller.read?.e164 ?? caller.raw, user: userOf(caller) },
    destination: { address: callee.read?.e164 ?? callee.raw, user: userOf(callee) },
    network: {
      direction: direction === 'unknown' ? undefined : direction,
      application: first.network?.application,
    },
    user,
    host: host === undefined ? undefined : { name: host },
    related: toRelated([caller, callee]),
    vishing: {
      call: {
        id: call.id,
        direction,
        answered: call.answered,
        talk_seconds: call.talkSeconds,
        ring_seconds: call.ringSeconds,
        ...call.details,
      },
      caller: toStoredParty(caller),
      callee: toStoredParty(callee),
      external: external && toExternal(external, direction),
      watchlist: toWatchlist(external, call.startMs),
      person: person && toPerson(person),
      join: ours && joinOf(ours, user),
      on_day: foundOnDay(call.startMs, user, person),
      site: first.vishing.site?.id
        ? { ...first.vishing.site, id: first.vishing.site.id }
        : undefined,
    },
  };
};

/** Whether two documents say the same about a call; when it was first resolved does not count. */
export const sameCall = (a: StoredCall, b: StoredCall): boolean =>
  sameJson(
    { ...a, event: { ...a.event, ingested: undefined } },
    { ...b, event: { ...b.event, ingested: undefined } }
  );
