import { z } from 'zod';
import { MANAGE_PRIVILEGE, READ_PRIVILEGE } from '../constants';
import {
  callActionSchema,
  callDocumentSchema,
  directionSchema,
  verdictSchema,
} from '../model/call';
import { personLineSchema, personRoleSchema, personSchema } from '../model/person';
import { activitySchema, pageShape, suspiciousPageSchema, zonedRangeShape } from './activity';
import { defineApi } from './define_api';
import { noBody, nothing, timeRangeShape } from './shared';

const personParams = z.strictObject({ person_id: z.string().min(1).max(128) });

const joinMethodSchema = callDocumentSchema.shape.vishing.shape.join.unwrap().shape.method;

export const getPerson = defineApi({
  method: 'get',
  path: '/internal/vishing/people/{person_id}',
  summary: 'One person: numbers, identities, hosts, roles, and how calls were joined',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: personParams,
  query: z.strictObject(zonedRangeShape),
  body: noBody,
  response: z.object({
    /** Of somebody who is not in the directory any more, what the newest call knew. */
    person: personSchema,
    in_directory: z.boolean(),
    /** The person's numbers in international format, in the order of `person.numbers`. */
    number_displays: z.array(z.string()),
    ever: z.object({
      calls: z.number(),
      first_seen: z.string().optional(),
      last_seen: z.string().optional(),
    }),
    activity: activitySchema,
    /** How calls of the range were found to be this person's, and how sure that is (0 to 1). */
    joins: z.array(
      z.object({ method: joinMethodSchema, confidence: z.number(), calls: z.number() })
    ),
  }),
});
export type PersonResponse = z.infer<typeof getPerson.response>;

export const personCallSchema = z.object({
  call_id: z.string(),
  started: z.string(),
  direction: directionSchema,
  action: callActionSchema,
  answered: z.boolean(),
  talk_seconds: z.number().optional(),
  /** The other side. */
  other: z.object({
    /** E.164; absent where the other side has no such number. */
    number: z.string().optional(),
    /** Number in international format, or name of a colleague: the best that is known. */
    name: z.string(),
    verdict: verdictSchema,
  }),
  join: z.object({ method: joinMethodSchema, confidence: z.number() }).optional(),
});
export type PersonCall = z.infer<typeof personCallSchema>;

export const getPersonCalls = defineApi({
  method: 'get',
  path: '/internal/vishing/people/{person_id}/calls',
  summary: 'The calls of a person, newest first',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: personParams,
  query: z.strictObject({ ...timeRangeShape, ...pageShape }),
  body: noBody,
  response: z.object({
    calls: z.array(personCallSchema),
    total: z.number(),
    /** How many of them can be paged through. */
    reachable: z.number(),
  }),
});
export type PersonCallsResponse = z.infer<typeof getPersonCalls.response>;

export const getPersonSuspiciousCalls = defineApi({
  method: 'get',
  path: '/internal/vishing/people/{person_id}/suspicious_calls',
  summary: 'Calls of a person that rules alerted on',
  privilege: READ_PRIVILEGE,
  personal: 'refused',
  params: personParams,
  query: z.strictObject({ ...timeRangeShape, ...pageShape }),
  body: noBody,
  response: suspiciousPageSchema,
});

const periodsSchema = z
  .array(personLineSchema.omit({ confidence: true }))
  .max(100)
  .optional();

export const editPerson = defineApi({
  method: 'put',
  path: '/internal/vishing/people/{person_id}/edited',
  summary: 'Sets whose phones when, and roles; what is left out stays. Calls are resolved again',
  privilege: MANAGE_PRIVILEGE,
  personal: 'refused',
  params: personParams,
  query: nothing,
  body: z.strictObject({
    /** Every period of every number of this person. */
    numbers: periodsSchema,
    /** The same of extensions, as `<site>:<extension>` or the extension alone. */
    extensions: periodsSchema,
    roles: z.array(personRoleSchema).max(10).optional(),
  }),
  response: z.object({ changed: z.boolean() }),
});
