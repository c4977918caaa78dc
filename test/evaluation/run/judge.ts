import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../standalone/generator/local_time';
import type { StoredRule } from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import type { EvaluationData } from '../data/make_data';
import type { KnownCall } from './known_times';
import type { WrittenAlert } from './read_alerts';
import { isBuildingBlock, isCorrelation } from './stored_rules';

/** Which campaign something belongs to; undefined for innocent work. */
export interface Truth {
  ofCall(callId: string): string | undefined;
  /** What the generator says of a call, such as `ordinary`. */
  labelOf(callId: string): string | undefined;
  ofEvent(eventId: string): string | undefined;
  /** Also when an event of the campaign was put beside another call. */
  ofAlert(alert: WrittenAlert): string | undefined;
  /** Only when the alert leads to the campaign: it names its call, or no call at all. */
  foundBy(alert: WrittenAlert): string | undefined;
}

export interface CampaignVerdict {
  readonly id: string;
  readonly found: boolean;
  /** Minutes from the start of the campaign's first call to the first alert that people see. */
  readonly minutes_to_first_alert?: number;
  /** Name of the rule of that alert. */
  readonly first_rule?: string;
  /** Names of the rules that alerted. */
  readonly rules: readonly string[];
}

export interface RuleVerdict {
  readonly rule_id: string;
  readonly name: string;
  readonly kind: 'correlation' | 'single_source' | 'building_block';
  readonly alerts: number;
  readonly false_alerts: number;
  readonly campaigns: readonly string[];
  /** Of all campaigns, 0 to 1. */
  readonly recall: number;
  readonly false_alerts_per_day_per_1000: number;
}

export interface FalseAlert {
  readonly rule: string;
  /** ISO instant. */
  readonly at: string;
  /** What the generator says of the call. */
  readonly call: string;
  /** Accounts and computers. */
  readonly names: readonly string[];
}

export interface Verdict {
  readonly record_delay_minutes: number;
  readonly campaigns: readonly CampaignVerdict[];
  readonly found: number;
  readonly rules: readonly RuleVerdict[];
  /** Of all correlation rules together, that people see. */
  readonly false_alerts_per_day_per_1000: number;
  /** Each of them, to see what they have in common. */
  readonly false_alerts: readonly FalseAlert[];
  /** The same on the days of nothing but noise, alerts as they are. */
  readonly false_alerts_on_noise_days: Readonly<Record<string, number>>;
}

/** An alert without a call belongs to a campaign when it names its people around its call. */
const BEFORE_CALL_MS = 27 * HOUR_MS;
const AFTER_CALL_MS = DAY_MS;

const keyOf = (call: { provider: string; siteId: string; vendorCallId: string }): string =>
  JSON.stringify([call.provider, call.siteId, call.vendorCallId]);

const isCampaignLabel = ({ campaigns }: EvaluationData, label: string): boolean =>
  campaigns.some(({ id }) => id === label);

const byPeople = (
  { campaigns }: EvaluationData,
  { names, atMs }: WrittenAlert
): string | undefined =>
  campaigns.find(
    ({ people, callStartMs }) =>
      atMs > callStartMs - BEFORE_CALL_MS &&
      atMs < callStartMs + AFTER_CALL_MS &&
      people.some(
        ({ upn, account, sid, host }) =>
          names.includes(upn) ||
          names.includes(account) ||
          names.includes(sid.toLowerCase()) ||
          (host !== undefined && names.includes(host.toLowerCase()))
      )
  )?.id;

/** @param calls all resolved calls */
export const knowTruth = (data: EvaluationData, calls: ReadonlyMap<string, KnownCall>): Truth => {
  const labels = new Map(data.labels.map((label) => [keyOf(label), label.label]));
  const events = new Map(
    data.campaigns.flatMap(({ id, events: own }) => own.map((event) => [event.id, id] as const))
  );
  const labelOf = (callId: string): string | undefined => {
    const call = calls.get(callId);
    return call && labels.get(keyOf(call));
  };
  const ofCall = (callId: string): string | undefined => {
    const label = labelOf(callId);
    return label !== undefined && isCampaignLabel(data, label) ? label : undefined;
  };
  const ofSources = ({ sources }: WrittenAlert): string | undefined =>
    sources.map((id) => events.get(id)).find((id) => id !== undefined);
  const foundBy = (alert: WrittenAlert): string | undefined =>
    alert.callId === undefined ? (ofSources(alert) ?? byPeople(data, alert)) : ofCall(alert.callId);
  return {
    ofCall,
    labelOf,
    ofEvent: (id) => events.get(id),
    ofAlert: (alert) => foundBy(alert) ?? ofSources(alert),
    foundBy,
  };
};

const minutes = (ms: number): number => Math.round(ms / (MINUTE_MS / 10)) / 10;
const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000;

const kindOf = (rule: StoredRule): RuleVerdict['kind'] =>
  isBuildingBlock(rule) ? 'building_block' : isCorrelation(rule) ? 'correlation' : 'single_source';

interface JudgedAlert extends WrittenAlert {
  readonly campaign?: string;
  readonly found?: string;
}

/** Compares the alerts of one simulation with the truth. */
export const judge = (
  data: EvaluationData,
  truth: Truth,
  run: {
    alerts: readonly WrittenAlert[];
    rules: readonly StoredRule[];
    /** Ids of the rules that ship enabled: an attack that only others find is not found. */
    enabled: ReadonlySet<string>;
    recordDelayMs: number;
  }
): Verdict => {
  const { period, company, campaigns, noiseDays } = data;
  const days = (period.toMs - period.fromMs) / DAY_MS;
  const perDayPer1000 = (count: number): number =>
    share(count, (days * company.employees.length) / 1000);
  const judged: JudgedAlert[] = run.alerts.map((alert) => ({
    ...alert,
    campaign: truth.ofAlert(alert),
    found: truth.foundBy(alert),
  }));
  const nameOf = new Map(run.rules.map(({ id, fields }) => [id, fields.name]));
  const correlating = new Set(
    run.rules.filter((rule) => kindOf(rule) === 'correlation').map(({ id }) => id)
  );
  const falseOnes = judged.filter(
    (alert) => alert.campaign === undefined && correlating.has(alert.ruleId)
  );
  const campaignVerdicts = campaigns.map(({ id, calls }): CampaignVerdict => {
    const firstCallMs = Math.min(...calls.map(({ startMs }) => startMs));
    const seen = judged.filter(
      (alert) => alert.found === id && !alert.isBuildingBlock && run.enabled.has(alert.ruleId)
    );
    const [first] = seen;
    return {
      id,
      found: first !== undefined,
      ...(first === undefined
        ? {}
        : {
            minutes_to_first_alert: minutes(first.atMs - firstCallMs),
            first_rule: nameOf.get(first.ruleId) ?? first.ruleId,
          }),
      rules: [...new Set(seen.map(({ ruleId }) => nameOf.get(ruleId) ?? ruleId))],
    };
  });
  return {
    record_delay_minutes: run.recordDelayMs / MINUTE_MS,
    found: campaignVerdicts.filter(({ found }) => found).length,
    campaigns: campaignVerdicts,
    rules: run.rules.map((rule): RuleVerdict => {
      const own = judged.filter(({ ruleId }) => ruleId === rule.id);
      const wrong = own.filter(({ campaign }) => campaign === undefined);
      const found = [...new Set(own.flatMap((alert) => alert.found ?? []))];
      return {
        rule_id: rule.id,
        name: rule.fields.name,
        kind: kindOf(rule),
        alerts: own.length,
        false_alerts: wrong.length,
        campaigns: found,
        recall: share(found.length, campaigns.length),
        false_alerts_per_day_per_1000: perDayPer1000(wrong.length),
      };
    }),
    false_alerts_per_day_per_1000: perDayPer1000(falseOnes.length),
    false_alerts: falseOnes.map(({ ruleId, atMs, callId, names }) => ({
      rule: nameOf.get(ruleId) ?? ruleId,
      at: new Date(atMs).toISOString(),
      call: (callId === undefined ? undefined : truth.labelOf(callId)) ?? 'unknown',
      names,
    })),
    false_alerts_on_noise_days: Object.fromEntries(
      [...noiseDays].map(([name, dayMs]) => [
        name,
        falseOnes.filter(({ atMs }) => atMs >= dayMs && atMs < dayMs + DAY_MS).length,
      ])
    ),
  };
};
