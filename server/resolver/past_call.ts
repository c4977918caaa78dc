import type { estypes } from '@elastic/elasticsearch';
import type { StoredCall } from './call_document';
import { SPOKEN_SECONDS, type PastCall } from './number_history';

interface PersonFields {
  readonly direction?: string;
  readonly personId?: string;
  readonly email?: string;
  readonly name?: string;
  readonly source?: string;
  readonly destination?: string;
}

/** One text for our side of a call, the same for the same person. */
const personKey = ({
  personId,
  email,
  name,
  direction,
  source,
  destination,
}: PersonFields): string =>
  personId ?? email ?? name ?? (direction === 'outbound' ? source : destination) ?? '';

/** A phone system that gives no length of the conversation is believed. */
const isSpoken = (answered: boolean, talkSeconds: number | undefined): boolean =>
  answered && (talkSeconds ?? SPOKEN_SECONDS) >= SPOKEN_SECONDS;

/** A call in the history of its number. */
export interface NumberedCall {
  readonly number: string;
  readonly call: PastCall;
}

/** What a stored or new document adds to the history of its number; undefined when it has no outside number. */
export const toPastCall = (document: StoredCall): NumberedCall | undefined => {
  const { call, external, person } = document.vishing;
  if (!external?.number) return undefined;
  const key = personKey({
    direction: call.direction,
    personId: person?.id,
    email: document.user?.email,
    name: document.user?.name,
    source: document.source?.address,
    destination: document.destination?.address,
  });
  const startMs = Date.parse(document.event.start);
  return {
    number: external.number,
    call: {
      ...{ id: call.id, startMs, person: key, answered: call.answered },
      spoken: isSpoken(call.answered, call.talk_seconds),
    },
  };
};

/** What `toCachedCall` reads of a hit. */
export const PAST_FIELDS = [
  'vishing.call.id',
  'vishing.external.number',
  'vishing.call.answered',
  'vishing.call.talk_seconds',
  'vishing.call.direction',
  'vishing.person.id',
  'user.email',
  'user.name',
  'source.address',
  'destination.address',
];

type Fields = Readonly<Record<string, readonly unknown[] | undefined>>;

/** The same of a hit of `vishing-calls` that is sorted by its start (ms) and has `PAST_FIELDS`. */
export const toCachedCall = (hit: estypes.SearchHit): NumberedCall | undefined => {
  const fields: Fields = hit.fields ?? {};
  const text = (name: string): string | undefined => {
    const value = fields[name]?.[0];
    return typeof value === 'string' ? value : undefined;
  };
  const number = text('vishing.external.number');
  const startMs = Number(hit.sort?.[0]);
  const id = text('vishing.call.id');
  if (!number || !id || !Number.isFinite(startMs)) return undefined;
  const person = personKey({
    direction: text('vishing.call.direction'),
    personId: text('vishing.person.id'),
    email: text('user.email'),
    name: text('user.name'),
    source: text('source.address'),
    destination: text('destination.address'),
  });
  const answered = fields['vishing.call.answered']?.[0] === true;
  const talk = fields['vishing.call.talk_seconds']?.[0];
  const spoken = isSpoken(answered, typeof talk === 'number' ? talk : undefined);
  return { number, call: { id, startMs, person, answered, spoken } };
};
