import { z } from 'zod';
import { timeRangeShape } from './shared';
import { suspiciousCallSchema } from './suspicious_calls';

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** A time range and the IANA zone in which its days are counted. */
export const zonedRangeShape = {
  ...timeRangeShape,
  zone: z
    .string()
    .max(64)
    .refine(isZone, 'A time zone is needed, such as Europe/Berlin')
    .default('UTC'),
} as const;

/** A page of a list that the server sorts and cuts. */
export const pageShape = {
  page: z.coerce.number().int().min(0).max(10_000).default(0),
  per_page: z.coerce.number().int().min(1).max(100).default(10),
} as const;

/** Calls in one day, week or month. */
export const periodSchema = z.object({
  /** First day of it, `YYYY-MM-DD` in the asked zone. */
  day: z.string(),
  calls: z.number(),
  answered: z.number(),
});
export type Period = z.infer<typeof periodSchema>;

/** How a number, or a person, used the phone in a time range. */
export const activitySchema = z.object({
  unit: z.enum(['day', 'week', 'month']),
  periods: z.array(periodSchema),
  calls: z.number(),
  answered: z.number(),
  talk_seconds: z.number(),
});
export type Activity = z.infer<typeof activitySchema>;

/** The suspicious calls of one number or person, newest first. */
export const suspiciousPageSchema = z.object({
  calls: z.array(suspiciousCallSchema),
  total: z.number(),
  /** True when more alerts exist than one request reads; then `total` means "at least". */
  truncated: z.boolean(),
});
export type SuspiciousPage = z.infer<typeof suspiciousPageSchema>;
