import type { TimelineEvent } from '../../../common/api/call';
import { CALLS_INDEX } from '../../../common/constants';
import { formatDuration } from '../../../common/format/duration';
import type { CallDocument } from '../../../common/model/call';
import type { Lane } from '../../../common/model/signal';
import type { ElasticsearchClient } from '../../kibana';
import { totalOf } from '../alerts';
import { toCall } from '../calls';
import type { Mask } from '../context';
import type { TimeRange } from './signal_query';
import type { ReadEvents } from './read_signals';

/** Calls of one lane that are drawn at most. */
const MAX_CALLS = 1000;

const ACTION_WORDS: Readonly<Record<CallDocument['event']['action'], string>> = {
  'call-answered': 'answered',
  'call-missed': 'missed',
  'call-rejected': 'rejected',
  'call-failed': 'failed',
  'call-voicemail': 'voicemail',
  'call-forwarded': 'forwarded',
};

const nameOf = (
  call: CallDocument,
  side: 'caller' | 'callee',
  formatNumber: (number: string) => string
): string => {
  const user = side === 'caller' ? call.source?.user : call.destination?.user;
  const party = call.vishing[side];
  if (user?.full_name) return user.full_name;
  const number = party.number ?? party.extension ?? party.number_raw;
  return party.display_name ?? (number ? formatNumber(number) : 'withheld number');
};

const describe = (
  call: CallDocument,
  formatNumber: (number: string) => string
): { label: string; sentence: string } => {
  const caller = nameOf(call, 'caller', formatNumber);
  const callee = nameOf(call, 'callee', formatNumber);
  const talk = call.vishing.call.talk_seconds;
  const outcome = ACTION_WORDS[call.event.action];
  return {
    label: `${caller} to ${callee}`,
    sentence: `${caller} called ${callee}: ${outcome}${talk ? `, ${formatDuration(talk)}` : ''}.`,
  };
};

/** One call as a mark; it lasts from the first ring to the end. */
export const callMark = (
  call: CallDocument,
  options: {
    readonly lane: Lane;
    readonly role: TimelineEvent['role'];
    readonly callStart: number;
    readonly link?: TimelineEvent['link'];
    readonly formatNumber: (number: string) => string;
  }
): TimelineEvent => {
  const start = Date.parse(call['@timestamp']);
  const { label, sentence } = describe(call, options.formatNumber);
  const facets: Record<string, string> = { outcome: ACTION_WORDS[call.event.action] };
  if (call.vishing.external?.number) facets.number = call.vishing.external.number;
  if (call.user?.name) facets['user.name'] = call.user.name;
  return {
    id: `call:${call.vishing.call.id}`,
    lane: options.lane,
    start: new Date(start).toISOString(),
    end: call.event.end,
    ring_seconds: call.vishing.call.ring_seconds,
    offset_ms: start - options.callStart,
    label,
    sentence,
    role: options.role,
    count: 1,
    link: options.link,
    document: { index: CALLS_INDEX, id: call.vishing.call.id },
    facets,
  };
};

export interface CallMarksQuery {
  readonly es: ElasticsearchClient;
  readonly call: CallDocument;
  readonly range: TimeRange;
  readonly formatNumber: (number: string) => string;
  readonly mask?: Mask;
  readonly abort?: AbortSignal;
}

const search = async (
  { es, range, abort }: CallMarksQuery,
  filter: object[],
  mustNot: object[]
): Promise<{ calls: CallDocument[]; total: number }> => {
  const answer = await es.search(
    {
      index: CALLS_INDEX,
      size: MAX_CALLS,
      track_total_hits: true,
      sort: [{ '@timestamp': 'asc' }],
      query: {
        bool: {
          filter: [{ range: { '@timestamp': { gte: range.from, lte: range.to } } }, ...filter],
          must_not: mustNot,
        },
      },
    },
    { signal: abort }
  );
  const calls = answer.hits.hits
    .map(({ _source }) => toCall(_source))
    .filter((call) => call !== undefined);
  return { calls, total: totalOf(answer.hits.total) };
};

const partialOf = (total: number): string | undefined =>
  total > MAX_CALLS ? `Only the first ${MAX_CALLS} of ${total} calls are shown` : undefined;

const toMarks = (
  query: CallMarksQuery,
  calls: readonly CallDocument[],
  lane: Lane,
  reason: string
): TimelineEvent[] =>
  calls.map((call) =>
    callMark(query.mask?.(call) ?? call, {
      lane,
      role: 'context',
      callStart: Date.parse(query.call['@timestamp']),
      link: { reason, confidence: query.call.vishing.join?.confidence ?? 1 },
      formatNumber: query.formatNumber,
    })
  );

/** Other calls of our person, in either direction. */
export const readPersonCalls = async (query: CallMarksQuery): Promise<ReadEvents> => {
  const id = query.call.vishing.person?.id;
  if (!id) return { events: [] };
  const own = { term: { 'vishing.call.id': query.call.vishing.call.id } };
  const { calls, total } = await search(query, [{ term: { 'vishing.person.id': id } }], [own]);
  return {
    events: toMarks(query, calls, 'calls', 'The same person was on the phone'),
    partial: partialOf(total),
  };
};

/** Calls of the same external number with other people. */
export const readNumberCalls = async (query: CallMarksQuery): Promise<ReadEvents> => {
  const number = query.call.vishing.external?.number;
  if (!number) return { events: [] };
  const person = query.call.vishing.person?.id;
  const { calls, total } = await search(
    query,
    [{ term: { 'vishing.external.number': number } }],
    [
      { term: { 'vishing.call.id': query.call.vishing.call.id } },
      ...(person ? [{ term: { 'vishing.person.id': person } }] : []),
    ]
  );
  return {
    events: toMarks(query, calls, 'number', `The same number, ${query.formatNumber(number)}`),
    partial: partialOf(total),
  };
};
