import { z } from 'zod';

export const listedVerdictSchema = z.enum(['bad', 'trusted', 'own']);
export type ListedVerdict = z.infer<typeof listedVerdictSchema>;

/** How much an entry says: complaints of the public name mostly spoofed numbers, so theirs is low. */
export const confidenceSchema = z.enum(['low', 'medium', 'high']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** Entries by people; others never change them. */
export const MANUAL_SOURCE = 'manual';
/** Bad numbers are given to new people: an entry without an end is void after so many days. */
export const BAD_ENTRY_DAYS = 30;

export const entryKindSchema = z.enum(['number', 'prefix', 'range']);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** A document of `vishing-watchlist`. */
export const watchlistEntrySchema = z.strictObject({
  /**
   * E.164 number, the leading digits of a range with `kind: prefix` (such as `+1202555`), or the first and the last number
   * with `kind: range` (such as `+12025550100-+12025550149`). Sent: with spaces and other signs too, as long as each begins
   * with a calling code.
   */
  number: z.string().min(1).max(64),
  kind: entryKindSchema.default('number'),
  /** Of a range, the fewest leading digits that stand for it; the store writes them. */
  prefixes: z.array(z.string().max(16)).max(300).optional(),
  verdict: listedVerdictSchema,
  reason: z.string().max(1000).optional(),
  /** Who or what said so: a person, a feed. */
  source: z.string().max(256).default(MANUAL_SOURCE),
  /** Absent: high. */
  confidence: confidenceSchema.optional(),
  /** How often the number was reported to the source. */
  reports: z.number().int().min(0).max(1_000_000_000).optional(),
  notes: z.string().max(4000).optional(),
  /** ISO instant. */
  added_at: z.iso.datetime({ offset: true }).optional(),
  added_by: z.string().max(256).optional(),
  /** ISO instant; after it the entry has no effect. */
  expires: z.iso.datetime({ offset: true }).optional(),
});
export type WatchlistEntry = z.infer<typeof watchlistEntrySchema>;
export type WatchlistEntryInput = z.input<typeof watchlistEntrySchema>;
