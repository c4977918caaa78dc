import { z } from 'zod';
import { MANAGE_PRIVILEGE, READ_PRIVILEGE } from '../constants';
import { numberQualitySchema, siteSchema } from '../model/call';
import { recordMappingSchema } from '../model/mapping';
import { recordFormatSchema } from '../model/source';
import { defineApi } from './define_api';
import { noBody, nothing, timeRangeShape } from './shared';

/** Records in one request, and the longest text of one; the body stays below `RECORDS_MAX_BYTES`. */
export const RECORDS_PER_REQUEST = 500;
export const RECORD_MAX_LENGTH = 8_000_000;
export const RECORDS_MAX_BYTES = 64 * 1024 * 1024;

const sourceId = z.string().min(1).max(64);
const text = z.string().max(RECORD_MAX_LENGTH);

/** A record as a reader cut it. */
const cutRecordSchema = z.strictObject({
  message: text,
  header: text.optional(),
  /** Position in its file. */
  offset: z.number().int().min(0).optional(),
});
export type CutRecord = z.infer<typeof cutRecordSchema>;

/** Settings of a place as a person gives them. */
export const siteInputSchema = z.strictObject({
  ...siteSchema.shape,
  id: z.string().trim().min(1).max(64),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'A two-letter country code such as DE or US is needed')
    .optional(),
});

/** A source as the browser needs it: to name it, to explain it, and to cut files with it. */
export const sourceEntrySchema = z.object({
  id: z.string(),
  title: z.string(),
  vendor: z.string(),
  verified: z.boolean(),
  /** What is only believed, for a source that is not verified. */
  unverified: z.string().optional(),
  format: recordFormatSchema,
  local_times: z.boolean(),
  /** Markdown. */
  setup: z.string(),
  references: z.array(z.string()),
});
export type SourceEntry = z.infer<typeof sourceEntrySchema>;

export const getSources = defineApi({
  method: 'get',
  path: '/internal/vishing/sources/catalogue',
  summary: 'Every kind of phone system whose records can be read, and how to send them',
  privilege: READ_PRIVILEGE,
  personal: 'none',
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({ sources: z.array(sourceEntrySchema) }),
});

/** How sure it is that a text was written by a source. */
export const candidateSchema = z.object({
  id: z.string(),
  /** 0 to 1. */
  confidence: z.number(),
  /** Of the records at the beginning of the text, how many its pipeline understood. */
  parsed: z.number(),
  records: z.number(),
  /** Why the first one that it did not understand was refused. */
  reason: z.string().optional(),
});
export type SourceCandidate = z.infer<typeof candidateSchema>;

export const detectSource = defineApi({
  method: 'post',
  path: '/internal/vishing/sources/detect',
  summary: 'Which phone system wrote a text, most likely first; stores nothing',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({ text: z.string().min(1).max(1_000_000), site: siteInputSchema }),
  response: z.object({
    candidates: z.array(candidateSchema),
    /** Country of most international numbers in the text, ISO 3166-1 alpha-2. */
    country: z.string().optional(),
    /** Of a CSV text that no source recognises: for the generic source. */
    layout: z.object({
      format: z.enum(['csv', 'json']),
      delimiter: z.string().optional(),
      header: z.string().optional(),
      /** Names of the columns, their numbers where there is no header, or JSON paths. */
      columns: z.array(z.string()),
    }),
  }),
});
export type DetectResponse = z.infer<typeof detectSource.response>;

const readSideSchema = z.object({
  raw: z.string().optional(),
  e164: z.string().optional(),
  /** International format. */
  display: z.string().optional(),
  quality: numberQualitySchema.optional(),
  country: z.string().optional(),
});

/** What a record would become: its fields by name, and its numbers as the resolver would read them. */
export const previewSchema = z.object({
  message: z.string(),
  outcome: z.enum(['parsed', 'failed', 'dropped']),
  reason: z.string().optional(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  caller: readSideSchema.optional(),
  callee: readSideSchema.optional(),
});
export type RecordPreview = z.infer<typeof previewSchema>;

const recordsBody = {
  source: sourceId,
  site: siteInputSchema,
  mapping: recordMappingSchema.optional(),
};

export const previewRecords = defineApi({
  method: 'post',
  path: '/internal/vishing/sources/preview',
  summary: 'What records would become; stores nothing',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({ ...recordsBody, records: z.array(cutRecordSchema).min(1).max(20) }),
  response: z.object({ previews: z.array(previewSchema) }),
});

export const storeRecords = defineApi({
  method: 'post',
  path: '/internal/vishing/records',
  summary: 'Stores records; sending the same ones again changes nothing',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({
    ...recordsBody,
    file: z.string().max(1024).optional(),
    records: z.array(cutRecordSchema).min(1).max(RECORDS_PER_REQUEST),
  }),
  response: z.object({
    stored: z.number(),
    /** There already. */
    known: z.number(),
    /** No records, such as repeated header lines. */
    dropped: z.number(),
    /** Stored with the reason why they cannot be read, or refused by Elasticsearch. */
    failed: z.number(),
    failures: z.array(
      z.object({
        /** Position in the request. */
        index: z.number(),
        reason: z.string(),
        /** False when Elasticsearch did not take the document at all: it is lost unless sent again. */
        stored: z.boolean(),
      })
    ),
  }),
});
export type StoreResponse = z.infer<typeof storeRecords.response>;

/** State of one source at one site over a time range. */
export const sourceStatusSchema = z.object({
  source: z.string(),
  site: z.string(),
  records: z.number(),
  failed: z.number(),
  /** ISO instants; when the last record came, and when the call of the latest one began. */
  last_record: z.string(),
  last_call: z.string().optional(),
  /** Records by day of their arrival, oldest first. */
  days: z.array(z.object({ day: z.string(), records: z.number(), failed: z.number() })),
  /** Seconds from the end of a call to the arrival of its record; absent when nothing is known. */
  delay: z.object({ p50: z.number(), p95: z.number() }).optional(),
  /** Of the calls made of its records, how many have a person. */
  calls: z.number(),
  calls_with_person: z.number(),
  failures: z.array(z.object({ type: z.string(), records: z.number(), example: z.string() })),
  /** Why this source seems to have stopped; absent when it has not. */
  silent: z.object({ hours: z.number(), longest_before: z.number() }).optional(),
});
export type SourceStatus = z.infer<typeof sourceStatusSchema>;

export const getSourceStatus = defineApi({
  method: 'get',
  path: '/internal/vishing/sources/status',
  summary: 'Per source and site: arrival, delay, people found, failures',
  privilege: READ_PRIVILEGE,
  params: nothing,
  query: z.strictObject({ ...timeRangeShape, zone: z.string().max(64).default('UTC') }),
  body: noBody,
  response: z.object({ statuses: z.array(sourceStatusSchema) }),
});

export const replayFailures = defineApi({
  method: 'post',
  path: '/internal/vishing/sources/replay',
  summary: 'Reads one batch of failed records again; call it until `next` is absent',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({
    source: sourceId.optional(),
    site: z.string().max(64).optional(),
    /** Settings that were wrong when the records came; the others stay as they are. */
    settings: siteInputSchema.omit({ id: true }).partial().optional(),
    mapping: recordMappingSchema.optional(),
    /** ISO instant: failures of before this replay only. */
    before: z.iso.datetime({ offset: true }),
    /** `next` of the answer before. */
    after: z
      .array(z.union([z.string(), z.number()]))
      .max(2)
      .optional(),
  }),
  response: z.object({
    read: z.number(),
    /** Understood now. */
    repaired: z.number(),
    still_failing: z.number(),
    /** All that match, at the time of this batch. */
    total: z.number(),
    next: z.array(z.union([z.string(), z.number()])).optional(),
  }),
});
export type ReplayResponse = z.infer<typeof replayFailures.response>;

const mappingName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9_-]{0,39}$/,
    'Lower-case letters, digits, - and _ are allowed, at most 40'
  );

export const savedMappingSchema = z.object({
  name: z.string(),
  /** The ingest pipeline that shippers name. */
  pipeline: z.string(),
  mapping: recordMappingSchema,
});
export type SavedMapping = z.infer<typeof savedMappingSchema>;

export const getMappings = defineApi({
  method: 'get',
  path: '/internal/vishing/sources/mappings',
  summary: 'Saved column mappings of the generic source',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({ mappings: z.array(savedMappingSchema) }),
});

export const putMapping = defineApi({
  method: 'put',
  path: '/internal/vishing/sources/mappings/{name}',
  summary: 'Saves a column mapping as an ingest pipeline',
  privilege: MANAGE_PRIVILEGE,
  params: z.strictObject({ name: mappingName }),
  query: nothing,
  body: z.strictObject({ mapping: recordMappingSchema }),
  response: savedMappingSchema,
});

export const deleteMapping = defineApi({
  method: 'delete',
  path: '/internal/vishing/sources/mappings/{name}',
  summary: 'Removes a saved column mapping and its ingest pipeline',
  privilege: MANAGE_PRIVILEGE,
  params: z.strictObject({ name: mappingName }),
  query: nothing,
  body: noBody,
  response: z.object({ name: z.string() }),
});
