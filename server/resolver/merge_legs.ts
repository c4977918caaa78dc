import type { CallAction, CallDocument, Direction } from '../../common/model/call';
import { inferDirection } from './direction';
import { joinPieces, type LegRecord } from './join_pieces';
import { worstQuality } from './media_quality';
import { readParty, type Knowledge, type ReadParty } from './party';
import { isCallLeg, type RawRecord } from './raw_record';

interface Leg {
  readonly record: RawRecord;
  readonly caller: ReadParty;
  readonly callee: ReadParty;
  readonly startMs: number;
  readonly endMs: number;
  readonly answered: boolean;
  /** When talking began; equals `endMs` for a leg that nobody answered. */
  readonly talkFromMs: number;
}

/** One call, made of all of its legs. */
export interface MergedCall {
  readonly id: string;
  /** The leg that the call began with. */
  readonly first: RawRecord;
  readonly caller: ReadParty;
  /** The party who answered last, else the one who was called first. */
  readonly callee: ReadParty;
  readonly direction: Direction;
  readonly startMs: number;
  readonly endMs?: number;
  readonly answered: boolean;
  readonly talkSeconds?: number;
  readonly ringSeconds?: number;
  readonly action: CallAction;
  readonly outcome: CallDocument['event']['outcome'];
  readonly details: Pick<
    CallDocument['vishing']['call'],
    | 'hangup_cause'
    | 'hangup_by'
    | 'forwarded_from'
    | 'dialed'
    | 'recording'
    | 'attestation'
    | 'media'
    | 'spam'
    | 'quality'
    | 'records'
  >;
}

/** A call with more legs than this is a fault of the phone system, such as one id for all calls. */
const MAX_LEGS = 500;

/** Orders texts such as `1735740180.9#2` and `1735740180.10` by their numbers. */
const naturally = new Intl.Collator('en', { numeric: true });

const secondsBetween = (fromMs: number, toMs: number): number =>
  Math.max(0, Math.round((toMs - fromMs) / 1000));

/** The newest revision of each leg; of two with the same revision, always the same one. */
const newestRevisions = (records: readonly LegRecord[]): LegRecord[] => {
  const newest = new Map<string, LegRecord>();
  for (const record of records) {
    const key = record.vishing.call.leg ?? '';
    const present = newest.get(key);
    const rank =
      (record.vishing.call.revision ?? 1) - (present?.vishing.call.revision ?? 0) ||
      (present ? record.docId.localeCompare(present.docId) : 1);
    if (!present || rank > 0) newest.set(key, record);
  }
  return [...newest.values()];
};

const endOf = ({ event, startMs }: RawRecord): number => {
  const end = Date.parse(event.end ?? '');
  if (Number.isFinite(end)) return Math.max(end, startMs);
  return startMs + Math.max(0, (event.duration ?? 0) / 1_000_000);
};

const toLeg = (record: RawRecord, knowledge: Knowledge): Leg => {
  const { call } = record.vishing;
  const endMs = endOf(record);
  const answered = call.answered ?? record.event.action === 'call-answered';
  const talkMs = (call.talk_seconds ?? 0) * 1000;
  return {
    record,
    caller: readParty(record, 'caller', knowledge),
    callee: readParty(record, 'called', knowledge),
    startMs: record.startMs,
    endMs: Math.max(endMs, answered ? record.startMs + talkMs : 0),
    answered,
    talkFromMs: answered ? Math.max(record.startMs, endMs - talkMs) : endMs,
  };
};

const byStart = (a: Leg, b: Leg): number =>
  a.startMs - b.startMs ||
  naturally.compare(a.record.vishing.call.leg ?? '', b.record.vishing.call.leg ?? '') ||
  a.record.docId.localeCompare(b.record.docId);

const hasParty = ({ raw, user, extension }: ReadParty): boolean =>
  raw !== undefined || user !== undefined || extension !== undefined;

/**
 * Who answered last. When one of us called out and then passed the call on to a colleague, the stranger remains the
 * party that was called: losing the number would hide the call from every rule.
 */
const answeringParty = (legs: readonly Leg[], caller: ReadParty): ReadParty | undefined => {
  const answering = legs.filter((leg) => leg.answered && hasParty(leg.callee));
  const outside =
    caller.place === 'internal'
      ? answering.filter((leg) => leg.callee.place === 'external')
      : undefined;
  return (outside?.at(-1) ?? answering.at(-1))?.callee;
};

const statedDirection = (legs: readonly Leg[]): Direction | undefined => {
  const stated = legs
    .map(({ record }) => record.vishing.call.direction ?? record.network?.direction)
    .filter(
      (text): text is Direction => text === 'inbound' || text === 'outbound' || text === 'internal'
    );
  return stated.find((direction) => direction !== 'internal') ?? stated[0];
};

/** Of a call that nobody answered, what happened that tells most. */
const UNANSWERED: readonly CallAction[] = [
  'call-voicemail',
  'call-missed',
  'call-rejected',
  'call-forwarded',
  'call-failed',
];

const endingOf = (
  legs: readonly Leg[],
  answered: boolean
): Pick<MergedCall, 'action' | 'outcome'> => {
  if (answered) return { action: 'call-answered', outcome: 'success' };
  const actions = legs.map(({ record }) => record.event.action);
  const action = UNANSWERED.find((candidate) => actions.includes(candidate)) ?? 'call-missed';
  // Legs that state no action may still state that how they ended is not known, such as one that is ringing.
  const telling =
    legs.find(({ record }) => record.event.action === action) ??
    legs.find(({ record }) => record.event.outcome !== undefined);
  return { action, outcome: telling?.record.event.outcome ?? 'failure' };
};

const detailsOf = (
  legs: readonly Leg[],
  first: Leg,
  reached: ReadParty
): Omit<MergedCall['details'], 'quality' | 'records'> => {
  const last = legs.reduce((latest, leg) => (leg.endMs >= latest.endMs ? leg : latest), first);
  const calls = legs.map(({ record }) => record.vishing.call);
  const media = new Set(calls.flatMap((call) => call.media ?? []));
  const passedOn = first.callee.raw !== undefined && first.callee.raw !== reached.raw;
  const stated = calls.find((call) => call.forwarded_from !== undefined)?.forwarded_from;
  return {
    hangup_cause: last.record.vishing.call.hangup_cause?.slice(0, 256),
    hangup_by: last.record.vishing.call.hangup_by,
    forwarded_from: stated ?? (passedOn ? first.callee.raw : undefined),
    dialed: calls.find((call) => call.dialed !== undefined)?.dialed?.slice(0, 256),
    recording: calls.some((call) => call.recording) ? true : undefined,
    attestation: calls.find((call) => call.attestation !== undefined)?.attestation,
    media: media.size > 0 ? [...media].sort() : undefined,
    spam: calls.find((call) => call.spam !== undefined)?.spam?.slice(0, 256),
  };
};

const ringSeconds = (
  legs: readonly Leg[],
  first: Leg,
  talkFromMs: number | undefined
): number | undefined => {
  if (legs.length > 1 && talkFromMs !== undefined) return secondsBetween(first.startMs, talkFromMs);
  const stated = legs.map(({ record }) => record.vishing.call.ring_seconds ?? -1);
  const longest = Math.max(...stated);
  return longest >= 0 ? Math.round(longest) : undefined;
};

const talkSeconds = (
  answered: readonly Leg[],
  talkFromMs: number | undefined
): number | undefined => {
  const [only] = answered;
  if (!only || talkFromMs === undefined) return 0;
  if (answered.length === 1) {
    const stated = only.record.vishing.call.talk_seconds;
    return stated === undefined ? undefined : Math.max(0, Math.round(stated));
  }
  return secondsBetween(talkFromMs, Math.max(...answered.map((leg) => leg.endMs)));
};

/**
 * Makes one call of all records with the same call id. The result depends on the set of records only, never on the order
 * in which they came.
 * @returns undefined when no record is a call, such as a recording whose call is not there yet
 */
export const mergeLegs = (
  records: readonly RawRecord[],
  knowledge: Knowledge
): MergedCall | undefined => {
  const wholeLegs = newestRevisions(joinPieces(records.filter(isCallLeg)));
  const legs = wholeLegs
    .map((record) => toLeg(record, knowledge))
    .sort(byStart)
    .slice(0, MAX_LEGS);
  const [first] = legs;
  if (!first) return undefined;
  const { caller } = legs.find((leg) => hasParty(leg.caller)) ?? first;
  const answered = legs.filter((leg) => leg.answered);
  const firstCalled = legs.find((leg) => hasParty(leg.callee)) ?? first;
  const callee = answeringParty(legs, caller) ?? firstCalled.callee;
  const talkFromMs =
    answered.length > 0 ? Math.min(...answered.map((leg) => leg.talkFromMs)) : undefined;
  const endMs = Math.max(...legs.map((leg) => leg.endMs));
  const ended =
    legs.some(({ record: { event } }) => event.end ?? event.duration) || endMs > first.startMs;
  return {
    id: first.record.vishing.call.id,
    first: first.record,
    caller,
    callee,
    direction: statedDirection(legs) ?? inferDirection(caller, callee),
    startMs: first.startMs,
    endMs: ended ? endMs : undefined,
    answered: answered.length > 0,
    talkSeconds: talkSeconds(answered, talkFromMs),
    ringSeconds: ringSeconds(legs, first, talkFromMs),
    ...endingOf(legs, answered.length > 0),
    details: {
      ...detailsOf(legs, firstCalled, callee),
      quality: worstQuality(records),
      records: wholeLegs.reduce((sum, { pieces = 1 }) => sum + pieces, 0),
    },
  };
};
