import { z } from 'zod';
import { severitySchema } from '../../common/model/alert';
import { attackMappingSchema } from '../detection_content/attack';
import { durationSchema } from '../../common/model/duration';
import { parameterSchema } from '../../common/model/parameter';
import { ON_DAY, type CallsOf } from '../joins/calls_on_day';

const text = z.string().trim().min(1);
const lookBackSchema = z.string().regex(/^now-([1-9][0-9]*)[smhd]$/);
/** A count that may be a parameter's placeholder. */
const countSchema = z.union([z.number().int().min(1), z.string().regex(/^\{\{[a-z0-9_]+\}\}$/)]);

const common = {
  /** Never changes: Kibana and other rules know the rule by it. */
  rule_id: z.uuid(),
  /** Raised with every change of the file. */
  version: z.number().int().min(1),
  /** Number in the catalogue of detections, such as D2. */
  catalogue: z.string().regex(/^D\d{1,2}$/),
  name: text.max(120),
  description: text,
  enabled: z.boolean().default(true),
  /** Feeds other rules and stays hidden in the alerts table. */
  building_block: z.boolean().default(false),
  risk_score: z.number().int().min(0).max(100),
  severity: severitySchema,
  /** Takes the score from this field of the alert. */
  risk_score_field: z.string().optional(),
  severity_mapping: z
    .array(z.strictObject({ field: text, value: text, severity: severitySchema }))
    .default([]),
  interval: durationSchema,
  /** Look-back; widened when a person tunes the time window beyond it. */
  from: lookBackSchema,
  max_signals: z.number().int().min(1).max(1000).default(100),
  attack: z.array(attackMappingSchema).min(1),
  tags: z.array(text).default([]),
  /** Sources: of each entry at least one index pattern must have data. */
  required_data: z.array(z.strictObject({ name: text, any_of: z.array(text).min(1) })).min(1),
  parameters: z.array(parameterSchema).default([]),
  /** One clause with `{field}` placeholders, filled from the alert: what the event was. */
  evidence: text.optional(),
  /** Conditions in the order in which they read best, each with the alert's field that holds the value found. */
  explanation: z.array(z.strictObject({ label: text, field: text })).default([]),
  highlighted_fields: z.array(text).default([]),
  false_positives: z.array(text).min(1),
  known_gaps: z.array(text).min(1),
  /** Triage guide, Markdown. */
  note: text,
  query: text,
};

const parameterIds = z.array(z.string()).default([]);

/** What `{{calls}}` in the query stands for: the calls that may belong to an event. */
const callsSchema = z.strictObject({
  /** Column that says whose calls; a name or an address may be any that the person has. */
  of: z.enum(Object.keys(ON_DAY) as [CallsOf, ...CallsOf[]]),
  /** Parameters that say how long before the event, and after it, a call may have begun; they add up. */
  before: parameterIds,
  after: parameterIds,
  /** For an event that lasts, from `vishing.signal_start` to `vishing.signal_time`: how long at most. */
  lasting: durationSchema.optional(),
});
export type RuleCalls = z.infer<typeof callsSchema>;

/** One file of `server/content/rules`: a detection rule before its placeholders are filled. */
export const ruleSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('esql'), calls: callsSchema.optional() }),
  z.strictObject({
    ...common,
    type: z.literal('threshold'),
    index: z.array(text).min(1),
    threshold: z.strictObject({
      field: z.array(text).min(1).max(3),
      value: countSchema,
      cardinality: z
        .array(z.strictObject({ field: text, value: countSchema }))
        .max(1)
        .default([]),
    }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('new_terms'),
    index: z.array(text).min(1),
    new_terms_fields: z.array(text).min(1).max(3),
    history_window_start: lookBackSchema,
  }),
]);

type RuleFile = z.infer<typeof ruleSchema>;

/** A rule with the name of its file. */
export type Rule = RuleFile & { readonly file: string };
