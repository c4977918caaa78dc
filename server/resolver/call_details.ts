import type { CallDocument } from '../../common/model/call';
import { hasParty, type Leg } from './leg';
import { isSameNumber, type ReadParty } from './party';
import type { RawRecord } from './raw_record';

type Call = CallDocument['vishing']['call'];

/** What the legs of a call say of it beside parties, times and outcome. */
export type StatedDetails = Pick<
  Call,
  | 'hangup_cause'
  | 'hangup_by'
  | 'forwarded_from'
  | 'dialed'
  | 'recording'
  | 'attestation'
  | 'media'
  | 'spam'
>;

const byDocId = (a: RawRecord, b: RawRecord): number => (a.docId < b.docId ? -1 : 1);

/** A leg may state no more than what was dialled, while the phones that rang have legs of their own. */
const reachesParty = ({ callee, record }: Leg): boolean =>
  hasParty(callee) && (callee.raw === undefined || callee.raw !== record.vishing.call.dialed);

/** The leg whose party was called first. */
export const firstCalled = (legs: readonly Leg[]): Leg | undefined =>
  legs.find(reachesParty) ?? legs.find((leg) => hasParty(leg.callee));

/** The leg that tells how the call ended: the last one, and of those that ended together one that says why. */
const lastLeg = (legs: readonly Leg[], first: Leg): Leg => {
  const tells = ({ record: { vishing } }: Leg): boolean => vishing.call.hangup_cause !== undefined;
  return legs.reduce(
    (latest, leg) =>
      leg.endMs > latest.endMs || (leg.endMs === latest.endMs && tells(leg)) ? leg : latest,
    first
  );
};

/**
 * @param reached the party that the call came to
 * @param all every record of the call, replaced ones too: a webhook tells the attestation, the call log that replaces it
 * does not
 */
export const statedDetails = (
  legs: readonly Leg[],
  { first, reached, all }: { first: Leg; reached: ReadParty; all: readonly RawRecord[] }
): StatedDetails => {
  const last = lastLeg(legs, first);
  const media = new Set(legs.flatMap(({ record }) => record.vishing.call.media ?? []));
  const replaced = all.length === legs.length ? [] : [...all].sort(byDocId);
  const calls = [...legs.map(({ record }) => record), ...replaced].map(
    ({ vishing }) => vishing.call
  );
  const passedOn = legs.find(reachesParty)?.callee;
  const isPassedOn = passedOn !== undefined && !isSameNumber(passedOn, reached);
  const stated = calls.find((call) => call.forwarded_from !== undefined)?.forwarded_from;
  const dialed = calls.find((call) => call.dialed !== undefined)?.dialed?.slice(0, 256);
  return {
    hangup_cause: last.record.vishing.call.hangup_cause?.slice(0, 256),
    hangup_by: last.record.vishing.call.hangup_by,
    forwarded_from: stated ?? (isPassedOn ? passedOn.raw : undefined),
    dialed: dialed === reached.raw ? undefined : dialed,
    recording: calls.some((call) => call.recording) ? true : undefined,
    attestation: calls.find((call) => call.attestation !== undefined)?.attestation,
    media: media.size > 0 ? [...media].sort() : undefined,
    spam: calls.find((call) => call.spam !== undefined)?.spam?.slice(0, 256),
  };
};
