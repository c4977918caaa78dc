import { z } from 'zod';
import { MANAGE_PRIVILEGE, READ_PRIVILEGE } from '../constants';
import { defineApi } from './define_api';
import { noBody, nothing } from './shared';

/** A hundred years: a longer time is a typing error. */
export const MAX_RETENTION_DAYS = 36_500;

const days = z.number().int().min(1).max(MAX_RETENTION_DAYS).optional();

/** How many days things are kept; what is absent is kept for good. */
export const retentionSettingsSchema = z.strictObject({
  /** Raw records: after the call, and after the record came. */
  records: days,
  /** Resolved calls: after the call. */
  calls: days,
  /** Directory entries: after the last of the person's numbers and extensions ended. */
  people: days,
});
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;

const countsSchema = z.object({ records: z.number(), calls: z.number(), people: z.number() });
export type RetentionCounts = z.infer<typeof countsSchema>;

export const retentionStatusSchema = z.object({
  settings: retentionSettingsSchema,
  changed_at: z.string().optional(),
  changed_by: z.string().optional(),
  /** ISO instant at which the last run ended. */
  last_run: z.string().optional(),
  last_error: z.string().optional(),
  /** What the last run, or the one in progress, has deleted so far. */
  removed: countsSchema.optional(),
  /** ISO instant at which the run in progress began. */
  running_since: z.string().optional(),
  scheduled: z.boolean(),
});
export type RetentionStatus = z.infer<typeof retentionStatusSchema>;

export const getRetention = defineApi({
  method: 'get',
  path: '/internal/vishing/retention',
  summary: 'How long data is kept, and what the last run deleted',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: nothing,
  body: noBody,
  response: retentionStatusSchema,
});

export const previewRetention = defineApi({
  method: 'post',
  path: '/internal/vishing/retention/preview',
  summary: 'How much settings would delete now; deletes nothing',
  privilege: MANAGE_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: nothing,
  body: z.strictObject({ settings: retentionSettingsSchema }),
  response: z.object({ expired: countsSchema, total: countsSchema }),
});
export type RetentionPreview = z.infer<typeof previewRetention.response>;

export const putRetention = defineApi({
  method: 'put',
  path: '/internal/vishing/retention',
  summary: 'Changes how long data is kept, and applies it from now on',
  privilege: MANAGE_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: nothing,
  body: z.strictObject({ settings: retentionSettingsSchema }),
  response: retentionStatusSchema,
});
