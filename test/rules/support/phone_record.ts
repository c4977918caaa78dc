import type { CaseCall } from './case_file';
import { toFreeswitchRecord } from './freeswitch_record';
import { SITE, type Actor, type Cast } from './cast';

/** Seconds of ringing before every call of a case is answered or given up. */
const RING_SECONDS = 6;

const local = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

const actor = (cast: Cast, name: string | undefined): Actor => {
  const found = cast.actors.get(name ?? '');
  if (!found) throw new Error(`The case has no person "${name ?? ''}".`);
  return found;
};

const partiesOf = (call: CaseCall, cast: Cast): { from: string; to: string; context: string } => {
  const ours = actor(cast, call.of).extension;
  if (call.direction === 'internal') {
    return { from: actor(cast, call.with).extension, to: ours, context: 'from-internal' };
  }
  const number = cast.numbers.get(call.number);
  if (!number) throw new Error(`The case has no number "${call.number}".`);
  return call.direction === 'inbound'
    ? { from: number, to: ours, context: 'from-trunk' }
    : { from: ours, to: number, context: 'from-internal' };
};

const channel = (party: string, id: string): string =>
  party.startsWith('+') ? `PJSIP/provider-${id}` : `PJSIP/${party}-${id}`;

/** A call as an Asterisk phone system writes it into `Master.csv` (18 columns), in the shape that shippers send. */
export const toRawRecord = (
  call: CaseCall,
  cast: Cast,
  { startMs, uniqueId }: { readonly startMs: number; readonly uniqueId: string }
): object => {
  const { from, to, context } = partiesOf(call, cast);
  if (call.verstat !== undefined) {
    return toFreeswitchRecord({
      from,
      to,
      name: call.name ?? from,
      verstat: call.verstat,
      talk: call.talk,
      startMs,
      uniqueId,
    });
  }
  const answered = call.talk > 0;
  const answerMs = startMs + RING_SECONDS * 1000;
  const row = [
    '',
    from,
    to,
    context,
    `"${call.name ?? from}" <${from}>`,
    channel(from, '00000001'),
    channel(to, '00000002'),
    'Dial',
    '',
    local(startMs),
    answered ? local(answerMs) : '',
    local(answerMs + call.talk * 1000),
    RING_SECONDS + call.talk,
    call.talk,
    answered ? 'ANSWERED' : 'NO ANSWER',
    'DOCUMENTATION',
    uniqueId,
    '',
  ];
  const message = row
    .map((cell) => (typeof cell === 'number' ? cell : `"${cell.replaceAll('"', '""')}"`))
    .join(',');
  return { message, event: { provider: 'asterisk_cdr' }, vishing: { site: SITE } };
};
