import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { severitySchema } from '../../../../common/model/alert';

const text = z.string().min(1);
const texts = z.array(z.string()).default([]);
const interval = z
  .string()
  .regex(/^[1-9]\d*[smhd]$/, 'A whole number and a unit are needed, such as 5m.');
const mapping = { field: z.string(), operator: z.literal('equals'), value: z.string() };
const technique = z.object({ id: z.string(), name: z.string(), reference: z.string() });

/** Fields of every rule type with Kibana's defaults. Source: `rule_schemas` and `apply_rule_defaults` of security_solution. */
const common = {
  rule_id: text.default(() => randomUUID()),
  name: text,
  description: text,
  risk_score: z.number().int().min(0).max(100),
  severity: severitySchema,
  version: z.number().int().min(1).default(1),
  enabled: z.boolean().default(false),
  tags: texts,
  interval: interval.default('5m'),
  from: z.string().default('now-6m'),
  to: z.string().default('now'),
  /** Kibana's `xpack.alerting.rules.run.alerts.max` caps it. */
  max_signals: z.number().int().min(1).max(1000).default(100),
  risk_score_mapping: z
    .array(z.object({ ...mapping, risk_score: z.number().optional() }))
    .default([]),
  severity_mapping: z.array(z.object({ ...mapping, severity: severitySchema })).default([]),
  exceptions_list: z.array(z.record(z.string(), z.unknown())).default([]),
  author: texts,
  references: texts,
  false_positives: texts,
  threat: z
    .array(
      z.object({
        framework: z.string(),
        tactic: technique,
        technique: z
          .array(technique.extend({ subtechnique: z.array(technique).optional() }))
          .optional(),
      })
    )
    .default([]),
  setup: z.string().default(''),
  related_integrations: z.array(z.record(z.string(), z.unknown())).default([]),
  required_fields: z.array(z.object({ name: text, type: text })).default([]),
  actions: z.array(z.record(z.string(), z.unknown())).default([]),
  note: z.string().optional(),
  license: z.string().optional(),
  building_block_type: z.literal('default').optional(),
  investigation_fields: z.object({ field_names: z.array(text).min(1) }).optional(),
  rule_name_override: z.string().optional(),
  timestamp_override: z.string().optional(),
  timestamp_override_fallback_disabled: z.boolean().optional(),
  timeline_id: text.optional(),
  timeline_title: text.optional(),
  meta: z.record(z.string(), z.unknown()).optional(),
};

const searching = {
  query: z.string(),
  language: z.enum(['kuery', 'lucene']).default('kuery'),
  index: z.array(text).optional(),
  filters: z.array(z.unknown()).default([]),
};

const toList = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value]);

export const esqlRuleSchema = z.object({
  ...common,
  type: z.literal('esql'),
  language: z.literal('esql'),
  query: text,
});

export const thresholdRuleSchema = z.object({
  ...common,
  ...searching,
  type: z.literal('threshold'),
  threshold: z.object({
    field: z.union([z.string(), z.array(z.string())]).transform(toList),
    value: z.number().int().min(1),
    cardinality: z.array(z.object({ field: text, value: z.number().int().min(0) })).default([]),
  }),
});

export const newTermsRuleSchema = z.object({
  ...common,
  ...searching,
  type: z.literal('new_terms'),
  query: text,
  new_terms_fields: z.array(text).min(1).max(3),
  history_window_start: text.default('now-7d'),
});

/** What creates a rule, with every default filled in. This stand-in runs three of Kibana's rule types. */
export const ruleFieldsSchema = z.discriminatedUnion('type', [
  esqlRuleSchema,
  thresholdRuleSchema,
  newTermsRuleSchema,
]);
export type RuleFields = z.output<typeof ruleFieldsSchema>;
export type EsqlRule = z.output<typeof esqlRuleSchema>;
export type ThresholdRule = z.output<typeof thresholdRuleSchema>;
export type NewTermsRule = z.output<typeof newTermsRuleSchema>;

export const executionSchema = z.object({
  date: z.string(),
  status: z.enum(['succeeded', 'partial failure', 'failed']),
  status_order: z.number(),
  message: z.string(),
  metrics: z.record(z.string(), z.number()),
});
export type Execution = z.infer<typeof executionSchema>;

/** A rule as it is kept: the fields and what the server knows beside them. */
export const storedRuleSchema = z.object({
  id: z.string(),
  spaceId: z.string(),
  fields: ruleFieldsSchema,
  /** Counts changes of the content; switching on and off is none. */
  revision: z.number(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  /** Rights of the person who edited the rule last. */
  apiKey: z.object({ id: z.string().optional(), encoded: z.string() }),
  lastExecution: executionSchema.optional(),
});
export type StoredRule = z.output<typeof storedRuleSchema>;

/** A rule as the API answers it. */
export const toRuleResponse = (rule: StoredRule): Record<string, unknown> => ({
  id: rule.id,
  ...rule.fields,
  required_fields: rule.fields.required_fields.map((field) => ({ ...field, ecs: false })),
  immutable: false,
  rule_source: { type: 'internal' },
  revision: rule.revision,
  created_at: rule.createdAt,
  created_by: rule.createdBy,
  updated_at: rule.updatedAt,
  updated_by: rule.updatedBy,
  output_index: '',
  ...(rule.lastExecution ? { execution_summary: { last_execution: rule.lastExecution } } : {}),
});
