import { z } from 'zod';

/** A document of `vishing-watchlist`. */
export const watchlistEntrySchema = z.strictObject({
  /**
   * E.164 number, or the leading digits of a range with `kind: prefix` (such as `+1202555`). Sent: with spaces and other
   * signs too, as long as it begins with a calling code.
   */
  number: z.string().min(1).max(64),
  kind: z.enum(['number', 'prefix']).default('number'),
  verdict: z.enum(['bad', 'trusted', 'own']),
  reason: z.string().max(1000).optional(),
  /** Who or what said so: a person, a feed. */
  source: z.string().max(256).default('manual'),
  /** ISO instant. */
  added_at: z.iso.datetime({ offset: true }).optional(),
  added_by: z.string().max(256).optional(),
  /** ISO instant; after it the entry has no effect. */
  expires: z.iso.datetime({ offset: true }).optional(),
});
export type WatchlistEntry = z.infer<typeof watchlistEntrySchema>;
export type WatchlistEntryInput = z.input<typeof watchlistEntrySchema>;
