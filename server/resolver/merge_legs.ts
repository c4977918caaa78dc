import type { CallAction, CallDocument, Direction } from '../../common/model/call';
import { firstCalled, statedDetails, type StatedDetails } from './call_details';
import { inferDirection } from './direction';
import { joinPieces } from './join_pieces';
import { byStart, hasParty, newestRevisions, toLeg, type Leg } from './leg';
import { worstQuality } from './media_quality';
import type { Knowledge, ReadParty } from './party';
import { isCallLeg, type RawRecord } from './raw_record';

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
  readonly details: StatedDetails & Pick<CallDocument['vishing']['call'], 'quality' | 'records'>;
}

/** A call with more legs than this is a fault of the phone system, such as one id for all calls. */
const MAX_LEGS = 500;

const secondsBetween = (fromMs: number, toMs: number): number =>
  Math.max(0, Math.round((toMs - fromMs) / 1000));

/**
 * Who answered last. When one of us called out and then passed the call on to a colleague, the stranger remains the
 * party that was called: losing the number would hide the call from every rule.
 */
const answeringLeg = (legs: readonly Leg[], caller: ReadParty): Leg | undefined => {
  const answering = legs.filter((leg) => leg.answered && hasParty(leg.callee));
  const outside =
    caller.place === 'internal'
      ? answering.filter((leg) => leg.callee.place === 'external')
      : undefined;
  return outside?.at(-1) ?? answering.at(-1);
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
  const calling = records.filter(isCallLeg);
  const wholeLegs = newestRevisions(joinPieces(calling));
  const legs = wholeLegs
    .map((record) => toLeg(record, knowledge))
    .sort(byStart)
    .slice(0, MAX_LEGS);
  const [first] = legs;
  if (!first) return undefined;
  const { caller } = legs.find((leg) => hasParty(leg.caller)) ?? first;
  const answered = legs.filter((leg) => leg.answered);
  const { callee } =
    answeringLeg(legs, caller) ??
    firstCalled(legs) ??
    answered.at(-1) ?? // known by its device alone
    first;
  const talkFromMs =
    answered.length > 0 ? Math.min(...answered.map((leg) => leg.talkFromMs)) : undefined;
  const endMs = Math.max(...legs.map((leg) => leg.endMs));
  const ended = legs.some(
    ({ record: { event }, ...leg }) => event.end ?? event.duration ?? leg.endMs > leg.startMs
  );
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
      ...statedDetails(legs, { first, reached: callee, all: calling }),
      quality: worstQuality(records),
      records: wholeLegs.reduce((sum, { pieces = 1 }) => sum + pieces, 0),
    },
  };
};
