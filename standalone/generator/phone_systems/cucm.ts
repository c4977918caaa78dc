import { endOf, type CallOutcome, type GeneratedCall } from '../generated_call';
import { MINUTE_MS, SECOND_MS } from '../local_time';
import { nationalDigits } from '../number_ranges';
import type { Random } from '../random';
import type { GeneratedRecord, WrittenCall } from '../raw_record';
import { AUSTIN } from '../sites';

const CLUSTER = 'AUSTIN01';
const CALL_MANAGER = 2;
const TRUNK = 'SIP-TRUNK-CARRIER';
const TRUNK_IP = '10.20.0.5';

/** The columns of this release, in its order; readers and pipeline go by name. */
const COLUMNS = [
  'cdrRecordType',
  'globalCallID_callManagerId',
  'globalCallID_callId',
  'origLegCallIdentifier',
  'dateTimeOrigination',
  'origNodeId',
  'origSpan',
  'origIpAddr',
  'callingPartyNumber',
  'callingPartyUnicodeLoginUserID',
  'origCause_location',
  'origCause_value',
  'destLegIdentifier',
  'destNodeId',
  'destSpan',
  'destIpAddr',
  'originalCalledPartyNumber',
  'finalCalledPartyNumber',
  'finalCalledPartyUnicodeLoginUserID',
  'destCause_location',
  'destCause_value',
  'dateTimeConnect',
  'dateTimeDisconnect',
  'lastRedirectDn',
  'pkid',
  'originalCalledPartyNumberPartition',
  'callingPartyNumberPartition',
  'finalCalledPartyNumberPartition',
  'duration',
  'origDeviceName',
  'destDeviceName',
  'origCalledPartyRedirectReason',
  'lastRedirectRedirectReason',
  'globalCallId_ClusterID',
  'origIpv4v6Addr',
  'destIpv4v6Addr',
] as const;
type Column = (typeof COLUMNS)[number];

export const CUCM_HEADER = COLUMNS.map((name) => `"${name}"`).join(',');

/** Q.850 causes of the side that ended the call: 16 normal, 17 busy, 19 no answer, 38 network out of order. */
const causesOf = (outcome: CallOutcome, callerHangsUp: boolean): { orig: number; dest: number } => {
  switch (outcome) {
    case 'answered':
      return callerHangsUp ? { orig: 16, dest: 0 } : { orig: 0, dest: 16 };
    case 'cancelled':
      return { orig: 16, dest: 0 };
    case 'no_answer':
      return { orig: 0, dest: 19 };
    case 'busy':
      return { orig: 0, dest: 17 };
    case 'failed':
      return { orig: 0, dest: 38 };
  }
};

/** CUCM stores an IPv4 address as a signed 32 bit number with the first byte lowest. */
export const toLittleEndianIp = (ip: string): number =>
  ip.split('.').reduceRight((sum, byte) => (sum << 8) | Number(byte), 0);

interface Side {
  readonly number: string;
  readonly login: string;
  readonly device: string;
  readonly ip: string;
}

/** 9 for the outside line, then national with 1 or international with 011. */
const dialled = (number: string): string => {
  const national = nationalDigits(number, AUSTIN.country);
  return national === undefined ? `9011${number.slice(1)}` : `91${national}`;
};

const inboundNumber = (random: Random, number: string): string =>
  random.chance(0.5) ? number : (nationalDigits(number, AUSTIN.country) ?? number);

/** Caller and callee of the record. */
const sidesOf = (random: Random, call: GeneratedCall): { caller: Side; callee: Side } => {
  const inside = ({ extension = '', account }: GeneratedCall['employee']): Side => ({
    number: extension,
    login: account,
    device: `SEP00270D${extension.padStart(6, '0')}`,
    ip: `10.20.${extension.slice(0, 2)}.${Number(extension.slice(2)) + 20}`,
  });
  const outside = (number: string): Side => ({ number, login: '', device: TRUNK, ip: TRUNK_IP });
  const ours = inside(call.employee);
  const { other } = call;
  if (other.kind === 'employee') return { caller: inside(other.employee), callee: ours };
  if (call.direction === 'outbound') {
    return { caller: ours, callee: outside(other.kind === 'number' ? dialled(other.number) : '') };
  }
  const number = other.kind === 'number' ? inboundNumber(random, other.number) : 'anonymous';
  return { caller: outside(number), callee: ours };
};

const toLine = (values: Readonly<Record<Column, string | number>>): string =>
  COLUMNS.map((name) => {
    const value = values[name];
    return typeof value === 'number' ? String(value) : `"${value}"`;
  }).join(',');

/** `cdr_<cluster>_<node>_<UTC minute>_<sequence>`: one file a minute with new records. */
const fileOf = (endMs: number, sequence: number): string => {
  const stamp = new Date(endMs).toISOString().replaceAll(/[-T:]/g, '').slice(0, 12);
  return `/var/spool/cdr/cdr_${CLUSTER}_01_${stamp}_${sequence}`;
};

/** Writes calls as CUCM call detail records of the Austin office; files appear one to four minutes after the call. */
export const createCucmWriter = (random: Random) => {
  let callId = 180_000;
  return (call: GeneratedCall): WrittenCall => {
    callId += 1;
    const { caller, callee } = sidesOf(random, call);
    const { orig, dest } = causesOf(call.outcome, random.chance(0.55));
    const endMs = endOf(call);
    const answered = call.outcome === 'answered';
    const seconds = (timeMs: number): number => Math.floor(timeMs / SECOND_MS);
    const message = toLine({
      cdrRecordType: 1,
      globalCallID_callManagerId: CALL_MANAGER,
      globalCallID_callId: callId,
      origLegCallIdentifier: callId * 2 + 40_000_000,
      dateTimeOrigination: seconds(call.startMs),
      origNodeId: CALL_MANAGER,
      origSpan: 0,
      origIpAddr: toLittleEndianIp(caller.ip),
      callingPartyNumber: caller.number,
      callingPartyUnicodeLoginUserID: caller.login,
      origCause_location: 0,
      origCause_value: orig,
      destLegIdentifier: callId * 2 + 40_000_001,
      destNodeId: CALL_MANAGER,
      destSpan: 0,
      destIpAddr: toLittleEndianIp(callee.ip),
      originalCalledPartyNumber: callee.number,
      finalCalledPartyNumber: callee.number,
      finalCalledPartyUnicodeLoginUserID: callee.login,
      destCause_location: 0,
      destCause_value: dest,
      dateTimeConnect: answered ? seconds(call.startMs) + call.ringSeconds : 0,
      dateTimeDisconnect: seconds(call.startMs) + call.ringSeconds + call.talkSeconds,
      lastRedirectDn: callee.number,
      pkid: random.uuid(),
      originalCalledPartyNumberPartition: callee.device === TRUNK ? 'PSTN' : 'Internal',
      callingPartyNumberPartition: caller.device === TRUNK ? '' : 'Internal',
      finalCalledPartyNumberPartition: callee.device === TRUNK ? 'PSTN' : 'Internal',
      duration: call.talkSeconds,
      origDeviceName: caller.device,
      destDeviceName: callee.device,
      origCalledPartyRedirectReason: 0,
      lastRedirectRedirectReason: 0,
      globalCallId_ClusterID: CLUSTER,
      origIpv4v6Addr: caller.ip,
      destIpv4v6Addr: callee.ip,
    });
    const record: GeneratedRecord = {
      provider: AUSTIN.phoneSystem,
      site: AUSTIN.settings,
      message,
      header: CUCM_HEADER,
      file: { path: fileOf(endMs, callId), offset: CUCM_HEADER.length + 1 },
      availableMs: endMs + random.int(1, 4) * MINUTE_MS,
    };
    return { records: [record], vendorCallId: `${CLUSTER}-${CALL_MANAGER}-${callId}` };
  };
};
