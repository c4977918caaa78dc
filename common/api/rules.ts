import { z } from 'zod';
import { MANAGE_PRIVILEGE, READ_PRIVILEGE } from '../constants';
import { severitySchema } from '../model/alert';
import { exceptionSchema, newExceptionSchema } from '../model/exception';
import { parameterSchema } from '../model/parameter';
import { tuningChangeSchema, tuningSchema } from '../model/tuning';
import { defineApi } from './define_api';
import { compiledRuleSchema } from './setup';
import { noBody, nothing, timeRangeShape } from './shared';

const namedSchema = z.object({ id: z.string(), name: z.string() });

/** A shipped rule, and what this space changed of it. */
export const ruleEntrySchema = z.object({
  rule_id: z.string(),
  /** Number in the catalogue of detections, such as D2. */
  catalogue: z.string(),
  name: z.string(),
  description: z.string(),
  version: z.number(),
  type: z.enum(['esql', 'threshold', 'new_terms']),
  /** As shipped. */
  enabled: z.boolean(),
  building_block: z.boolean(),
  risk_score: z.number(),
  severity: severitySchema,
  interval: z.string(),
  attack: z.array(z.object({ tactic: namedSchema, techniques: z.array(namedSchema) })),
  required_data: z.array(z.object({ name: z.string(), any_of: z.array(z.string()) })),
  parameters: z.array(parameterSchema),
  tuning: tuningSchema,
  /** Saved values that this version no longer takes, as sentences; the defaults apply instead. */
  dropped: z.array(z.string()),
  /** ISO instants at which its exceptions end or ended. */
  exception_ends: z.array(z.string()),
  /** The rule as it should stand in the Detection Engine. */
  compiled: compiledRuleSchema,
});
export type RuleEntry = z.infer<typeof ruleEntrySchema>;

const ruleParams = z.strictObject({ rule_id: z.uuid() });

export const getRules = defineApi({
  method: 'get',
  path: '/internal/vishing/rules',
  summary: 'Every shipped rule with its parameters and what this space changed',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({ rules: z.array(ruleEntrySchema) }),
});

/** One rule in full. */
export const ruleDetailsSchema = ruleEntrySchema.extend({
  false_positives: z.array(z.string()),
  known_gaps: z.array(z.string()),
  /** Markdown. */
  guide: z.string(),
  /** Newest first. */
  history: z.array(tuningChangeSchema),
  /** Newest first; those that ended stay until somebody removes them. */
  exceptions: z.array(exceptionSchema),
  /** Sent back with a change; absent before the first one. */
  token: z.string().optional(),
});
export type RuleDetails = z.infer<typeof ruleDetailsSchema>;

export const getRule = defineApi({
  method: 'get',
  path: '/internal/vishing/rules/{rule_id}',
  summary: 'One shipped rule with its parameters, their history and the compiled query',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: ruleParams,
  query: nothing,
  body: noBody,
  response: ruleDetailsSchema,
});

export const compileRule = defineApi({
  method: 'post',
  path: '/internal/vishing/rules/{rule_id}/compile',
  summary: 'The rule as it would be with other values; saves nothing',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: ruleParams,
  query: nothing,
  body: tuningSchema,
  response: z.object({ compiled: compiledRuleSchema }),
});

/** What a person can change of a rule in Kibana that parameters and settings express, too. */
const editedRuleSchema = z.strictObject({
  query: z.string().max(100_000),
  interval: z.string().max(20),
  severity: severitySchema,
  building_block_type: z.string().max(20).optional(),
});
export type EditedRule = z.infer<typeof editedRuleSchema>;

export const readEdits = defineApi({
  method: 'post',
  path: '/internal/vishing/rules/{rule_id}/edits',
  summary: "A person's edit of a rule in Kibana as values of its parameters; saves nothing",
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: ruleParams,
  query: nothing,
  body: editedRuleSchema,
  response: z.object({
    tuning: tuningSchema,
    /** False when the query differs in more than values: then only the settings were read. */
    understood: z.boolean(),
  }),
});
export type ReadEdits = z.infer<typeof readEdits.response>;

export const NOTE_MAX_LENGTH = 1000;

export const tuneRule = defineApi({
  method: 'put',
  path: '/internal/vishing/rules/{rule_id}/tuning',
  summary: 'Saves values and settings of a rule with the reason; the Detection Engine is not asked',
  privilege: MANAGE_PRIVILEGE,
  personal: 'none',
  params: ruleParams,
  query: nothing,
  body: tuningSchema.extend({
    note: z.string().trim().max(NOTE_MAX_LENGTH),
    token: z.string().max(200).optional(),
  }),
  response: ruleDetailsSchema,
});

export const exceptPair = defineApi({
  method: 'post',
  path: '/internal/vishing/rules/{rule_id}/exceptions',
  summary: 'Excepts a pair from a rule until a day; the Detection Engine is not asked',
  privilege: MANAGE_PRIVILEGE,
  personal: 'refused',
  params: ruleParams,
  query: nothing,
  body: newExceptionSchema,
  response: ruleDetailsSchema,
});

export const endException = defineApi({
  method: 'delete',
  path: '/internal/vishing/rules/{rule_id}/exceptions/{exception_id}',
  summary: 'Takes an exception away; the Detection Engine is not asked',
  privilege: MANAGE_PRIVILEGE,
  personal: 'refused',
  params: ruleParams.extend({ exception_id: z.uuid() }),
  query: nothing,
  body: noBody,
  response: ruleDetailsSchema,
});

export const getRuleActivity = defineApi({
  method: 'get',
  path: '/internal/vishing/rules/activity',
  summary: 'Alerts of each shipped rule by day, and how many were closed as false positives',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: z.strictObject({ ...timeRangeShape, timezone: z.string().max(64) }),
  body: noBody,
  response: z.object({
    rules: z.array(
      z.object({
        rule_id: z.string(),
        alerts: z.number(),
        closed: z.number(),
        false_positives: z.number(),
        days: z.array(z.object({ day: z.string(), alerts: z.number() })),
      })
    ),
  }),
});
export type RuleActivity = z.infer<typeof getRuleActivity.response>['rules'][number];
