import type { LegRecord } from './join_pieces';
import { readParty, type Knowledge, type ReadParty } from './party';
import type { RawRecord } from './raw_record';

/** One branch of a call, read with what we know of numbers and people. */
export interface Leg {
  readonly record: RawRecord;
  readonly caller: ReadParty;
  readonly callee: ReadParty;
  readonly startMs: number;
  readonly endMs: number;
  readonly answered: boolean;
  /** When talking began; equals `endMs` for a leg that nobody answered. */
  readonly talkFromMs: number;
}

/** Orders texts such as `1735740180.9#2` and `1735740180.10` by their numbers. */
const naturally = new Intl.Collator('en', { numeric: true });

/** The newest revision of each leg; of two with the same revision, always the same one. */
export const newestRevisions = (records: readonly LegRecord[]): LegRecord[] => {
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

/** Reads both parties of a leg and works out when it ended and when talking began. */
export const toLeg = (record: RawRecord, knowledge: Knowledge): Leg => {
  const { call } = record.vishing;
  const endMs = endOf(record);
  const answered = call.answered ?? record.event.action === 'call-answered';
  const talkMs = (call.talk_seconds ?? 0) * 1000;
  // Of a leg whose end is still to come, only the answer is known.
  const answerMs = call.talk_seconds === undefined ? Date.parse(call.answered_at ?? '') : NaN;
  const talkFromMs = Number.isFinite(answerMs) ? answerMs : endMs - talkMs;
  return {
    record,
    caller: readParty(record, 'caller', knowledge),
    callee: readParty(record, 'called', knowledge),
    startMs: record.startMs,
    endMs: Math.max(endMs, answered ? record.startMs + talkMs : 0),
    answered,
    talkFromMs: answered ? Math.max(record.startMs, talkFromMs) : endMs,
  };
};

/** Oldest first; of those that began together, always in the same order. */
export const byStart = (a: Leg, b: Leg): number =>
  a.startMs - b.startMs ||
  naturally.compare(a.record.vishing.call.leg ?? '', b.record.vishing.call.leg ?? '') ||
  a.record.docId.localeCompare(b.record.docId);

/** Whether anything but a device is known of a party. */
export const hasParty = ({ raw, user, extension }: ReadParty): boolean =>
  raw !== undefined || user !== undefined || extension !== undefined;
