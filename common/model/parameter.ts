import { z } from 'zod';
import { durationSchema, toSeconds } from './duration';

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
    /** Of all entries together, signs counted twice; for lists that become one regular expression, which has at most 1,000. */
    max_characters: z.number().int().min(1).max(900).optional(),
    /** What the items are; `rmm_tool` names ids of the tool table. */
    of: z.enum(['text', 'rmm_tool', 'role', 'mail_address', 'user_name']),
  }),
  z.strictObject({ ...base, type: z.literal('boolean'), default: z.boolean() }),
]);

export type Parameter = z.infer<typeof parameterSchema>;
export type ParameterValue = string | number | boolean | readonly string[];

/** Values that a person has set, by rule id and parameter id; what is absent has its default. */
export type ParameterValues = Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;

const seconds = (value: unknown): number | undefined => {
  const read = durationSchema.safeParse(value);
  return read.success ? toSeconds(read.data) : undefined;
};

const checkDuration = (
  { min, max }: Extract<Parameter, { type: 'duration' }>,
  value: unknown
): string | undefined => {
  const length = seconds(value);
  if (length === undefined) return 'A length of time is a number and s, m, h or d, such as 30m.';
  return length >= toSeconds(min) && length <= toSeconds(max)
    ? undefined
    : `It must be between ${min} and ${max}.`;
};

const MAX_TEXT = 1000;
const MAX_ITEM = 200;

/** Characters of a text in a regular expression, where a backslash stands before each sign. */
const patternLength = (text: string): number =>
  text.length + (text.match(/[^\p{L}\p{N} ]/gu)?.length ?? 0);

const checkList = (
  { max, max_characters: most = Infinity }: Extract<Parameter, { type: 'list' }>,
  value: unknown
): string | undefined => {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    return 'It must be a list of texts.';
  if (value.length > max) return `It holds at most ${max} entries.`;
  if (!value.every((item) => item.length > 0 && item.length <= MAX_ITEM))
    return `Each entry has 1 to ${MAX_ITEM} characters.`;
  // Each entry stands behind a bar.
  const total = value.reduce((sum, item) => sum + patternLength(item) + 1, 0);
  return total <= most
    ? undefined
    : `All entries together have at most ${most} characters, signs counted twice; these have ${total}.`;
};

/**
 * Whether a value may be given to a parameter.
 * @returns what is wrong, as a sentence for the person who gives it; undefined when nothing is
 */
export const checkParameter = (parameter: Parameter, value: unknown): string | undefined => {
  switch (parameter.type) {
    case 'duration':
      return checkDuration(parameter, value);
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'It must be a number.';
      return value >= parameter.min && value <= parameter.max
        ? undefined
        : `It must be between ${parameter.min} and ${parameter.max}.`;
    case 'text':
      return typeof value === 'string' && value.length <= MAX_TEXT
        ? undefined
        : `It must be a text of at most ${MAX_TEXT} characters.`;
    case 'list':
      return checkList(parameter, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'It must be on or off.';
  }
};

/** Whether two values mean the same, such as `60m` and `1h`. */
export const sameValue = (parameter: Parameter, a: ParameterValue, b: ParameterValue): boolean => {
  if (parameter.type === 'duration') return seconds(a) === seconds(b);
  return JSON.stringify(a) === JSON.stringify(b);
};
