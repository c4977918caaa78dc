import type { Employee } from '../company';
import { endOf, type CallOutcome, type GeneratedCall } from '../generated_call';
import { SECOND_MS, toLocalText } from '../local_time';
import { nationalDigits } from '../number_ranges';
import type { Random } from '../random';
import type { GeneratedRecord, WrittenCall } from '../raw_record';
import { BERLIN, HELP_DESK_QUEUE } from '../sites';

const FILE_PATH = '/var/log/asterisk/cdr-csv/Master.csv';
const TRUNK = 'PJSIP/trunk-carrier';

const DISPOSITION: Readonly<Record<CallOutcome, string>> = {
  answered: 'ANSWERED',
  no_answer: 'NO ANSWER',
  cancelled: 'NO ANSWER',
  busy: 'BUSY',
  failed: 'FAILED',
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** One line of `Master.csv` with all 21 columns; durations and sequence are not quoted, unset dates are empty. */
const toLine = (row: {
  src: string;
  dst: string;
  context: string;
  name: string;
  channel: string;
  dstChannel: string;
  app: string;
  appData: string;
  call: GeneratedCall;
  startMs: number;
  answerMs?: number;
  endMs: number;
  disposition: string;
  uniqueId: string;
  linkedId: string;
  sequence: number;
}): string => {
  const at = (timeMs: number): string => quoted(toLocalText(timeMs, BERLIN.timezone));
  const seconds = (fromMs: number): string => String(Math.round((row.endMs - fromMs) / SECOND_MS));
  return [
    quoted(''),
    quoted(row.src),
    quoted(row.dst),
    quoted(row.context),
    quoted(row.name === '' ? `<${row.src}>` : `"${row.name}" <${row.src}>`),
    quoted(row.channel),
    quoted(row.dstChannel),
    quoted(row.app),
    quoted(row.appData),
    at(row.startMs),
    row.answerMs === undefined ? '' : at(row.answerMs),
    at(row.endMs),
    seconds(row.startMs),
    row.answerMs === undefined ? '0' : seconds(row.answerMs),
    quoted(row.disposition),
    quoted('DOCUMENTATION'),
    quoted(row.uniqueId),
    quoted(''),
    quoted(''),
    quoted(row.linkedId),
    String(row.sequence),
  ].join(',');
};

/** The caller as the German trunk delivers it: international, with 00, or national with the trunk prefix. */
const inboundNumber = (random: Random, number: string): string => {
  const national = nationalDigits(number, BERLIN.country);
  const forms: (readonly [string, number])[] = [
    [number, 6],
    [`00${number.slice(1)}`, 2],
  ];
  if (national !== undefined) forms.push([`0${national}`, 4]);
  return random.weighted(forms);
};

/** What was dialled: 0 for the outside line, then the number as people type it in Germany. */
const dialled = (number: string): string => {
  const national = nationalDigits(number, BERLIN.country);
  return national === undefined ? `000${number.slice(1)}` : `00${national}`;
};

interface Ends {
  readonly src: string;
  readonly dst: string;
  readonly context: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const phone = ({ extension }: Employee): string => `PJSIP/${extension ?? ''}`;

/** Who calls whom, in the words of the dial plan. */
const endsOf = (random: Random, { direction, employee, other, queue }: GeneratedCall): Ends => {
  const extension = employee.extension ?? '';
  if (other.kind === 'employee') {
    const { fullName, extension: src = '' } = other.employee;
    return {
      src,
      dst: extension,
      context: 'from-internal',
      name: fullName,
      from: phone(other.employee),
      to: phone(employee),
    };
  }
  if (direction === 'outbound') {
    const dst = other.kind === 'number' ? dialled(other.number) : '';
    return {
      src: extension,
      dst,
      context: 'from-internal',
      name: employee.fullName,
      from: phone(employee),
      to: TRUNK,
    };
  }
  const src = other.kind === 'number' ? inboundNumber(random, other.number) : 'anonymous';
  const name = other.kind === 'number' ? (other.name ?? '') : 'Anonymous';
  const dst = queue === undefined ? extension : HELP_DESK_QUEUE;
  return { src, dst, context: 'from-trunk', name, from: TRUNK, to: phone(employee) };
};

/** Writes calls into one growing `Master.csv` of the Berlin office; times are local and without zone. */
export const createAsteriskWriter = (random: Random) => {
  let offset = 0;
  let channels = 0;
  let sequence = 0;
  const channelOf = (device: string): string => {
    channels += 1;
    return `${device}-${channels.toString(16).padStart(8, '0')}`;
  };
  const toRecord = (message: string, endMs: number): GeneratedRecord => {
    const record = {
      provider: BERLIN.phoneSystem,
      site: BERLIN.settings,
      message,
      file: { path: FILE_PATH, offset },
      availableMs: endMs + random.int(1, 8) * SECOND_MS,
    };
    offset += Buffer.byteLength(message) + 1;
    return record;
  };
  /** A call is one row, or one row for each phone that rang in the queue; they share a linkedid. */
  return (call: GeneratedCall): WrittenCall => {
    const ends = endsOf(random, call);
    const channel = channelOf(ends.from);
    const linkedId = `${Math.floor(call.startMs / SECOND_MS)}.${channels}`;
    const app = call.queue === undefined ? 'Dial' : 'Queue';
    const line = (to: string, disposition: string, endMs: number, answerMs?: number): string => {
      sequence += 1;
      return toLine({
        ...ends,
        channel,
        dstChannel: channelOf(to),
        app,
        appData: call.queue === undefined ? `${to},25` : 'helpdesk,tT,,,60',
        call,
        startMs: call.startMs,
        answerMs,
        endMs,
        disposition,
        uniqueId: linkedId,
        linkedId,
        sequence,
      });
    };
    const endMs = endOf(call);
    const answerMs = call.startMs + call.ringSeconds * SECOND_MS;
    const missed = (call.queue?.rangBefore ?? []).map((agent) =>
      toRecord(line(phone(agent), 'NO ANSWER', answerMs), endMs)
    );
    const last = line(
      ends.to,
      DISPOSITION[call.outcome],
      endMs,
      call.outcome === 'answered' ? answerMs : undefined
    );
    return { records: [...missed, toRecord(last, endMs)], vendorCallId: linkedId };
  };
};
