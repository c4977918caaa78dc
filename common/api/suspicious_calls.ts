import { z } from 'zod';
import { READ_PRIVILEGE } from '../constants';
import { callAlertSchema, severitySchema, workflowStatusSchema } from '../model/alert';
import { directionSchema, verdictSchema } from '../model/call';
import { defineApi } from './define_api';
import { noBody, nothing, timeRangeShape } from './shared';

/** One row: a call with every alert about it. */
export const suspiciousCallSchema = z.object({
  call_id: z.string(),
  /** Start of the call, ISO instant. */
  started: z.string(),
  talk_seconds: z.number().optional(),
  answered: z.boolean(),
  direction: directionSchema,
  person: z.object({
    id: z.string().optional(),
    name: z.string().optional(),
    email: z.string().optional(),
    department: z.string().optional(),
    hosts: z.array(z.string()),
  }),
  number: z.object({
    /** E.164, or what the phone system wrote when it could not be read. */
    value: z.string().optional(),
    /** International format for display. */
    display: z.string().optional(),
    name: z.string().optional(),
    country: z.string().optional(),
    type: z.string().optional(),
    is_first_seen: z.boolean().optional(),
    verdict: verdictSchema,
    people_30d: z.number().optional(),
  }),
  /** 0 to 100. */
  score: z.number(),
  severity: severitySchema,
  status: workflowStatusSchema,
  /** What happened, in one clause each, in time order; the reasons of the score. */
  reasons: z.array(z.string()),
  alerts: z.array(callAlertSchema),
});
export type SuspiciousCall = z.infer<typeof suspiciousCallSchema>;

export const sortFieldSchema = z.enum(['score', 'started', 'person', 'number', 'status']);

export const getSuspiciousCalls = defineApi({
  method: 'get',
  path: '/internal/vishing/suspicious_calls',
  summary: 'Calls with at least one alert, one row a call',
  privilege: READ_PRIVILEGE,
  params: nothing,
  query: z.strictObject({
    ...timeRangeShape,
    /** Person, number or host; matched as a part of any of them, letter case ignored. */
    search: z.string().max(200).optional(),
    /** Comma separated lists. */
    status: z.string().max(100).optional(),
    severity: z.string().max(100).optional(),
    rule: z.string().max(2000).optional(),
    sort: sortFieldSchema.default('score'),
    order: z.enum(['asc', 'desc']).default('desc'),
    page: z.coerce.number().int().min(0).max(10_000).default(0),
    per_page: z.coerce.number().int().min(1).max(100).default(25),
  }),
  body: noBody,
  response: z.object({
    calls: z.array(suspiciousCallSchema),
    /** Rows that match the filters. */
    total: z.number(),
    /** True when more alerts exist than one request reads; then `total` means "at least". */
    truncated: z.boolean(),
    /** Over the time range, before filters. */
    counts: z.object({
      open: z.number(),
      acknowledged: z.number(),
      closed: z.number(),
      last_hour: z.number(),
    }),
    /** Rules that occur in the range, for the filter. */
    rules: z.array(z.object({ id: z.string(), name: z.string(), calls: z.number() })),
    checked: z.object({
      /** Calls in the range, suspicious or not. */
      calls: z.number(),
      last_call_record: z.string().optional(),
      last_resolved: z.string().optional(),
      last_alert: z.string().optional(),
    }),
  }),
});
export type SuspiciousCallsQuery = z.input<typeof getSuspiciousCalls.query>;
export type SuspiciousCallsResponse = z.infer<typeof getSuspiciousCalls.response>;
