import { z } from 'zod';
import { MANAGE_PRIVILEGE, READ_PRIVILEGE } from '../constants';
import {
  confidenceSchema,
  entryKindSchema,
  listedVerdictSchema,
  watchlistEntrySchema,
  MANUAL_SOURCE,
} from '../model/watchlist';
import { defineApi } from './define_api';
import { noBody, nothing } from './shared';

/** Rows of one import request: half a second of Elasticsearch's time, below 2 MB. */
export const IMPORT_ROWS = 5000;
/** Rows of the list that can be paged through; Elasticsearch's own limit. */
export const PAGED_ROWS = 10_000;
/** Entries in one part of an export. */
export const EXPORT_ROWS = 5000;

const countrySchema = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'A two-letter country code is needed, such as DE or US');
const isoInstant = z.iso.datetime({ offset: true });

/** Which entries; values of one field are comma separated. */
const filterShape = {
  /** Digits of the number, or the beginning of it after a plus. */
  search: z.string().max(64).optional(),
  verdict: z.string().max(64).optional(),
  source: z.string().max(2000).optional(),
  /** `prefix`: ranges of either kind. */
  kind: z.enum(['number', 'prefix']).optional(),
  /** Expired entries have no effect any more. */
  state: z.enum(['active', 'expired']).optional(),
} as const;
const filterSchema = z.strictObject(filterShape);
export type WatchlistFilter = z.infer<typeof filterSchema>;

export const watchlistSortSchema = z.enum(['added_at', 'number', 'expires', 'source', 'reports']);

const listedEntrySchema = watchlistEntrySchema.extend({
  /** The number as people read it. */
  display: z.string(),
});
export type ListedEntry = z.infer<typeof listedEntrySchema>;

const watchlistResponse = z.object({
  entries: z.array(listedEntrySchema),
  /** Entries that fit the filter. */
  total: z.number(),
  /** Of the whole list, whatever the filter. */
  counts: z.object({
    all: z.number(),
    bad: z.number(),
    trusted: z.number(),
    own: z.number(),
    ranges: z.number(),
    expired: z.number(),
  }),
  /** The sources with the most entries. */
  sources: z.array(z.object({ source: z.string(), entries: z.number() })),
});
export type WatchlistResponse = z.infer<typeof watchlistResponse>;

export const getWatchlist = defineApi({
  method: 'get',
  path: '/internal/vishing/watchlist',
  summary: 'One page of the watchlist, with counts',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: z.strictObject({
    ...filterShape,
    sort: watchlistSortSchema.default('added_at'),
    order: z.enum(['asc', 'desc']).default('desc'),
    page: z.coerce.number().int().min(0).max(1000).default(0),
    per_page: z.coerce.number().int().min(1).max(100).default(25),
  }),
  body: noBody,
  response: watchlistResponse,
});
export type WatchlistQuery = z.input<typeof getWatchlist.query>;

export const exportWatchlist = defineApi({
  method: 'get',
  path: '/internal/vishing/watchlist/export',
  summary: 'A part of the watchlist in the order of numbers',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: z.strictObject({
    ...filterShape,
    /** `next` of the part before. */
    after: z.string().max(64).optional(),
  }),
  body: noBody,
  response: z.object({
    entries: z.array(watchlistEntrySchema),
    total: z.number(),
    /** Absent in the last part. */
    next: z.string().optional(),
  }),
});

/** One entry as a person or a file writes its number. */
const importRowSchema = z.strictObject({
  /** In any form; leading digits with a star are a range, such as `+1202555*`, and so are two numbers with a dash. */
  number: z.string().max(256),
  verdict: listedVerdictSchema.optional(),
  reason: z.string().max(1000).optional(),
  notes: z.string().max(4000).optional(),
  confidence: confidenceSchema.optional(),
  reports: z.number().int().min(0).max(1_000_000_000).optional(),
  expires: isoInstant.optional(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

const importResponse = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  /** Rows that named a number again. */
  merged: z.number(),
  /** By position in the request. */
  refused: z.array(z.object({ row: z.number(), reason: z.string() })),
});
export type ImportResponse = z.infer<typeof importResponse>;

export const importWatchlist = defineApi({
  method: 'post',
  path: '/internal/vishing/watchlist/import',
  summary:
    'Adds or changes entries, whose numbers are read with a default country; the calls of these numbers are resolved again',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({
    rows: z.array(importRowSchema).min(1).max(IMPORT_ROWS),
    /** How national numbers are read. */
    country: countrySchema.optional(),
    source: z.string().min(1).max(256).default(MANUAL_SOURCE),
    /** Of rows that state none. */
    verdict: listedVerdictSchema,
    reason: z.string().max(1000).optional(),
    expires: isoInstant.optional(),
    /** Whether entries of other sources and other verdicts are changed. */
    replace: z.boolean().default(false),
  }),
  response: importResponse,
});
export type ImportRequest = z.input<typeof importWatchlist.body>;

const effectSchema = z.object({
  /** As it was asked for. */
  input: z.string(),
  /** Why it is no number; then the rest is absent. */
  refused: z.string().optional(),
  number: z.string().optional(),
  kind: entryKindSchema.optional(),
  display: z.string().optional(),
  calls: z.number().optional(),
  people: z.number().optional(),
  last_call: z.string().optional(),
  /** What the list says of it now. */
  entry: watchlistEntrySchema.optional(),
});
export type Effect = z.infer<typeof effectSchema>;

export const previewWatchlist = defineApi({
  method: 'post',
  path: '/internal/vishing/watchlist/effect',
  summary: 'How numbers are read, and how many calls of the last 90 days have them',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    numbers: z.array(z.string().max(256)).min(1).max(100),
    country: countrySchema.optional(),
  }),
  response: z.object({ effects: z.array(effectSchema) }),
});

export const removeFromWatchlist = defineApi({
  method: 'post',
  path: '/internal/vishing/watchlist/remove',
  summary: 'Removes entries; the calls of their numbers are resolved again',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({
    entries: z
      .array(watchlistEntrySchema.pick({ number: true, kind: true }))
      .min(1)
      .max(IMPORT_ROWS),
  }),
  response: z.object({ removed: z.number() }),
});

export const removeMatching = defineApi({
  method: 'post',
  path: '/internal/vishing/watchlist/remove_matching',
  summary: 'Removes a part of the entries that fit a filter, to be repeated until none is left',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({ filter: filterSchema }),
  response: z.object({ removed: z.number(), remaining: z.number() }),
});

export const pullIndicators = defineApi({
  method: 'post',
  path: '/internal/vishing/watchlist/indicators',
  summary: 'Lists the phone numbers among the indicators of the threat intelligence integrations',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({ country: countrySchema.optional() }),
  response: importResponse.omit({ refused: true }).extend({
    /** Indicators that name a phone number. */
    read: z.number(),
    /** Revoked, decayed or past their end. */
    outdated: z.number(),
    refused: z.array(z.object({ number: z.string(), reason: z.string() })),
    /** True when there were more than can be read at once. */
    truncated: z.boolean(),
  }),
});

export const indicatorStatusSchema = z.object({
  /** Whether indicators are read on their own. */
  scheduled: z.boolean(),
  /** ISO instant of the last reading that worked, and what it found. */
  last_run: z.string().optional(),
  read: z.number().optional(),
  created: z.number().optional(),
  updated: z.number().optional(),
  outdated: z.number().optional(),
  truncated: z.boolean().optional(),
  /** Why the reading after that failed. */
  last_error: z.string().optional(),
});
export type IndicatorStatus = z.infer<typeof indicatorStatusSchema>;

export const getIndicatorStatus = defineApi({
  method: 'get',
  path: '/internal/vishing/watchlist/indicators',
  summary: 'When phone indicators of threat intelligence were last read, and how many there were',
  privilege: READ_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: noBody,
  response: indicatorStatusSchema,
});

export type PullResponse = z.infer<typeof pullIndicators.response>;
