import { z } from 'zod';
import { MANAGE_PRIVILEGE, READ_PRIVILEGE } from '../constants';
import { importRowSchema } from '../people/import_fields';
import {
  knownPersonSchema,
  personKindSchema,
  personLineSchema,
  personRoleSchema,
} from '../model/person';
import { defineApi } from './define_api';
import { noBody, nothing, timeRangeShape } from './shared';

/** Elasticsearch pages no deeper; beyond, people search. */
export const MAX_LISTED = 10_000;
/** Rows of one import request; about 100 kB. */
export const IMPORT_ROWS = 500;

export const peopleSortSchema = z.enum(['full_name', 'department', 'title']);

const listedPersonSchema = knownPersonSchema.extend({
  numbers: z.array(z.object({ value: z.string(), display: z.string() })),
});
export type ListedPerson = z.infer<typeof listedPersonSchema>;

const peopleListSchema = z.object({
  people: z.array(listedPersonSchema),
  total: z.number(),
  /** People in the directory, whatever was searched for. */
  all: z.number(),
});
export type PeopleList = z.infer<typeof peopleListSchema>;

export const getPeople = defineApi({
  method: 'get',
  path: '/internal/vishing/directory/people',
  summary: 'One page of the directory',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: z.strictObject({
    /** Part of a name, address, account, department, host, number or extension. */
    search: z.string().max(200).optional(),
    kind: personKindSchema.optional(),
    role: personRoleSchema.optional(),
    sort: peopleSortSchema.default('full_name'),
    order: z.enum(['asc', 'desc']).default('asc'),
    page: z.coerce.number().int().min(0).max(999).default(0),
    per_page: z.coerce.number().int().min(1).max(100).default(25),
  }),
  body: noBody,
  response: peopleListSchema,
});

const importBodySchema = z.strictObject({
  rows: z.array(importRowSchema).min(1).max(5000),
  /** ISO 3166-1 code: how numbers without country code are read. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Site of extensions whose row names none. */
  site: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[^:]+$/)
    .default('default'),
  /** IANA zone of dates without a time. */
  zone: z.string().min(1).max(64).default('UTC'),
});
export type ImportBody = z.infer<typeof importBodySchema>;

const refusedRowSchema = z.object({ line: z.number(), reason: z.string() });
export type RefusedRow = z.infer<typeof refusedRowSchema>;

const previewedSchema = z.object({
  lines: z.array(z.number()),
  outcome: z.enum(['create', 'update', 'unchanged']),
  person: listedPersonSchema,
});
export type PreviewedPerson = z.infer<typeof previewedSchema>;

export const previewPeople = defineApi({
  method: 'post',
  path: '/internal/vishing/directory/import/preview',
  summary: 'What an import of these rows would do; stores nothing',
  privilege: MANAGE_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: nothing,
  body: importBodySchema,
  response: z.object({ people: z.array(previewedSchema), refused: z.array(refusedRowSchema) }),
});

const importResultSchema = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.array(refusedRowSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;

export const importPeople = defineApi({
  method: 'post',
  path: '/internal/vishing/directory/import',
  summary: 'Adds the people of these rows, or changes the fields that the rows name',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: importBodySchema,
  response: importResultSchema,
});

const lineKindSchema = z.enum(['number', 'extension']);

const contestantSchema = z.object({
  id: z.string(),
  full_name: z.string(),
  department: z.string().optional(),
  sources: z.array(z.string()),
  /** Where this person has it with a site: then calls that name no site are contested. */
  value: z.string().optional(),
  line: personLineSchema.optional(),
});
export type Contestant = z.infer<typeof contestantSchema>;

const conflictSchema = z.object({
  kind: lineKindSchema,
  value: z.string(),
  display: z.string(),
  people: z.array(contestantSchema),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const getConflicts = defineApi({
  method: 'get',
  path: '/internal/vishing/directory/conflicts',
  summary: 'Numbers and extensions that several people have at once, and nobody decided on',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({
    conflicts: z.array(conflictSchema),
    /** True when there may be more than could be looked at. */
    truncated: z.boolean(),
  }),
});

const idSchema = z.string().min(1).max(128);

export const decideConflict = defineApi({
  method: 'post',
  path: '/internal/vishing/directory/conflicts/decide',
  summary: 'Says whose a contested number or extension is; its calls are resolved again',
  privilege: MANAGE_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    value: z.string().min(1).max(256),
    /** Everybody who has it, as they were shown. */
    people: z.array(idSchema).min(2).max(500),
    /** Absent: it is shared, and names none of them. */
    owner: idSchema.optional(),
  }),
  response: z.object({ decided: z.number() }),
});

const suggestionSchema = z.object({
  person_id: z.string(),
  full_name: z.string(),
  /** Why: the record's own display name, a user that records name, or other calls of this line. */
  reason: z.enum(['display_name', 'user', 'other_calls']),
  /** Calls that say so. */
  calls: z.number(),
  confidence: z.number(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

const unresolvedSchema = z.object({
  kind: lineKindSchema,
  /** E.164, or an extension as the directory writes it. */
  value: z.string(),
  display: z.string(),
  site: z.string().optional(),
  calls: z.number(),
  last_call: z.string(),
  display_names: z.array(z.string()),
  suggestion: suggestionSchema.optional(),
});
export type UnresolvedLine = z.infer<typeof unresolvedSchema>;

export const getUnresolved = defineApi({
  method: 'get',
  path: '/internal/vishing/directory/unresolved',
  summary: 'Lines of ours that no person is known for, the most used first',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: z.strictObject(timeRangeShape),
  body: noBody,
  response: z.object({
    lines: z.array(unresolvedSchema),
    /** Calls in this time range, and those of them without a person. */
    calls: z.number(),
    without_person: z.number(),
    truncated: z.boolean(),
  }),
});

export const assignLine = defineApi({
  method: 'post',
  path: '/internal/vishing/directory/assign',
  summary: 'Gives a number or extension to a person; its calls are resolved again',
  privilege: MANAGE_PRIVILEGE,
  personal: 'refused',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    kind: lineKindSchema,
    value: z.string().min(1).max(256),
    person_id: idSchema,
  }),
  response: z.object({ changed: z.boolean() }),
});

const syncSourceSchema = z.object({
  source: z.string(),
  /** People of ours that this directory knows. */
  people: z.number(),
  /** Time of its newest document. */
  newest: z.string().optional(),
});

const syncStatusSchema = z.object({
  scheduled: z.boolean(),
  last_run: z.string().optional(),
  last_error: z.string().optional(),
  sources: z.array(syncSourceSchema),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const getDirectorySync = defineApi({
  method: 'get',
  path: '/internal/vishing/directory/sync',
  summary: 'When people were last read from the directories, and from which',
  privilege: READ_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: noBody,
  response: syncStatusSchema,
});

export const runDirectorySync = defineApi({
  method: 'post',
  path: '/internal/vishing/directory/sync/run',
  summary: 'Reads people from the directories now',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: noBody,
  response: z.object({ started: z.boolean() }),
});
