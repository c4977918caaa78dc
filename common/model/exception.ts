import { z } from 'zod';

/** What a pair is made of: a rule stays silent only where both are there. */
export const EXCEPTION_PAIRS = {
  number_person: ['number', 'person'],
  person_host: ['person', 'host'],
  tool_team: ['tool', 'team'],
} as const;

export type ExceptionKind = keyof typeof EXCEPTION_PAIRS;
export type ExceptionPart = (typeof EXCEPTION_PAIRS)[ExceptionKind][number];

/** Longer ones are rules of their own: a trusted number, an approved tool. */
export const EXCEPTION_MAX_DAYS = 365;
/** An exception that ends so soon is announced. */
export const EXPIRES_SOON_DAYS = 7;
/** One that ended within so many days is announced, too: the rule alerts on the pair again. */
export const ENDED_LATELY_DAYS = 7;
/** More would make the query slow, and nobody would know them any more. */
export const MAX_EXCEPTIONS = 50;

const value = z.string().trim().min(1).max(300);

/** A pair that a person excepts from one rule, until when and why. */
export const newExceptionSchema = z.strictObject({
  kind: z.enum(['number_person', 'person_host', 'tool_team']),
  /**
   * Two values in the order of `EXCEPTION_PAIRS`: a number as E.164, a person as the id of the directory, a host, a
   * program's file name, a department.
   */
  values: z.tuple([value, value]),
  /** For people, such as a person's name; the values themselves where absent. */
  labels: z.tuple([value, value]).optional(),
  /** ISO instant from which on the rule alerts again. */
  expires: z.iso.datetime({ offset: true }),
  reason: z.string().trim().min(1).max(1000),
});
export type NewException = z.infer<typeof newExceptionSchema>;

export const exceptionSchema = newExceptionSchema.extend({
  id: z.uuid(),
  created: z.string(),
  created_by: z.string(),
});
export type RuleException = z.infer<typeof exceptionSchema>;

const DAY_MS = 86_400_000;

/** How an exception stands now. @param nowMs milliseconds since 1970 */
export const exceptionState = (
  { expires }: Pick<RuleException, 'expires'>,
  nowMs: number
): 'active' | 'ends_soon' | 'expired' => {
  const leftMs = Date.parse(expires) - nowMs;
  if (leftMs <= 0) return 'expired';
  return leftMs <= EXPIRES_SOON_DAYS * DAY_MS ? 'ends_soon' : 'active';
};

export interface ExceptionNews {
  readonly endSoon: number;
  readonly endedLately: number;
}

/** How many exceptions end soon, and how many ended lately. @param nowMs milliseconds since 1970 */
export const exceptionNews = (
  exceptions: readonly Pick<RuleException, 'expires'>[],
  nowMs: number
): ExceptionNews => ({
  endSoon: exceptions.filter((exception) => exceptionState(exception, nowMs) === 'ends_soon')
    .length,
  endedLately: exceptions.filter(
    (exception) =>
      exceptionState(exception, nowMs) === 'expired' &&
      nowMs - Date.parse(exception.expires) <= ENDED_LATELY_DAYS * DAY_MS
  ).length,
});

/** What is wrong with the end of a new exception, as a sentence. @param nowMs milliseconds since 1970 */
export const checkExpires = (expires: string, nowMs: number): string | undefined => {
  const leftMs = Date.parse(expires) - nowMs;
  if (!(leftMs > 0)) return 'The end must lie in the future.';
  return leftMs <= (EXCEPTION_MAX_DAYS + 1) * DAY_MS
    ? undefined
    : `The end must lie within ${EXCEPTION_MAX_DAYS} days.`;
};
