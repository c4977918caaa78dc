import { z } from 'zod';

/** For routes without parameters, query or body: unknown keys are errors. */
export const nothing = z.strictObject({});
/** GET requests carry no body; Kibana passes `null` or `{}`. */
export const noBody = z.union([z.strictObject({}), z.null(), z.undefined()]);

const isoInstant = z.iso.datetime({ offset: true });

/** A time range of absolute instants, ISO 8601 with zone; the browser resolves `now-24h` before it asks. */
export const timeRangeShape = { from: isoInstant, to: isoInstant } as const;

export const callIdSchema = z
  .string()
  .min(8)
  .max(128)
  .regex(/^[A-Za-z0-9_-]+$/, 'A call id has only letters, digits, - and _');

/** The body of every error answer. `code` is stable, `message` says what happened, why, and what to do. */
export const apiErrorSchema = z.object({
  statusCode: z.number(),
  message: z.string(),
  attributes: z.object({ code: z.string() }).optional(),
});
