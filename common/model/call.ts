import { z } from 'zod';
import { confidenceSchema } from './watchlist';

export const directionSchema = z.enum(['inbound', 'outbound', 'internal', 'unknown']);
export type Direction = z.infer<typeof directionSchema>;

/** `event.action` of a call document. */
export const callActionSchema = z.enum([
  'call-answered',
  'call-missed',
  'call-rejected',
  'call-failed',
  'call-voicemail',
  'call-forwarded',
]);
export type CallAction = z.infer<typeof callActionSchema>;

/** Why a party has no E.164 number. */
export const numberQualitySchema = z.enum([
  'e164',
  'anonymous',
  'extension',
  'short_code',
  'sip_uri',
  'masked',
  'invalid',
]);
export type NumberQuality = z.infer<typeof numberQualitySchema>;

export const verdictSchema = z.enum(['bad', 'trusted', 'own', 'none']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Settings of the place that a record comes from; shippers send them with each record. */
export const siteSchema = z.object({
  /** Default `default`. */
  id: z.string(),
  /** ISO 3166-1 alpha-2, such as `US`: how national numbers are read. */
  country: z.string().optional(),
  /** IANA zone of local times, such as `Europe/Berlin`; UTC when absent. */
  timezone: z.string().optional(),
  /** Digits dialled for an outside line, such as `9` or `0`. */
  outside_line: z.string().optional(),
  /** Lengths of internal extensions in digits; 2 to 6 when absent. */
  extension_lengths: z.array(z.number()).optional(),
  /**
   * Numbers that the site was given: `+4930123450` (all that begin so) or `+12025550100-0199` (the digits behind the dash
   * replace the last ones). Extensions of a stated length that fit exactly one such number get it.
   */
  own_ranges: z.array(z.string()).optional(),
});
export type Site = z.infer<typeof siteSchema>;

const userSchema = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  full_name: z.string().optional(),
  roles: z.array(z.string()).optional(),
});

/** One side of a call. */
export const partySchema = z.object({
  /** Resolved: E.164. Raw stream: as the system gave it. */
  number: z.string().optional(),
  /** What the phone system wrote, resolved calls only. */
  number_raw: z.string().optional(),
  number_quality: numberQualitySchema.optional(),
  extension: z.string().optional(),
  display_name: z.string().optional(),
  /** Tenant of a cloud phone system, such as a Microsoft Entra tenant id. */
  tenant: z.string().optional(),
  device: z.string().optional(),
});
export type Party = z.infer<typeof partySchema>;

/** A document of `vishing-calls`: what is known about one call now (ECS first, see the index mapping). */
export const callDocumentSchema = z.object({
  '@timestamp': z.string(),
  event: z.object({
    start: z.string(),
    end: z.string().optional(),
    /** Nanoseconds, ringing included. */
    duration: z.number().optional(),
    /** When the call was first resolved. */
    ingested: z.string().optional(),
    action: callActionSchema,
    outcome: z.enum(['success', 'failure', 'unknown']),
    provider: z.string(),
    /** The phone system's own call id. */
    id: z.string().optional(),
  }),
  source: z.object({ address: z.string().optional(), user: userSchema.optional() }).optional(),
  destination: z.object({ address: z.string().optional(), user: userSchema.optional() }).optional(),
  network: z
    .object({ direction: z.string().optional(), application: z.string().optional() })
    .optional(),
  /** Our person on the call: the callee of an inbound or internal call, the caller of an outbound one. */
  user: userSchema.optional(),
  host: z.object({ name: z.union([z.string(), z.array(z.string())]) }).optional(),
  vishing: z.object({
    call: z.object({
      /** Same as the document's `_id`. */
      id: z.string(),
      direction: directionSchema,
      answered: z.boolean(),
      talk_seconds: z.number().optional(),
      ring_seconds: z.number().optional(),
      hangup_cause: z.string().optional(),
      hangup_by: z.enum(['caller', 'callee', 'system', 'unknown']).optional(),
      forwarded_from: z.string().optional(),
      dialed: z.string().optional(),
      recording: z.boolean().optional(),
      attestation: z.enum(['A', 'B', 'C', 'failed', 'none']).optional(),
      media: z.array(z.enum(['audio', 'video', 'screen_share'])).optional(),
      /** What the phone system itself thinks of the caller, such as `Maybe Spam`. */
      spam: z.string().optional(),
      /** Media quality of the worst side, where the phone system measured it; MOS from 1 (bad) to 5. */
      quality: z
        .object({
          mos: z.number().optional(),
          jitter_ms: z.number().optional(),
          latency_ms: z.number().optional(),
          packets_lost: z.number().optional(),
        })
        .optional(),
      /** How many raw records this call was made of. */
      records: z.number().optional(),
    }),
    caller: partySchema,
    callee: partySchema,
    external: z
      .object({
        number: z.string().optional(),
        country: z.string().optional(),
        region_code: z.string().optional(),
        number_type: z.string().optional(),
        block: z.string().optional(),
        display_name: z.string().optional(),
        /** ISO instant of the first call with this number in any direction. */
        first_seen: z.string().optional(),
        /** True when no call with this number was known in the 30 days before this one. */
        is_first_seen: z.boolean().optional(),
        calls_30d: z.number().optional(),
        people_30d: z.number().optional(),
        /** Of these calls, conversations of at least 20 seconds. */
        spoken_30d: z.number().optional(),
        unanswered_share_30d: z.number().optional(),
        own_number: z.boolean().optional(),
        tenant: z.string().optional(),
      })
      .optional(),
    watchlist: z
      .object({
        verdict: verdictSchema,
        reason: z.string().optional(),
        source: z.string().optional(),
        confidence: confidenceSchema.optional(),
        matched_at: z.string().optional(),
        expires: z.string().optional(),
      })
      .optional(),
    person: z
      .object({
        id: z.string(),
        department: z.string().optional(),
        title: z.string().optional(),
        privileged: z.boolean().optional(),
        helpdesk: z.boolean().optional(),
        /** Absent for one person; else what this is, which no person answers for. */
        kind: z.enum(['shared_line', 'hot_desk', 'queue']).optional(),
      })
      .optional(),
    /** How our person was found and how sure that is (0 to 1). */
    join: z
      .object({
        method: z.enum(['number', 'extension', 'upn', 'account', 'sid', 'cloud_id']),
        confidence: z.number(),
      })
      .optional(),
    /** Day (UTC) and name of our person, such as `2026-11-27 ana@example.com`: what rules find a call by. */
    on_day: z
      .object({
        email: z.string().optional(),
        name: z.string().optional(),
        id: z.string().optional(),
        person: z.string().optional(),
      })
      .optional(),
    site: siteSchema.optional(),
  }),
});
export type CallDocument = z.infer<typeof callDocumentSchema>;
