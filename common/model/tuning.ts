import { z } from 'zod';
import { type RuleException } from './exception';
import { severitySchema } from './alert';
import { durationSchema, toSeconds } from './duration';

const valueSchema = z.union([
  z.string().max(1000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(500),
]);

/** Values of a rule's own parameters, by their ids; what is absent has its default. */
export const valuesSchema = z.record(z.string().max(100), valueSchema);
export type TunedValues = z.infer<typeof valuesSchema>;

/** Shorter intervals only cost; longer ones would outgrow the look-back of some rules. */
export const INTERVAL_LIMITS = { min: '1m', max: '1h' } as const;

/** Whether a rule may run so often. @returns what is wrong, as a sentence */
export const checkInterval = (interval: string): string | undefined => {
  const { min, max } = INTERVAL_LIMITS;
  if (!durationSchema.safeParse(interval).success)
    return 'A length of time is a number and s, m, h or d, such as 5m.';
  const seconds = toSeconds(interval);
  return seconds >= toSeconds(min) && seconds <= toSeconds(max)
    ? undefined
    : `It must be between ${min} and ${max}.`;
};

/** What every rule has beside its parameters; what is absent is as shipped. */
export const settingsSchema = z.strictObject({
  /** `monitor`: its alerts are building blocks, which Kibana's alerts table and our pages leave out. */
  mode: z.enum(['alert', 'monitor']).optional(),
  interval: durationSchema.optional(),
  severity: severitySchema.optional(),
});
export type RuleSettings = z.infer<typeof settingsSchema>;

/** What the people of one space changed of one rule. */
export const tuningSchema = z.strictObject({ values: valuesSchema, settings: settingsSchema });
export type Tuning = z.infer<typeof tuningSchema> & {
  /** Pairs on which the rule stays silent. */
  readonly exceptions?: readonly RuleException[];
};

export const UNTUNED: Tuning = { values: {}, settings: {} };

/** One change: who, when, why, and what it was before and after. */
export const tuningChangeSchema = z.object({
  at: z.string(),
  by: z.string(),
  note: z.string(),
  before: tuningSchema,
  after: tuningSchema,
});
export type TuningChange = z.infer<typeof tuningChangeSchema>;
