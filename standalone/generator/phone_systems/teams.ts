import type { Employee } from '../company';
import { endOf, type GeneratedCall } from '../generated_call';
import { MINUTE_MS, SECOND_MS } from '../local_time';
import type { Random } from '../random';
import type { GeneratedRecord, WrittenCall } from '../raw_record';
import { LONDON, TENANT_ID } from '../sites';

/** Graph writes seven digits of a second. */
const graphTime = (timeMs: number): string => new Date(timeMs).toISOString().replace('Z', '4271Z');

const toRecord = (body: object, availableMs: number): GeneratedRecord => ({
  provider: LONDON.phoneSystem,
  site: LONDON.settings,
  message: JSON.stringify(body),
  availableMs,
});

/** A row of the PSTN report: calls between a Teams user and a phone number. */
const toPstnRow = (random: Random, id: string, call: GeneratedCall): object => {
  const { employee, other, direction, startMs } = call;
  const inbound = direction === 'inbound';
  const outside = other.kind === 'number' ? other.number : 'anonymous';
  return {
    id,
    callId: `${random.int(100_000_000, 999_999_999)}_${random.int(10_000_000, 99_999_999)}@192.0.2.10`,
    userId: employee.entraId,
    userPrincipalName: employee.upn,
    userDisplayName: employee.fullName,
    startDateTime: graphTime(startMs + call.ringSeconds * SECOND_MS),
    endDateTime: graphTime(endOf(call)),
    duration: call.talkSeconds,
    charge: 0,
    callType: inbound ? 'user_in' : 'user_out',
    currency: 'GBP',
    callerNumber: inbound ? outside : employee.did,
    calleeNumber: inbound ? employee.did : outside,
    usageCountryCode: LONDON.country,
    tenantCountryCode: LONDON.country,
    connectionCharge: 0,
    destinationContext: inbound ? null : 'Domestic',
    destinationName: 'United Kingdom',
    conferenceId: null,
    licenseCapability: 'MCOPSTN1',
    inventoryType: 'Subscriber',
    operator: 'Microsoft',
    callDurationSource: 'microsoft',
  };
};

const identityOf = (party: { id: string; name: string; tenantId: string }): object => ({
  acsUser: null,
  phone: null,
  guest: null,
  user: { id: party.id, displayName: party.name, tenantId: party.tenantId },
});

const ownParty = ({ entraId, fullName }: Employee) => ({
  id: entraId,
  name: fullName,
  tenantId: TENANT_ID,
});

/** A Graph call record of two Teams users with its one session. */
const toCallRecord = (id: string, version: number, call: GeneratedCall): object => {
  const { other } = call;
  const outside =
    other.kind === 'employee'
      ? ownParty(other.employee)
      : other.kind === 'tenant'
        ? { id: other.userId, name: other.name, tenantId: other.tenantId }
        : { id: '', name: '', tenantId: '' };
  const ours = ownParty(call.employee);
  const [caller, callee] = call.direction === 'outbound' ? [ours, outside] : [outside, ours];
  const startDateTime = graphTime(call.startMs);
  const endDateTime = graphTime(endOf(call));
  const failed = call.outcome !== 'answered';
  const session = {
    id,
    modalities: ['audio'],
    startDateTime,
    endDateTime,
    caller: {
      identity: identityOf(caller),
      userAgent: { platform: 'windows', productFamily: 'teams' },
    },
    callee: {
      identity: identityOf(callee),
      userAgent: { platform: 'windows', productFamily: 'teams' },
    },
    failureInfo: failed ? { stage: 'callSetup', reason: 'No answer from the other party.' } : null,
    segments: [],
  };
  return {
    id,
    version,
    type: 'peerToPeer',
    modalities: ['audio'],
    lastModifiedDateTime: graphTime(endOf(call) + (10 + version) * MINUTE_MS),
    startDateTime,
    endDateTime,
    joinWebUrl: null,
    organizer: identityOf(caller),
    participants: [identityOf(caller), identityOf(callee)],
    sessions: [session],
  };
};

/**
 * Writes calls as Microsoft Teams reports them: rows of the PSTN report for calls with a phone number (only
 * connected ones appear there), Graph call records for calls between Teams users, some of them revised later.
 */
export const createTeamsWriter =
  (random: Random) =>
  (call: GeneratedCall): WrittenCall => {
    const availableMs = endOf(call) + random.int(8, 25) * MINUTE_MS;
    const id = random.uuid();
    if (call.other.kind === 'number' || call.other.kind === 'withheld') {
      return { records: [toRecord(toPstnRow(random, id, call), availableMs)], vendorCallId: id };
    }
    const versions = random.chance(0.03) ? [1, 2] : [1];
    return {
      records: versions.map((version) =>
        toRecord(toCallRecord(id, version, call), availableMs + (version - 1) * 15 * MINUTE_MS)
      ),
      vendorCallId: id,
    };
  };
