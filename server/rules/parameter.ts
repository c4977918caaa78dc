import { z } from 'zod';
import { durationSchema } from '../detection_content/duration';

/** The eight tuning knobs that MITRE's detection strategy DET0245 names for voice phishing. */
const det0245Schema = z.enum([
  'PhoneNumberBlocklist',
  'TimeWindow',
  'CallDestinationPatterns',
  'UserContext',
  'CallerIDPatterns',
  'PayloadCorrelation',
  'MFARequestThreshold',
  'ConsentGrantPatterns',
]);

const base = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** DET0245's name where this knob means the same. */
  det0245: det0245Schema.optional(),
  /** One sentence: what a larger value does. */
  help: z.string().min(10).max(300),
};

/** What of a rule a person may change without editing its query. */
export const parameterSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('duration'),
    default: durationSchema,
    min: durationSchema,
    max: durationSchema,
  }),
  z.strictObject({
    ...base,
    type: z.literal('number'),
    default: z.number(),
    min: z.number(),
    max: z.number(),
    /** What is counted, such as `mails`. */
    unit: z.string().min(1),
  }),
  z.strictObject({ ...base, type: z.literal('text'), default: z.string().max(1000) }),
  z.strictObject({
    ...base,
    type: z.literal('list'),
    default: z.array(z.string().min(1).max(200)),
    max: z.number().int().max(500),
    /** What the items are; `rmm_tool` names ids of the tool table. */
    of: z.enum(['text', 'rmm_tool', 'role', 'mail_address', 'user_name']),
  }),
  z.strictObject({ ...base, type: z.literal('boolean'), default: z.boolean() }),
]);

export type Parameter = z.infer<typeof parameterSchema>;
export type ParameterValue = string | number | boolean | readonly string[];

/** Values that a person has set, by rule id and parameter id; what is absent has its default. */
export type ParameterValues = Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;
