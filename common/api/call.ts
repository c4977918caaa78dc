import { z } from 'zod';
import { READ_PRIVILEGE } from '../constants';
import { callDocumentSchema } from '../model/call';
import { laneSchema } from '../model/signal';
import { defineApi } from './define_api';
import { callIdSchema, noBody, nothing, timeRangeShape } from './shared';
import { suspiciousCallSchema } from './suspicious_calls';

/** A call in short, for lists of neighbours. */
export const callSummarySchema = z.object({
  call_id: z.string(),
  started: z.string(),
  direction: z.string(),
  answered: z.boolean(),
  talk_seconds: z.number().optional(),
  person: z.string().optional(),
  number: z.string().optional(),
  action: z.string(),
});
export type CallSummary = z.infer<typeof callSummarySchema>;

/** One condition of a rule with the value found: why it alerted. */
export const conditionSchema = z.object({ label: z.string(), value: z.string() });

export const getCall = defineApi({
  method: 'get',
  path: '/internal/vishing/calls/{call_id}',
  summary: 'One call: what is known of it, the alerts about it, and the number’s other calls',
  privilege: READ_PRIVILEGE,
  params: z.strictObject({ call_id: callIdSchema }),
  query: nothing,
  body: noBody,
  response: z.object({
    call: callDocumentSchema,
    /** Absent when no rule alerted on this call. */
    suspicion: suspiciousCallSchema.optional(),
    /** A few sentences that say what happened. */
    title: z.string(),
    sentences: z.array(z.string()),
    /** International format of the external number. */
    number_display: z.string().optional(),
    /** Per alert: the rule's conditions with the values found. */
    why: z.array(
      z.object({
        rule_id: z.string(),
        rule_name: z.string(),
        conditions: z.array(conditionSchema),
        /** The rule's triage guide, Markdown. */
        guide: z.string(),
      })
    ),
    /** Terms of the score, largest first; they explain `suspicion.score`. */
    score_terms: z.array(
      z.object({ label: z.string(), points: z.number(), note: z.string().optional() })
    ),
    /** Calls of the same number with anyone in the 30 days before, newest first, at most 50. */
    number_calls: z.array(callSummarySchema),
    number_calls_total: z.number(),
  }),
});
export type CallResponse = z.infer<typeof getCall.response>;

/** One mark on the timeline. */
export const timelineEventSchema = z.object({
  /** Unique on the page. */
  id: z.string(),
  lane: laneSchema,
  /** ISO instants; `end` only for things with a length, such as calls. */
  start: z.string(),
  end: z.string().optional(),
  /** Seconds of ringing at the beginning, calls only. */
  ring_seconds: z.number().optional(),
  /** Milliseconds from the start of the call, negative before it. */
  offset_ms: z.number(),
  /** Short label beside the mark. */
  label: z.string(),
  /** A full sentence. */
  sentence: z.string(),
  /** `call` is the call itself, `evidence` what speaks for vishing, `context` the rest. */
  role: z.enum(['call', 'evidence', 'context']),
  /** How many events this mark stands for (a mail flood is one). */
  count: z.number(),
  signal_id: z.string().optional(),
  /** Why it is linked and how sure that is. */
  link: z.object({ reason: z.string(), confidence: z.number() }).optional(),
  /** The document behind it, for the flyout. */
  document: z.object({ index: z.string(), id: z.string() }).optional(),
  /** Values to filter by: number, host, process, user. */
  facets: z.record(z.string(), z.string()),
});
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

export const getCallTimeline = defineApi({
  method: 'get',
  path: '/internal/vishing/calls/{call_id}/timeline',
  summary: 'What happened around a call, to be drawn in lanes',
  privilege: READ_PRIVILEGE,
  params: z.strictObject({ call_id: callIdSchema }),
  query: z.strictObject(timeRangeShape),
  body: noBody,
  response: z.object({
    events: z.array(timelineEventSchema),
    /** Lanes of which only a part is shown, with the reason. */
    partial: z.array(z.object({ lane: laneSchema, reason: z.string() })),
  }),
});
export type TimelineResponse = z.infer<typeof getCallTimeline.response>;

export const getEventDocument = defineApi({
  method: 'get',
  path: '/internal/vishing/documents/{index}/{id}',
  summary: 'The whole document behind a mark, read with the rights of the person who asks',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: z.strictObject({ index: z.string().min(1).max(255), id: z.string().min(1).max(512) }),
  query: nothing,
  body: noBody,
  response: z.object({
    index: z.string(),
    id: z.string(),
    source: z.record(z.string(), z.unknown()),
  }),
});
