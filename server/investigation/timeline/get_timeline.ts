import type { TimelineEvent, TimelineResponse } from '../../../common/api/call';
import type { CallDocument } from '../../../common/model/call';
import type { Lane } from '../../../common/model/signal';
import { readCall } from '../calls';
import type { InvestigationContext } from '../context';
import { readTexts } from '../read_field';
import { readAlertMarks } from './read_alert_marks';
import { readTargets } from './read_targets';
import { callMark, readNumberCalls, readPersonCalls } from './read_call_marks';
import { readSignal, type ReadEvents } from './read_signals';
import type { TimeRange } from './signal_query';
import type { Subject } from './timeline_signal';

const single = (value: string | undefined): string[] => (value === undefined ? [] : [value]);

const isAddress = (account: string): boolean => account.includes('@');

/** Everything that names our person in events. @param targets accounts that the person changed during the call */
export const subjectOf = (call: CallDocument, targets: readonly string[] = []): Subject => ({
  'user.name': [...single(call.user?.name), ...targets.filter((name) => !isAddress(name))],
  'user.email': [...single(call.user?.email), ...targets.filter(isAddress)],
  'user.id': single(call.user?.id),
  'host.name': readTexts(call, 'host.name'),
});

const partialsOf = (
  parts: readonly { lane: Lane; read: ReadEvents }[]
): TimelineResponse['partial'] =>
  parts.flatMap(({ lane, read }) => (read.partial ? [{ lane, reason: read.partial }] : []));

/** The same document may answer two signals: it stays one mark, that of the signal listed first. */
const withoutDoubles = (events: readonly TimelineEvent[]): TimelineEvent[] => {
  const seen = new Set<string>();
  return events.filter(({ document, lane }) => {
    const key = document ? `${lane}|${document.index}|${document.id}` : '';
    if (key === '' || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
};

/** Everything around a call that concerns its person, its number and the person's computers, in time order. */
export const getTimeline = async (
  context: InvestigationContext,
  callId: string,
  range: TimeRange
): Promise<TimelineResponse> => {
  const { es, signal: abort, formatNumber, spaceId, mask } = context;
  const call = await readCall(es, callId);
  const callStart = Date.parse(call['@timestamp']);
  const targets = await readTargets(es, callId, abort);
  const subject = subjectOf(call, targets);
  const personConfidence = call.vishing.join?.confidence ?? 1;
  const marks = { es, call, range, formatNumber, mask, abort };
  const [personCalls, numberCalls, alerts, ...signals] = await Promise.all([
    readPersonCalls(marks),
    readNumberCalls(marks),
    readAlertMarks({
      es,
      spaceId,
      callId,
      subject,
      range,
      callStart,
      hideReasons: mask !== undefined,
      abort,
    }),
    ...context.signals.map((signal) =>
      readSignal({ es, signal, subject, targets, range, callStart, personConfidence, abort })
    ),
  ]);
  const parts: { lane: Lane; read: ReadEvents }[] = [
    { lane: 'calls', read: personCalls },
    { lane: 'number', read: numberCalls },
    { lane: 'alerts', read: alerts },
    ...signals.map((read, index) => ({ lane: context.signals[index]?.lane ?? 'endpoint', read })),
  ];
  const shown = mask?.(call) ?? call;
  const own = callMark(shown, { lane: 'calls', role: 'call', callStart, formatNumber });
  const events = withoutDoubles([own, ...parts.flatMap(({ read }) => read.events)]);
  const answer = {
    events: events.sort((a, b) => a.start.localeCompare(b.start)),
    partial: partialsOf(parts),
  };
  // Whoever may not see names may not see the targets' either.
  const known = [
    call,
    ...targets.map((name) => (isAddress(name) ? { email: name } : { account: name })),
  ];
  return mask?.(answer, known) ?? answer;
};
