import { z } from 'zod';

/** What a column of an uploaded list can mean. Several columns may mean the same, such as desk phone and mobile. */
export const IMPORT_FIELDS = [
  'full_name',
  'first_name',
  'last_name',
  'id',
  'upn',
  'emails',
  'account_names',
  'sid',
  'cloud_ids',
  'numbers',
  'extensions',
  'site',
  'hosts',
  'department',
  'title',
  'roles',
  'privileged',
  'kind',
  'members',
  'valid_from',
  'valid_to',
] as const;
export const importFieldSchema = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof importFieldSchema>;

/** Longest text of one cell. */
export const MAX_CELL_LENGTH = 2000;

const cells = z.array(z.string().min(1).max(MAX_CELL_LENGTH)).max(50);

/** One row of an uploaded list: by meaning, the texts of its cells. */
export const importRowSchema = z.strictObject({
  /** Number of the line in the file, from 1. */
  line: z.number().int().min(1),
  values: z.partialRecord(importFieldSchema, cells),
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** Fields by which a person is recognised, the surest first. */
const KEYS: readonly ImportField[] = [
  'id',
  'upn',
  'emails',
  'sid',
  'account_names',
  'cloud_ids',
  'full_name',
];

/**
 * Rows with the same key are about the same person: an extension list has one row for each extension.
 * @returns undefined for a row that names nobody
 */
export const personKey = ({ values }: ImportRow): string | undefined => {
  for (const field of KEYS) {
    const text = values[field]?.[0]?.trim().toLowerCase();
    if (text) {
      // A user principal name is an address too, and lists call it by either name.
      return `${field === 'upn' || field === 'emails' ? 'address' : field}:${text}`;
    }
  }
  const name = [values.first_name?.[0], values.last_name?.[0]].filter(Boolean).join(' ').trim();
  return name === '' ? undefined : `full_name:${name.toLowerCase()}`;
};
