import {
  callActionSchema,
  directionSchema,
  type CallAction,
  type CallDocument,
  type Direction,
  type Site,
} from '../../common/model/call';
import { asFlag, asList, asNumber, asObject, asText, oneOf, type Fields } from './field_readers';
import { internSite } from './intern_site';

type Call = CallDocument['vishing']['call'];

/** The user that a record names. */
export interface RawUser {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly full_name?: string;
}

interface RawSide {
  readonly address?: string;
  readonly user?: RawUser;
}

interface RawParty {
  readonly number?: string;
  readonly extension?: string;
  readonly display_name?: string;
  readonly tenant?: string;
  readonly device?: string;
}

interface RawCall {
  readonly id: string;
  readonly leg?: string;
  readonly leg_type?: string;
  readonly revision?: number;
  readonly direction?: Direction;
  readonly answered?: boolean;
  readonly answered_at?: string;
  readonly talk_seconds?: number;
  readonly ring_seconds?: number;
  readonly hangup_cause?: string;
  readonly hangup_by?: NonNullable<Call['hangup_by']>;
  readonly forwarded_from?: string;
  readonly dialed?: string;
  readonly recording?: boolean;
  readonly spam?: string;
  readonly quality?: {
    readonly mos?: number;
    readonly jitter_ms?: number;
    readonly latency_ms?: number;
    readonly packets_lost?: number;
  };
  readonly attestation?: NonNullable<Call['attestation']>;
  readonly media?: NonNullable<Call['media']>;
}

/** One record of a phone system, as the ingest pipelines leave it in `logs-vishing.call-*`. */
export interface RawRecord {
  readonly docId: string;
  /** Milliseconds since 1970. */
  readonly startMs: number;
  readonly '@timestamp': string;
  readonly event: {
    readonly provider: string;
    readonly start?: string;
    readonly end?: string;
    /** Nanoseconds. */
    readonly duration?: number;
    readonly id?: string;
    readonly action?: CallAction;
    readonly outcome?: CallDocument['event']['outcome'];
  };
  readonly source?: RawSide;
  readonly destination?: RawSide;
  readonly network?: { readonly direction?: string; readonly application?: string };
  readonly vishing: {
    readonly site?: Partial<Site>;
    readonly call: RawCall;
    readonly caller?: RawParty;
    readonly callee?: RawParty;
  };
}

const asDirection = oneOf(directionSchema.options);
const asAction = oneOf(callActionSchema.options);
const asOutcome = oneOf(['success', 'failure', 'unknown']);
const asHangupBy = oneOf(['caller', 'callee', 'system', 'unknown']);
const asAttestation = oneOf(['A', 'B', 'C', 'failed', 'none']);
const asMedium = oneOf(['audio', 'video', 'screen_share']);

const readUser = (value: unknown): RawUser | undefined => {
  const user = asObject(value);
  return (
    user && {
      id: asText(user.id),
      name: asText(user.name),
      email: asText(user.email),
      full_name: asText(user.full_name),
    }
  );
};

const readSide = (value: unknown): RawSide | undefined => {
  const side = asObject(value);
  return side && { address: asText(side.address), user: readUser(side.user) };
};

const readParty = (value: unknown): RawParty | undefined => {
  const party = asObject(value);
  return (
    party && {
      number: asText(party.number),
      extension: asText(party.extension),
      display_name: asText(party.display_name),
      tenant: asText(party.tenant),
      device: asText(party.device),
    }
  );
};

const readSite = (value: unknown): Partial<Site> | undefined => {
  const site = asObject(value);
  return (
    site &&
    internSite({
      id: asText(site.id),
      country: asText(site.country),
      timezone: asText(site.timezone),
      outside_line: asText(site.outside_line),
      extension_lengths: asList(site.extension_lengths, asNumber),
      own_ranges: asList(site.own_ranges, asText),
    })
  );
};

const readQuality = (value: unknown): RawCall['quality'] => {
  const quality = asObject(value);
  return (
    quality && {
      mos: asNumber(quality.mos),
      jitter_ms: asNumber(quality.jitter_ms),
      latency_ms: asNumber(quality.latency_ms),
      packets_lost: asNumber(quality.packets_lost),
    }
  );
};

const readCall = (call: Fields, id: string): RawCall => ({
  id,
  leg: asText(call.leg),
  leg_type: asText(call.leg_type),
  revision: asNumber(call.revision),
  direction: asDirection(call.direction),
  answered: asFlag(call.answered),
  answered_at: asText(call.answered_at),
  talk_seconds: asNumber(call.talk_seconds),
  ring_seconds: asNumber(call.ring_seconds),
  hangup_cause: asText(call.hangup_cause),
  hangup_by: asHangupBy(call.hangup_by),
  forwarded_from: asText(call.forwarded_from),
  dialed: asText(call.dialed),
  recording: asFlag(call.recording),
  spam: asText(call.spam),
  quality: readQuality(call.quality),
  attestation: asAttestation(call.attestation),
  media: asList(call.media, asMedium),
});

const readEvent = (event: Fields, provider: string): RawRecord['event'] => ({
  provider,
  start: asText(event.start),
  end: asText(event.end),
  duration: asNumber(event.duration),
  id: asText(event.id),
  action: asAction(event.action),
  outcome: asOutcome(event.outcome),
});

const readNetwork = (value: unknown): RawRecord['network'] => {
  const network = asObject(value);
  return (
    network && { direction: asText(network.direction), application: asText(network.application) }
  );
};

/** Call ids are made by the pipelines, and become document ids. */
const CALL_ID = /^[A-Za-z0-9_-]{1,128}$/;

/** Leg types that describe a call, or something beside it, but are not one. */
const NO_CALL = new Set(['recording', 'quality', 'chat', 'report', 'signalling']);

/** @returns undefined when the document is no readable record; ingest failures are such documents */
export const toRawRecord = (docId: string, document: unknown): RawRecord | undefined => {
  const fields = asObject(document);
  const event = asObject(fields?.event);
  const vishing = asObject(fields?.vishing);
  const call = asObject(vishing?.call);
  const timestamp = asText(fields?.['@timestamp']);
  const provider = asText(event?.provider);
  const id = asText(call?.id);
  if (!fields || !event || !vishing || !call) return undefined;
  if (timestamp === undefined || provider === undefined || event.kind === 'pipeline_error')
    return undefined;
  if (id === undefined || !CALL_ID.test(id)) return undefined;
  const read = readEvent(event, provider);
  const startMs = Date.parse(read.start ?? timestamp);
  if (!Number.isFinite(startMs)) return undefined;
  return {
    docId,
    startMs,
    '@timestamp': timestamp,
    event: read,
    source: readSide(fields.source),
    destination: readSide(fields.destination),
    network: readNetwork(fields.network),
    vishing: {
      site: readSite(vishing.site),
      call: readCall(call, id),
      caller: readParty(vishing.caller),
      callee: readParty(vishing.callee),
    },
  };
};

export const isCallLeg = ({ vishing }: RawRecord): boolean =>
  !NO_CALL.has(vishing.call.leg_type ?? '');
