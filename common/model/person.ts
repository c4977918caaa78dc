import { z } from 'zod';

export const personRoleSchema = z.enum([
  'help_desk',
  'it_staff',
  'executive',
  'finance',
  'call_centre',
]);
export type PersonRole = z.infer<typeof personRoleSchema>;

const texts = z.array(z.string().min(1).max(256)).max(100).default([]);

/** A document of `vishing-directory`: one person and everything that names this person elsewhere. */
export const personSchema = z.strictObject({
  /** Document id: stable, letters, digits, `-`, `_`, `.` and `@`. */
  id: z.string().min(1).max(128),
  full_name: z.string().min(1).max(256),
  /** User principal name, lower case. */
  upn: z.string().max(256).optional(),
  emails: texts,
  /** sAMAccountName or other account names, lower case, without domain. */
  account_names: texts,
  /** Windows security identifier, such as `S-1-5-21-...`. */
  sid: z.string().max(128).optional(),
  /** Object ids of cloud directories (Entra, Okta, Google, Zoom). */
  cloud_ids: texts,
  /** E.164. */
  numbers: texts,
  /** `<site id>:<extension>`, or only the extension when it is unique. */
  extensions: texts,
  /** First label, lower case. */
  hosts: texts,
  department: z.string().max(256).optional(),
  title: z.string().max(256).optional(),
  roles: z.array(personRoleSchema).default([]),
  /** Holds rights that make an attack costly: administrators, executives. */
  privileged: z.boolean().default(false),
});
export type Person = z.infer<typeof personSchema>;
export type PersonInput = z.input<typeof personSchema>;
