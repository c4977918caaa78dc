import type { CallResponse, CallSummary } from '../../common/api/call';
import { CALLS_INDEX } from '../../common/constants';
import type { CallDocument } from '../../common/model/call';
import { searchCallAlerts, totalOf, type AlertOfCall } from './alerts';
import { readCall, toCall } from './calls';
import type { InvestigationContext } from './context';
import { readText } from './read_field';
import type { RuleKnowledge } from './rule_knowledge';
import { scoreCall } from './score/score';
import { narrate } from './sentences';
import { toSuspiciousCall } from './suspicious_call';

const DAY_MS = 86_400_000;
/** Alerts about a call are looked for this far around it: the longest window of a rule, and late records. */
const ALERT_SPAN_MS = 15 * DAY_MS;
const NUMBER_HISTORY_MS = 30 * DAY_MS;
const NUMBER_CALLS_SHOWN = 50;

/** A call in short. */
export const toSummary = (call: CallDocument): CallSummary => ({
  call_id: call.vishing.call.id,
  started: call['@timestamp'],
  direction: call.vishing.call.direction,
  answered: call.vishing.call.answered,
  talk_seconds: call.vishing.call.talk_seconds,
  person: call.user?.full_name ?? call.user?.email,
  number: call.vishing.external?.number,
  action: call.event.action,
});

const readNumberCalls = async (
  { es, signal }: InvestigationContext,
  call: CallDocument
): Promise<{ calls: CallSummary[]; total: number }> => {
  const number = call.vishing.external?.number;
  if (!number) return { calls: [], total: 0 };
  const start = Date.parse(call['@timestamp']);
  const answer = await es.search(
    {
      index: CALLS_INDEX,
      size: NUMBER_CALLS_SHOWN,
      track_total_hits: true,
      sort: [{ '@timestamp': 'desc' }],
      query: {
        bool: {
          filter: [
            { term: { 'vishing.external.number': number } },
            {
              range: {
                '@timestamp': {
                  gte: new Date(start - NUMBER_HISTORY_MS).toISOString(),
                  lte: call['@timestamp'],
                },
              },
            },
          ],
          must_not: [{ term: { 'vishing.call.id': call.vishing.call.id } }],
        },
      },
    },
    { signal }
  );
  const calls = answer.hits.hits
    .map(({ _source }) => toCall(_source))
    .filter((found) => found !== undefined);
  return { calls: calls.map(toSummary), total: totalOf(answer.hits.total) };
};

const whyOf = (
  item: AlertOfCall,
  rule: RuleKnowledge | undefined
): CallResponse['why'][number] => ({
  rule_id: item.alert.rule_id,
  rule_name: item.alert.rule_name,
  conditions: (rule?.conditions ?? []).flatMap(({ label, field }) => {
    const value = readText(item.source, field);
    return value === undefined ? [] : [{ label, value }];
  }),
  guide: rule?.guide ?? '',
});

/** One entry a rule: its alert of highest risk explains it. */
const onePerRule = (alerts: readonly AlertOfCall[]): AlertOfCall[] => {
  const byRule = new Map<string, AlertOfCall>();
  for (const item of alerts) {
    const known = byRule.get(item.alert.rule_id);
    if (!known || known.alert.risk_score < item.alert.risk_score)
      byRule.set(item.alert.rule_id, item);
  }
  return [...byRule.values()].sort((a, b) => b.alert.risk_score - a.alert.risk_score);
};

/**
 * Everything the call page shows beside the timeline.
 * @throws VishingError `not_found`, `not_set_up`
 */
export const getCallDetails = async (
  context: InvestigationContext,
  callId: string
): Promise<CallResponse> => {
  const { es, spaceId, rules, signals, formatNumber, signal } = context;
  const call = await readCall(es, callId);
  const start = Date.parse(call['@timestamp']);
  const [found, history] = await Promise.all([
    searchCallAlerts(es, {
      spaceId,
      from: new Date(start - ALERT_SPAN_MS).toISOString(),
      to: new Date(start + ALERT_SPAN_MS).toISOString(),
      signal,
    }),
    readNumberCalls(context, call),
  ]);
  const alerts = found.alerts.filter((item) => item.callId === callId);
  const external = call.vishing.external?.number;
  const number = external ? formatNumber(external) : undefined;
  const narrative = narrate({ call, alerts, rules, number });
  const score = scoreCall({ call, alerts, signals });
  return {
    call,
    suspicion:
      alerts.length > 0 ? toSuspiciousCall({ ...context, callId, call, alerts }) : undefined,
    title: narrative.title,
    sentences: [...narrative.sentences],
    number_display: number,
    why: onePerRule(alerts).map((item) => whyOf(item, rules.get(item.alert.rule_id))),
    score_terms: [...score.terms],
    number_calls: history.calls,
    number_calls_total: history.total,
  };
};
