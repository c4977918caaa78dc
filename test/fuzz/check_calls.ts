import { createDirectory } from '../../server/directory/directory';
import { externalNumber, toCallDocument } from '../../server/resolver/call_document';
import { mergeLegs } from '../../server/resolver/merge_legs';
import { toRawRecord, type RawRecord } from '../../server/resolver/raw_record';
import { createWatchlistMatcher } from '../../server/watchlist/watchlist_matcher';
import type { Source } from '../pipelines/pipeline_tester';

export interface StoredRecord {
  readonly id: string;
  readonly source: Source;
}

/** Of a call; a batch of thousands of them is held in memory. */
const MAX_DOCUMENT = 50_000;

/** A resolver that knows nobody. */
const knowledge = {
  directory: createDirectory([]),
  watchlist: createWatchlistMatcher([]),
  nowMs: Date.parse('2027-01-01T00:00:00Z'),
};

const isLength = (value: number | undefined): boolean =>
  value === undefined || (Number.isFinite(value) && value >= 0);

const faultOfCall = (records: readonly RawRecord[]): string | undefined => {
  const call = mergeLegs(records, knowledge);
  if (!call) return undefined;
  const { startMs, endMs, talkSeconds, ringSeconds } = call;
  if (!Number.isFinite(startMs) || (endMs !== undefined && !(endMs >= startMs)))
    return `the resolver makes a call from ${startMs} to ${endMs} ms of it`;
  if (!isLength(talkSeconds) || !isLength(ringSeconds))
    return `the resolver makes a call of ${talkSeconds} s and ${ringSeconds} s of ringing of it`;
  const text = JSON.stringify(toCallDocument(call));
  const number = externalNumber(call);
  if (number !== undefined && !/^\+\d{4,15}$/.test(number))
    return `the resolver reads the number ${number}`;
  return text.length > MAX_DOCUMENT
    ? `the resolver makes a document of ${text.length} characters of it`
    : undefined;
};

const describeError = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ')
    : String(error);

/** Resolves what the pipelines understood, as far as no other call is needed. @returns by document, what is wrong */
export const faultsOfCalls = (stored: readonly StoredRecord[]): Map<string, string> => {
  const faults = new Map<string, string>();
  const calls = new Map<string, RawRecord[]>();
  for (const { id, source } of stored) {
    const record = toRawRecord(id, source);
    if (!record) {
      faults.set(id, 'the resolver cannot read it');
      continue;
    }
    const records = calls.get(record.vishing.call.id);
    if (records) records.push(record);
    else calls.set(record.vishing.call.id, [record]);
  }
  for (const records of calls.values()) {
    let fault: string | undefined;
    try {
      fault = faultOfCall(records);
    } catch (error) {
      fault = `the resolver throws: ${describeError(error)}`;
    }
    const [first] = records;
    if (fault && first) faults.set(first.docId, fault);
  }
  return faults;
};
