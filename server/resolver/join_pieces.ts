import type { RawRecord } from './raw_record';

/** A record that stands for a whole leg; `pieces` says of how many records it was made. */
export interface LegRecord extends RawRecord {
  readonly pieces?: number;
}

type Call = RawRecord['vishing']['call'];
type Party = RawRecord['vishing']['caller'];
type Side = RawRecord['source'];

const isPiece = ({ vishing }: RawRecord): boolean => vishing.call.leg_type === 'piece';

const msOf = (text: string | undefined): number | undefined => {
  const ms = Date.parse(text ?? '');
  return Number.isFinite(ms) ? ms : undefined;
};

const earliest = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
};

const latest = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
};

/** Of each field the first value that is stated. */
const firstStated = <T extends object>(values: readonly (T | undefined)[]): T | undefined => {
  const merged: Record<string, unknown> = {};
  for (const value of values) {
    for (const [key, inner] of Object.entries(value ?? {})) merged[key] ??= inner;
  }
  return Object.keys(merged).length > 0 ? (merged as T) : undefined;
};

const byTime = (a: RawRecord, b: RawRecord): number =>
  Date.parse(a['@timestamp']) - Date.parse(b['@timestamp']) || (a.docId < b.docId ? -1 : 1);

const iso = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString();

const secondsBetween = (from: number | undefined, to: number | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : Math.max(0, Math.round((to - from) / 1000));

const wentToVoicemail = ({ event }: RawRecord): boolean => event.action === 'call-voicemail';

/** The action that the pieces state; an answered call stays one, and so does a mailbox, whatever its end is called. */
const eventOf = (
  pieces: readonly RawRecord[],
  { answered, ended }: { readonly answered: boolean; readonly ended: boolean }
): Pick<RawRecord['event'], 'action' | 'outcome'> => {
  if (answered) return { action: 'call-answered', outcome: 'success' };
  const telling =
    pieces.find(wentToVoicemail) ??
    pieces.findLast(({ event }) => event.action && event.action !== 'call-answered');
  return {
    action: telling?.event.action,
    outcome: telling?.event.outcome ?? (ended ? 'failure' : 'unknown'),
  };
};

/** Whoever answered is the callee, before those whose phones only rang. */
const calleesFirst = (pieces: readonly RawRecord[]): readonly RawRecord[] => {
  const answers = pieces.filter(({ vishing: { call } }) => call.answered_at && call.answered);
  return [...answers, ...pieces.filter((piece) => !answers.includes(piece))];
};

/** Number and user of one side belong together: the first piece that names a number also names whose it is. */
const sideOf = (sides: readonly Side[], parties: readonly Party[]): [Side, Party] => {
  const numbered = sides.findIndex((side) => side?.address !== undefined);
  const order = numbered > 0 ? [numbered, ...sides.keys()] : [...sides.keys()];
  return [
    firstStated(order.map((index) => sides[index])),
    firstStated(order.map((index) => parties[index])),
  ];
};

const join = (records: readonly RawRecord[]): LegRecord | undefined => {
  const pieces = [...records].sort(byTime);
  const [first] = pieces;
  if (!first) return undefined;
  const calls = pieces.map(({ vishing }) => vishing.call);
  const statedStartMs = earliest(pieces.map(({ event }) => msOf(event.start)));
  const startMs = statedStartMs ?? Date.parse(first['@timestamp']);
  const answerMs = earliest(calls.map((call) => msOf(call.answered_at)));
  const endMs = latest(pieces.map(({ event }) => msOf(event.end)));
  const voicemail = pieces.some(wentToVoicemail);
  // A piece may say when the leg was answered if it was, and leave it to another piece to say so.
  const answered =
    !voicemail && calls.some((call) => call.answered ?? call.answered_at !== undefined);
  // How a phone that nobody took rang out, or that the branch was passed on, says nothing about the leg that was answered.
  const telling = answered ? calls.filter((call) => call.answered !== false) : calls;
  const stated = <Key extends keyof Call>(key: Key): Call[Key] | undefined =>
    telling.findLast((call) => call[key] !== undefined)?.[key];
  const called = calleesFirst(pieces);
  const [source, caller] = sideOf(
    pieces.map((piece) => piece.source),
    pieces.map(({ vishing }) => vishing.caller)
  );
  const [destination, callee] = sideOf(
    called.map((piece) => piece.destination),
    called.map(({ vishing }) => vishing.callee)
  );
  return {
    ...first,
    startMs,
    '@timestamp': new Date(startMs).toISOString(),
    event: {
      ...first.event,
      ...eventOf(pieces, { answered, ended: endMs !== undefined }),
      start: iso(startMs),
      end: iso(endMs),
      duration: endMs === undefined ? undefined : Math.max(0, endMs - startMs) * 1_000_000,
    },
    source,
    destination,
    network: firstStated(pieces.map((piece) => piece.network)),
    vishing: {
      ...first.vishing,
      caller,
      callee,
      call: {
        ...firstStated(calls),
        id: first.vishing.call.id,
        // A record of the whole leg, which some systems send at the end, counts more than its pieces.
        revision: 0,
        leg_type: 'leg',
        answered,
        talk_seconds: answered
          ? (latest(telling.map((call) => call.talk_seconds)) ?? secondsBetween(answerMs, endMs))
          : 0,
        ring_seconds:
          latest(calls.map((call) => call.ring_seconds)) ??
          // The first piece may be the answer, and nothing says when ringing began.
          secondsBetween(statedStartMs, answered ? answerMs : endMs),
        hangup_cause: stated('hangup_cause'),
        hangup_by: stated('hangup_by'),
        media: [...new Set(calls.flatMap((call) => call.media ?? []))],
      },
    },
    pieces: pieces.length,
  };
};

/**
 * Makes one record of all records that report on one leg bit by bit, such as ringing, answer and hang-up. The result does
 * not depend on the order in which they came, and a leg whose end is still to come is there already.
 */
export const joinPieces = (records: readonly RawRecord[]): LegRecord[] => {
  const legs = new Map<string, RawRecord[]>();
  const whole: LegRecord[] = [];
  for (const record of records) {
    if (!isPiece(record)) {
      whole.push(record);
      continue;
    }
    const key = record.vishing.call.leg ?? '';
    const present = legs.get(key);
    if (present) present.push(record);
    else legs.set(key, [record]);
  }
  return [...whole, ...[...legs.values()].flatMap((pieces) => join(pieces) ?? [])];
};
