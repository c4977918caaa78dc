import { z } from 'zod';

export const personRoleSchema = z.enum([
  'help_desk',
  'it_staff',
  'executive',
  'finance',
  'call_centre',
]);
export type PersonRole = z.infer<typeof personRoleSchema>;

/**
 * What answers behind these names: one person, or something that several people use in turn. A queue is called by many
 * and answered by its agents, a shared line stands in a room, a hot desk belongs to whoever is logged in.
 */
export const personKindSchema = z.enum(['person', 'shared_line', 'hot_desk', 'queue']);
export type PersonKind = z.infer<typeof personKindSchema>;

const texts = z.array(z.string().min(1).max(256)).max(100).default([]);
const instant = z.iso.datetime({ offset: true });

/** When, and how surely, one of the numbers or extensions was this person's. A value without a line is always theirs. */
export const personLineSchema = z.strictObject({
  /** As in `numbers` or `extensions`. */
  value: z.string().min(1).max(256),
  /** ISO instant, included. */
  valid_from: instant.optional(),
  /** ISO instant, not included. */
  valid_to: instant.optional(),
  /** 0 to 1; 1 when absent. */
  confidence: z.number().min(0).max(1).optional(),
});
export type PersonLine = z.infer<typeof personLineSchema>;

/** A document of `vishing-directory`: one person and everything that names this person elsewhere. */
export const personSchema = z.strictObject({
  /** Document id: stable, letters, digits, `-`, `_`, `.` and `@`. */
  id: z.string().min(1).max(128),
  kind: personKindSchema.default('person'),
  full_name: z.string().min(1).max(256),
  /** User principal name, lower case. */
  upn: z.string().max(256).optional(),
  emails: texts,
  /** sAMAccountName or other account names, lower case, without domain. */
  account_names: texts,
  /** Windows domains of the account names, first label, lower case; other domains' accounts are other people's. */
  domains: texts,
  /** Windows security identifier, such as `S-1-5-21-...`. */
  sid: z.string().max(128).optional(),
  /** Object ids of cloud directories (Entra, Okta, Google, Zoom). */
  cloud_ids: texts,
  /** E.164. */
  numbers: texts,
  /** `<site id>:<extension>`, or only the extension when it is unique. */
  extensions: texts,
  lines: z.array(personLineSchema).max(200).default([]),
  /** First label, lower case. */
  hosts: texts,
  /** 0 to 1, of hosts that are not surely this person's, such as by logons only. */
  host_confidence: z
    .array(z.strictObject({ value: z.string().max(256), confidence: z.number().min(0).max(1) }))
    .max(100)
    .optional(),
  department: z.string().max(256).optional(),
  title: z.string().max(256).optional(),
  roles: z.array(personRoleSchema).default([]),
  /** Holds rights that make an attack costly: administrators, executives. */
  privileged: z.boolean().default(false),
  /** Ids of the people behind a queue, a shared line or a hot desk. */
  members: texts,
});
export type Person = z.infer<typeof personSchema>;
export type PersonInput = z.input<typeof personSchema>;

/** What someone said of a number or extension that several people have at once. */
export const lineDecisionSchema = z.object({
  value: z.string(),
  /** `owner`: it is this person's; `shared`: it names none of them. */
  verdict: z.enum(['owner', 'shared']),
  /** Ids of the others; when one more turns up, it has to be decided again. */
  against: z.array(z.string()),
  decided_at: z.string(),
  decided_by: z.string().optional(),
});
export type LineDecision = z.infer<typeof lineDecisionSchema>;

/** Where a synced field comes from, the most trusted first. `logons` gives hosts only. */
export const SYNC_SOURCES = ['entra_id', 'ad', 'okta', 'duo', 'logons'] as const;
export type SyncSource = (typeof SYNC_SOURCES)[number];

/** The person as one origin tells it. */
export type PersonFields = Partial<Omit<Person, 'id'>>;

/**
 * A person as stored. The fields of `Person` are what counts; `manual` and `synced` are what they were made of, and exist
 * only when something was synced.
 */
export interface StoredPerson extends Person {
  /** `manual` and the directories that know this person. */
  readonly sources?: readonly string[];
  readonly decided?: readonly LineDecision[];
  readonly manual?: PersonFields;
  readonly synced?: Readonly<Partial<Record<SyncSource, PersonFields>>>;
}

/** Reads a stored document; what it is made of is left out. */
export const knownPersonSchema = z.object({
  ...personSchema.shape,
  sources: z.array(z.string()).default(['manual']),
  decided: z.array(lineDecisionSchema).default([]),
});
export type KnownPerson = z.infer<typeof knownPersonSchema>;
