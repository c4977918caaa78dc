import { createDirectory } from '../../server/directory/directory';
import { mergeLegs, type MergedCall } from '../../server/resolver/merge_legs';
import { toRawRecord, type RawRecord } from '../../server/resolver/raw_record';
import { createWatchlistMatcher } from '../../server/watchlist/watchlist_matcher';
import type { Parsed } from './pipeline_tester';

/** A resolver that knows nobody: what the records themselves say. */
const knowledge = {
  directory: createDirectory([]),
  watchlist: createWatchlistMatcher([]),
  nowMs: Date.parse('2026-12-01T00:00:00Z'),
};

const recordOf = ({ id, source }: Parsed): RawRecord => {
  const record = toRawRecord(id, source);
  if (!record) throw new Error(`The resolver cannot read ${JSON.stringify(source)}`);
  return record;
};

/** What the resolver makes of parsed records: one call for each call id, oldest first. */
export const mergedCalls = (parsed: readonly Parsed[]): MergedCall[] => {
  const byCall = new Map<string, RawRecord[]>();
  for (const record of parsed.map(recordOf)) {
    const { id } = record.vishing.call;
    byCall.set(id, [...(byCall.get(id) ?? []), record]);
  }
  return [...byCall.values()]
    .flatMap((records) => mergeLegs(records, knowledge) ?? [])
    .sort((a, b) => a.startMs - b.startMs);
};

const party = ({ read, raw, extension, user, displayName }: MergedCall['caller']): unknown =>
  read?.e164 ?? extension ?? user?.email ?? user?.name ?? raw ?? displayName;

/** The fields of a call that a person can check. */
export const callEssentials = (call: MergedCall): Readonly<Record<string, unknown>> => ({
  time: new Date(call.startMs).toISOString(),
  caller: party(call.caller),
  callee: party(call.callee),
  direction: call.direction,
  action: call.action,
  outcome: call.outcome,
  seconds: call.endMs === undefined ? undefined : Math.round((call.endMs - call.startMs) / 1000),
  talk: call.talkSeconds,
  records: call.details.records,
});
