import { firstTextAt, valuesAt, type Document } from '../field_access';
import type { RuleFields } from '../rules/rule_schema';

const RANK = ['low', 'medium', 'high', 'critical'] as const;

const severityFor = (document: Document, rule: RuleFields): RuleFields['severity'] => {
  const matching = rule.severity_mapping
    .filter(({ field, value }) => valuesAt(document, field).map(String).includes(value))
    .map(({ severity }) => severity);
  return [...RANK].reverse().find((severity) => matching.includes(severity)) ?? rule.severity;
};

const riskScoreFor = (document: Document, rule: RuleFields): number => {
  const [mapping] = rule.risk_score_mapping;
  if (!mapping) return rule.risk_score;
  const scores = valuesAt(document, mapping.field)
    .map(Number)
    .filter((score) => score >= 0 && score <= 100);
  return scores.length > 0 ? Math.max(...scores) : rule.risk_score;
};

/** Name, severity and score of one alert: the rule's own, unless it takes them from fields of the event. */
export const overridesFor = (
  document: Document,
  rule: RuleFields
): {
  readonly name: string;
  readonly severity: RuleFields['severity'];
  readonly riskScore: number;
} => ({
  name: (rule.rule_name_override && firstTextAt(document, rule.rule_name_override)) || rule.name,
  severity: severityFor(document, rule),
  riskScore: riskScoreFor(document, rule),
});
