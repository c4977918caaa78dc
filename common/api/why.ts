import { z } from 'zod';
import { READ_PRIVILEGE } from '../constants';
import { valuesSchema } from '../model/tuning';
import { callSummarySchema } from './call';
import { defineApi } from './define_api';
import { callIdSchema, noBody, nothing, timeRangeShape } from './shared';

/** What a condition asks of a value. `matches` is a pattern; `true` asks for nothing but that it is so. */
export const comparisonSchema = z.object({
  operator: z.enum([
    ...(['==', '!=', '<', '<=', '>', '>='] as const),
    ...(['in', 'not_in', 'matches', 'not_matches'] as const),
    ...(['exists', 'missing', 'true', 'false'] as const),
  ]),
  /** At most a dozen of `total`. */
  values: z.array(z.string()),
  total: z.number(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** One condition of a rule, in the order of the rule, evaluated by Elasticsearch. */
export const checkedConditionSchema = z.object({
  /** Absent when it cannot be said, because it is about an event that was not there. */
  holds: z.boolean().optional(),
  /** Whether it is about the event, about the call, or about the distance between both. */
  about: z.enum(['event', 'call', 'both']),
  /** As the rule writes it, in ES|QL. */
  expression: z.string(),
  /** Fields it looks at, with the values found; several values are separated by commas. */
  found: z.array(z.object({ field: z.string(), value: z.string().optional() })),
  /** The value that is compared, where that is calculated from the fields. */
  computed: z.string().optional(),
  /** Absent for a part that is no plain comparison. */
  needed: comparisonSchema.optional(),
  /** Ids of the rule's parameters that decide it. */
  parameters: z.array(z.string()),
});
export type CheckedCondition = z.infer<typeof checkedConditionSchema>;

/** An event that might have made the rule alert, with the call. */
export const candidateSchema = z.object({
  document: z.object({ index: z.string(), id: z.string() }),
  /** When it happened, ISO instant. */
  at: z.string().optional(),
  /** How many conditions are missing. */
  failing: z.number(),
  /** Whether it is an event of the kind that the rule looks for. */
  is_signal: z.boolean(),
  conditions: z.array(checkedConditionSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** How far a counting rule got. */
export const countCheckSchema = z.object({
  rule_id: z.string(),
  rule_name: z.string(),
  /** What was counted for: a mail address, a number. */
  value: z.string(),
  /** The longest stretch in seconds over which is counted. */
  window_seconds: z.number(),
  /** Documents at the best moment; of at most 10,000 read. */
  counted: z.number(),
  needed: z.number(),
  different: z.object({ field: z.string(), counted: z.number(), needed: z.number() }).optional(),
  /** Ids of the counting rule's parameters that decide it. */
  parameters: z.array(z.string()),
  /** True when more documents were there than were read. */
  truncated: z.boolean(),
  /** Documents of any kind that the source wrote for anybody around the call. */
  of_anybody: z.number(),
});
export type CountCheck = z.infer<typeof countCheckSchema>;

/** Whether the sources of the events wrote anything: blind or quiet. */
export const sourceCheckSchema = z.object({
  indices: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  /** Events of any kind: of the call's person, of the person's computers, of everybody. */
  of_person: z.number(),
  of_hosts: z.number().optional(),
  of_anybody: z.number(),
  /** Events of the right kind on the person's computers, under an account that is not the person's. */
  others: z
    .object({ count: z.number(), accounts: z.array(z.string()), at: z.string().optional() })
    .optional(),
});
export type SourceCheck = z.infer<typeof sourceCheckSchema>;

export const whyAnswerSchema = z.object({
  call: callSummarySchema,
  /**
   * `alerted`: there is an alert. `other_call`: the event's alert names a nearer call. `would_alert`: every condition is
   * true and there is no alert. `missed`: an event was there and a condition is missing. `no_event`: no event of the right
   * kind was there. `too_old`: every condition is true and the rule does not look back so far. `no_person`: the call names nobody whose events could be looked for.
   */
  outcome: z.enum([
    'alerted',
    'other_call',
    'would_alert',
    'missed',
    'no_event',
    'too_old',
    'no_person',
  ]),
  /** The call whose alert it is, for `alerted` and `other_call`. */
  alert: z.object({ id: z.string(), index: z.string(), call_id: z.string() }).optional(),
  /** Kinds of events that the rule looks for, such as `Remote access tool started`; none for a rule about calls only. */
  signals: z.array(z.string()),
  /** Over which field the event and the call belong together, and the call's values of it. */
  join: z.object({ field: z.string(), values: z.array(z.string()) }).optional(),
  /** Between which instants the event would have had to be; ISO. */
  window: z.object({ from: z.string(), to: z.string() }).optional(),
  /** The nearest one first. */
  candidates: z.array(candidateSchema),
  /** Without an event: the conditions of the call alone. */
  call_conditions: z.array(checkedConditionSchema),
  source: sourceCheckSchema.optional(),
  counts: z.array(countCheckSchema),
  /** How far the rule looks back from each run. */
  looks_back_seconds: z.number(),
  /** The rule's parameters with the values that were used. */
  parameters: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['duration', 'number', 'text', 'list', 'boolean']),
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    })
  ),
  /** Labels of fields by the rule's own words. */
  labels: z.record(z.string(), z.string()),
});
export type WhyAnswer = z.infer<typeof whyAnswerSchema>;

export const askWhyNot = defineApi({
  method: 'post',
  path: '/internal/vishing/rules/{rule_id}/why/{call_id}',
  summary:
    'Each condition of a rule for one call, true or false, with the value found and the value needed',
  privilege: READ_PRIVILEGE,
  params: z.strictObject({ rule_id: z.uuid(), call_id: callIdSchema }),
  query: nothing,
  /** Values to use in place of the saved ones, as a form holds them. */
  body: z.strictObject({ values: valuesSchema.optional() }),
  response: whyAnswerSchema,
});

/** Calls that one search shows. */
export const FOUND_CALLS_SHOWN = 20;

export const findCalls = defineApi({
  method: 'get',
  path: '/internal/vishing/why/calls',
  summary: 'Calls by id, number or person, with or without an alert, newest first',
  privilege: READ_PRIVILEGE,
  params: nothing,
  query: z.strictObject({ ...timeRangeShape, search: z.string().trim().max(200) }),
  body: noBody,
  response: z.object({ calls: z.array(callSummarySchema), total: z.number() }),
});
