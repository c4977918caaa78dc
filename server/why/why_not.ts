import type { WhyAnswer } from '../../common/api/why';
import { alertsIndex } from '../../common/constants';
import type { CallDocument } from '../../common/model/call';
import { toSeconds } from '../../common/model/duration';
import { UNTUNED, type Tuning } from '../../common/model/tuning';
import { VishingError } from '../errors';
import { toAlertOfCall } from '../investigation/alerts';
import { readCall } from '../investigation/calls';
import { toSummary } from '../investigation/get_call';
import { readField, readText, readTexts } from '../investigation/read_field';
import type { Rule } from '../rules/rule';
import { compileOne, findRule, type RuleShelf } from '../tuning/rule_entry';
import { annotated, signalsOf } from './annotated_query';
import { checkCounts } from './counts';
import { planQuestion, type Plan } from './plan_question';
import { callOnlyQuery, candidatesQuery } from './question_query';
import {
  checkedConditions,
  rowsOf,
  toCandidate,
  withoutEvent,
  type Asking,
  type ShowValue,
} from './rows';
import { checkSources, inRange } from './sources';

/** What one space knows, and who asks. */
export interface WhyContext extends Asking {
  readonly spaceId: string;
  readonly shelf: RuleShelf & {
    readonly signals: readonly { readonly id: string; readonly name: string }[];
    /** A rule that is not shipped in this form, filled like the shipped ones. */
    query(rule: Rule, tuning: Tuning): string;
  };
  /** What the space changed, by rule id. */
  readonly tuning: ReadonlyMap<string, Tuning>;
  readonly show: ShowValue;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** Counting rules write their alert when they have run, which may be long after what they counted. */
const ALERT_DELAY_MS = 86_400_000;
const MAX_ALERTS = 100;

interface Question {
  readonly rule: Rule;
  readonly call: CallDocument;
  readonly plan: Plan;
  readonly startMs: number;
  /** How far around the call events are looked for: as far as the rule itself looks back. */
  readonly spanMs: number;
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item !== ''
  );

const rangeOf = ({ startMs, spanMs, plan }: Question) => ({
  from: new Date(startMs - spanMs).toISOString(),
  to: new Date(
    startMs + spanMs + (plan.from.startsWith('.alerts') ? ALERT_DELAY_MS : 0)
  ).toISOString(),
});

/** Between which instants the rule wants the event, read from its own conditions over the distance in seconds. */
const windowOf = ({ plan, startMs }: Question): WhyAnswer['window'] => {
  const limits = plan.conditions.flatMap((tree) =>
    tree.kind === 'leaf' && tree.condition.fields[0]?.field === 'vishing.gap_seconds'
      ? [tree.condition.needed]
      : []
  );
  const limit = (operator: string): number | undefined => {
    const value = limits.find((needed) => needed?.operator === operator)?.values[0];
    return value === undefined ? undefined : Number(value);
  };
  const [from, to] = [limit('>='), limit('<=')];
  if (from === undefined || to === undefined) return undefined;
  return {
    from: new Date(startMs + from * 1000).toISOString(),
    to: new Date(startMs + to * 1000).toISOString(),
  };
};

/** Alerts of the rule that are about the call, or about one of the events. */
const findAlert = async (
  { es, signal, spaceId }: WhyContext,
  { rule, call }: Question,
  eventIds: readonly string[]
): Promise<WhyAnswer['alert']> => {
  const about = [
    ...eventIds.map((id) => ({ term: { 'kibana.alert.ancestors.id': id } })),
    { term: { 'kibana.alert.ancestors.id': call.vishing.call.id } },
  ];
  const { hits } = await es.search(
    {
      ...{ index: alertsIndex(spaceId), ignore_unavailable: true, allow_no_indices: true },
      size: MAX_ALERTS,
      query: {
        bool: {
          filter: [{ term: { 'kibana.alert.rule.rule_id': rule.rule_id } }],
          should: about,
          minimum_should_match: 1,
        },
      },
    },
    { signal }
  );
  const found = hits.hits.map(toAlertOfCall).filter((alert) => alert !== undefined);
  const own = found.find(({ callId }) => callId === call.vishing.call.id);
  const nearest = found.find(({ source }) =>
    readTexts(source, 'kibana.alert.ancestors.id').includes(eventIds[0] ?? '')
  );
  const chosen = own ?? nearest;
  return chosen
    ? { id: chosen.alert.id, index: chosen.alert.index, call_id: chosen.callId }
    : undefined;
};

const outcomeOf = (
  { call, plan, startMs, spanMs }: Question,
  alert: WhyAnswer['alert'],
  best: WhyAnswer['candidates'][number] | undefined,
  nowMs: number
): WhyAnswer['outcome'] => {
  const callsOnly = plan.join === undefined;
  const isTooOld = startMs < nowMs - spanMs;
  if (alert?.call_id === call.vishing.call.id) return 'alerted';
  if (!best || (!callsOnly && !best.is_signal)) return 'no_event';
  if (best.failing > 0) return 'missed';
  if (alert) return 'other_call';
  return isTooOld ? 'too_old' : 'would_alert';
};

/** Rules that count for this one: their ids stand in its query. */
const countingRules = ({ shelf }: WhyContext, query: string): Rule[] =>
  shelf.definitions.filter(({ type, rule_id: id }) => type === 'threshold' && query.includes(id));

const askAll = async (
  context: WhyContext,
  question: Question,
  query: string
): Promise<WhyAnswer> => {
  const { rule, call, plan, startMs, spanMs } = question;
  const { shelf, show, tuning } = context;
  const callId = call.vishing.call.id;
  const join = plan.join && {
    field: plan.join.field,
    values: textsOf(readField(call, plan.join.field)),
  };
  const range = rangeOf(question);
  const rows =
    join?.values.length === 0
      ? []
      : await rowsOf(
          context,
          candidatesQuery(plan, { callId, joinValues: join?.values ?? [] }),
          join ? inRange(range) : undefined
        );
  const candidates = rows.map((row) => toCandidate(plan.conditions, row, show));
  const [best] = candidates;
  const alert = await findAlert(
    context,
    question,
    candidates.filter(({ is_signal: isSignal }) => isSignal).map(({ document }) => document.id)
  );
  const outcome =
    join?.values.length === 0 ? 'no_person' : outcomeOf(question, alert, best, context.nowMs);
  const isShort = outcome === 'no_event' || outcome === 'no_person';
  const [callRow] = isShort ? await rowsOf(context, callOnlyQuery(plan, callId)) : [];
  const counts = join
    ? await Promise.all(
        countingRules(context, query).map((counting) =>
          checkCounts(context, {
            rule: counting,
            compiled: compileOne(shelf, counting, tuning.get(counting.rule_id) ?? UNTUNED),
            ...{ values: join.values, fromMs: startMs - spanMs, toMs: startMs + spanMs },
          })
        )
      )
    : [];
  const hosts = textsOf(readField(call, 'host.name'));
  const names = signalsOf(
    rule,
    shelf.signals.map(({ id }) => id)
  );
  return {
    call: toSummary(call),
    ...{ outcome, alert, join, candidates, window: windowOf(question) },
    signals: shelf.signals.filter(({ id }) => names.includes(id)).map(({ name }) => name),
    call_conditions: callRow ? withoutEvent(checkedConditions(plan.conditions, callRow, show)) : [],
    ...(outcome === 'no_event' && join && counts.length === 0
      ? {
          source: await checkSources(context, {
            ...{ plan, field: join.field, joinValues: join.values, hosts, range },
          }),
        }
      : {}),
    counts: counts.flat(),
    parameters: rule.parameters.map(({ id, type, default: shipped }) => ({
      ...{ id, type, value: tuning.get(rule.rule_id)?.values[id] ?? shipped },
    })),
    looks_back_seconds: spanMs / 1000,
    labels: Object.fromEntries(rule.explanation.map(({ field, label }) => [field, label])),
  };
};

/**
 * Why a rule did not alert on a call, or that it did: its own query, evaluated by Elasticsearch with the filters turned
 * into answers.
 * @throws VishingError `not_found`, `not_set_up`, and `not_supported` for a rule that counts
 */
export const whyNot = async (
  context: WhyContext,
  ruleId: string,
  callId: string
): Promise<WhyAnswer> => {
  const rule = findRule(context.shelf, ruleId);
  if (rule.type !== 'esql') {
    throw new VishingError(
      'not_supported',
      `The rule "${rule.name}" counts events and is about no single call. Ask the rule that reads its alerts.`
    );
  }
  const tuning = context.tuning.get(ruleId) ?? UNTUNED;
  const call = await readCall(context.es, callId);
  const compiled = compileOne(context.shelf, rule, tuning);
  const query = context.shelf.query(annotated(rule), tuning);
  const question: Question = {
    ...{ rule, call, plan: planQuestion(query) },
    startMs: Date.parse(call['@timestamp']),
    spanMs: toSeconds(readText(compiled, 'from')?.slice('now-'.length) ?? '4h') * 1000,
  };
  return askAll(context, question, query);
};
