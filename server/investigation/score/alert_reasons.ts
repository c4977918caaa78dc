import type { CallDocument } from '../../../common/model/call';
import type { AlertOfCall } from '../alerts';
import { readNumberField, readText } from '../read_field';
import type { TimelineSignal } from '../timeline/timeline_signal';
import type { Reason } from './reason';
import { timeFactor } from './time_factor';

/** What a score asks of a signal. */
export type SignalWeight = Pick<TimelineSignal, 'id' | 'family' | 'lane' | 'weight'>;

/** A rule's risk score is a statement about its alerts: a risk of 100 alone gives this weight. */
const RULE_CERTAINTY = 0.85;
/** A further signal of a family that counted already: one noisy tool must not fill the score. */
const SAME_FAMILY = 0.5;
/** From here on a factor is worth a word. */
const WORTH_A_WORD = 0.95;

interface Evidence {
  readonly alert: AlertOfCall['alert'];
  readonly signal: SignalWeight | undefined;
  readonly weight: number;
  readonly notes: readonly string[];
}

const secondsOf = (call: CallDocument | undefined, source: unknown): number =>
  call?.vishing.call.talk_seconds ?? readNumberField(source, 'vishing.call.talk_seconds') ?? 0;

const evidenceOf = (
  { alert, source }: AlertOfCall,
  call: CallDocument | undefined,
  signals: readonly SignalWeight[]
): Evidence => {
  const ruleWeight = (RULE_CERTAINTY * alert.risk_score) / 100;
  const id = readText(source, 'vishing.signal_id');
  const signal = signals.find((known) => known.id === id);
  const gapSeconds = readNumberField(source, 'vishing.gap_seconds');
  const time =
    signal && gapSeconds !== undefined
      ? timeFactor(signal.lane, { gapSeconds, talkSeconds: secondsOf(call, source) })
      : 1;
  const join = signal ? (call?.vishing.join?.confidence ?? 1) : 1;
  return {
    alert,
    signal,
    // What the rule says of its alerts and what the event alone says count the same.
    weight: (signal ? (ruleWeight + signal.weight / 100) / 2 : ruleWeight) * time * join,
    notes: [
      ...(time < WORTH_A_WORD ? [`far from the call in time: ${Math.round(100 * time)} %`] : []),
      ...(join < WORTH_A_WORD
        ? [`our person on the call is ${Math.round(100 * join)} % certain`]
        : []),
    ],
  };
};

const byWeight = (a: Evidence, b: Evidence): number =>
  b.weight - a.weight || a.alert.rule_name.localeCompare(b.alert.rule_name);

/** One entry a rule, the strongest. */
const strongestOfRules = (found: readonly Evidence[]): Evidence[] => {
  const byRule = new Map<string, Evidence>();
  for (const evidence of [...found].sort(byWeight)) {
    if (!byRule.has(evidence.alert.rule_id)) byRule.set(evidence.alert.rule_id, evidence);
  }
  return [...byRule.values()];
};

/**
 * One reason for each rule that alerted: its risk and the weight of the event that it fired on, less the further the event
 * lies from the call, the less sure it is who was on the phone, and for a second signal of the same family.
 */
export const alertReasons = (
  call: CallDocument | undefined,
  alerts: readonly AlertOfCall[],
  signals: readonly SignalWeight[]
): Reason[] => {
  const families = new Set<string>();
  return strongestOfRules(alerts.map((item) => evidenceOf(item, call, signals))).map(
    ({ alert, signal, weight, notes }) => {
      const again = signal !== undefined && families.has(signal.family);
      if (signal) families.add(signal.family);
      const all = again ? [...notes, 'a second sign of the same kind counts half'] : notes;
      return {
        label: alert.rule_name,
        weight: again ? weight * SAME_FAMILY : weight,
        ...(all.length > 0 ? { note: all.join('; ') } : {}),
      };
    }
  );
};
