import { z } from 'zod';
import { READ_PRIVILEGE } from '../constants';
import { callActionSchema, verdictSchema } from '../model/call';
import { watchlistEntrySchema } from '../model/watchlist';
import { activitySchema, pageShape, suspiciousPageSchema, zonedRangeShape } from './activity';
import { defineApi } from './define_api';
import { noBody, timeRangeShape } from './shared';

/** Texts that are no number get an answer that says why. */
const numberParams = z.strictObject({ number: z.string().min(1).max(256) });

/** An entry of the watchlist that covers a number: its own, or a range. */
export const coveringEntrySchema = watchlistEntrySchema.extend({
  /** `effective` decides; `overruled` stands behind a more precise one; `expired` has no effect any more. */
  state: z.enum(['effective', 'overruled', 'expired']),
});
export type CoveringEntry = z.infer<typeof coveringEntrySchema>;

export const attestationSchema = z.enum(['A', 'B', 'C', 'failed', 'none']);
export type Attestation = z.infer<typeof attestationSchema>;

const attestationCountsSchema = z.record(attestationSchema, z.number());
export type AttestationCounts = z.infer<typeof attestationCountsSchema>;

export const getNumber = defineApi({
  method: 'get',
  path: '/internal/vishing/numbers/{number}',
  summary: 'One number: verdict and why, what it is, when and how often it called',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: numberParams,
  query: z.strictObject(zonedRangeShape),
  body: noBody,
  response: z.object({
    /** E.164. */
    number: z.string(),
    /** International format. */
    display: z.string(),
    /** ISO 3166-1 alpha-2. */
    country: z.string().optional(),
    type: z.string().optional(),
    block: z.string(),
    verdict: verdictSchema,
    /** Every entry that covers the number, the effective one first. */
    entries: z.array(coveringEntrySchema),
    /** People of the directory who have this number. */
    owners: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Over everything that is stored, whatever range is asked for. */
    ever: z.object({
      calls: z.number(),
      first_seen: z.string().optional(),
      last_seen: z.string().optional(),
      /** Calls that the watchlist's next change resolves again. */
      calls_90d: z.number(),
      /** Names that callers showed with it, most frequent first. */
      shown_names: z.array(z.object({ name: z.string(), calls: z.number() })),
      /** Calls in which one of our own numbers came from outside. */
      own_number_calls: z.number(),
    }),
    activity: activitySchema,
    attestation: z.object({
      total: attestationCountsSchema,
      /** Days, weeks or months in which a call stated one. */
      periods: z.array(z.object({ day: z.string(), counts: attestationCountsSchema })),
    }),
  }),
});
export type NumberResponse = z.infer<typeof getNumber.response>;

export const reachedSortSchema = z.enum(['newest', 'calls', 'talk_seconds', 'name']);

/** Somebody of ours whom a number reached, or who called it. */
export const reachedPersonSchema = z.object({
  /** Id in the directory; absent for somebody it does not know. */
  id: z.string().optional(),
  /** Name, address or number: the best that is known. */
  name: z.string(),
  department: z.string().optional(),
  calls: z.number(),
  answered: z.number(),
  talk_seconds: z.number(),
  newest: z.object({ call_id: z.string(), started: z.string(), action: callActionSchema }),
});
export type ReachedPerson = z.infer<typeof reachedPersonSchema>;

export const getNumberPeople = defineApi({
  method: 'get',
  path: '/internal/vishing/numbers/{number}/people',
  summary: 'Everyone whom a number had calls with, and what came of it',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: numberParams,
  query: z.strictObject({
    ...timeRangeShape,
    ...pageShape,
    sort: reachedSortSchema.default('newest'),
    order: z.enum(['asc', 'desc']).default('desc'),
  }),
  body: noBody,
  response: z.object({
    people: z.array(reachedPersonSchema),
    total: z.number(),
    /** How many of them can be paged through. */
    reachable: z.number(),
  }),
});
export type NumberPeopleQuery = z.output<typeof getNumberPeople.query>;
export type NumberPeopleResponse = z.infer<typeof getNumberPeople.response>;

export const neighbourSchema = z.object({
  number: z.string(),
  display: z.string(),
  verdict: verdictSchema,
  calls: z.number(),
  people: z.number(),
  last_seen: z.string(),
});
export type Neighbour = z.infer<typeof neighbourSchema>;

export const getNumberNeighbours = defineApi({
  method: 'get',
  path: '/internal/vishing/numbers/{number}/neighbours',
  summary: 'Other numbers of the same block with calls in the last 90 days, most calls first',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: numberParams,
  query: z.strictObject(pageShape),
  body: noBody,
  response: z.object({
    block: z.string(),
    neighbours: z.array(neighbourSchema),
    total: z.number(),
    /** How many of them can be paged through. */
    reachable: z.number(),
  }),
});
export type NumberNeighboursResponse = z.infer<typeof getNumberNeighbours.response>;

export const getNumberSuspiciousCalls = defineApi({
  method: 'get',
  path: '/internal/vishing/numbers/{number}/suspicious_calls',
  summary: 'Calls of a number that rules alerted on',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: numberParams,
  query: z.strictObject({ ...timeRangeShape, ...pageShape }),
  body: noBody,
  response: suspiciousPageSchema,
});
