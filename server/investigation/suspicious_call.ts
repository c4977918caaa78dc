import type { SuspiciousCall } from '../../common/api/suspicious_calls';
import { severityOfScore, type WorkflowStatus } from '../../common/model/alert';
import type { CallDocument } from '../../common/model/call';
import type { AlertOfCall } from './alerts';
import { clausesOf } from './clauses';
import { readField, readNumberField, readText, readTexts } from './read_field';
import type { RuleCatalogue } from './rule_knowledge';
import type { SignalWeight } from './score/alert_reasons';
import { scoreCall } from './score/score';

export interface SuspiciousCallInput {
  readonly callId: string;
  /** Undefined when the call was deleted after its alerts were written; then the alerts' own copy is read. */
  readonly call: CallDocument | undefined;
  readonly alerts: readonly AlertOfCall[];
  readonly rules: RuleCatalogue;
  readonly signals: readonly SignalWeight[];
  /** International format of a number. */
  readonly formatNumber: (number: string) => string;
}

/** Open while any alert is open; closed only when all are. */
export const statusOf = (alerts: readonly AlertOfCall[]): WorkflowStatus => {
  const statuses = alerts.map(({ alert }) => alert.status);
  if (statuses.includes('open')) return 'open';
  return statuses.includes('acknowledged') ? 'acknowledged' : 'closed';
};

/** Answered calls of unknown length exist, so the call's own word counts; only very old alerts lack it. */
const wasAnswered = (source: unknown): boolean => {
  const stated: unknown = [readField(source, 'vishing.call.answered')].flat()[0];
  return stated === undefined
    ? (readNumberField(source, 'vishing.call.talk_seconds') ?? 0) > 0
    : stated === true || stated === 'true';
};

/** The call as the alerts saw it, for a call that is gone. */
const fromAlert = (
  source: unknown
): Pick<SuspiciousCall, 'started' | 'answered' | 'direction'> => ({
  started: readText(source, 'kibana.alert.original_time') ?? new Date(0).toISOString(),
  answered: wasAnswered(source),
  direction: 'unknown',
});

const personOf = (call: CallDocument | undefined, source: unknown): SuspiciousCall['person'] => ({
  id: call?.vishing.person?.id ?? readText(source, 'vishing.person.id'),
  name: call?.user?.full_name ?? call?.user?.name ?? readText(source, 'user.full_name'),
  email: call?.user?.email ?? readText(source, 'user.email'),
  department: call?.vishing.person?.department ?? readText(source, 'vishing.person.department'),
  hosts: call ? readTexts(call, 'host.name') : readTexts(source, 'host.name'),
});

/** The side that is not ours; of a call without an external side, the caller. */
const otherSide = (call: CallDocument): CallDocument['vishing']['caller'] =>
  call.vishing.call.direction === 'outbound' ? call.vishing.callee : call.vishing.caller;

const numberOf = (
  call: CallDocument | undefined,
  source: unknown,
  formatNumber: (number: string) => string
): SuspiciousCall['number'] => {
  const external = call?.vishing.external;
  const side = call && otherSide(call);
  const value = external?.number ?? side?.number ?? side?.number_raw ?? side?.extension;
  const number = value ?? readText(source, 'vishing.external.number');
  return {
    value: number,
    display: number ? formatNumber(number) : undefined,
    name: external?.display_name ?? side?.display_name,
    country: external?.country,
    type: external?.number_type,
    is_first_seen: external?.is_first_seen,
    verdict: call?.vishing.watchlist?.verdict ?? 'none',
    people_30d: external?.people_30d,
  };
};

/** One row of the list: a call and everything that rules said about it. */
export const toSuspiciousCall = ({
  callId,
  call,
  alerts,
  rules,
  signals,
  formatNumber,
}: SuspiciousCallInput): SuspiciousCall => {
  const newest = alerts[0]?.source;
  const score = scoreCall({ call, alerts, signals });
  return {
    call_id: callId,
    ...(call
      ? {
          started: call['@timestamp'],
          answered: call.vishing.call.answered,
          direction: call.vishing.call.direction,
          talk_seconds: call.vishing.call.talk_seconds,
        }
      : fromAlert(newest)),
    person: personOf(call, newest),
    number: numberOf(call, newest, formatNumber),
    score: score.value,
    severity: severityOfScore(score.value),
    status: statusOf(alerts),
    reasons: clausesOf({ call, alerts, rules }),
    alerts: alerts.map(({ alert }) => alert),
  };
};
