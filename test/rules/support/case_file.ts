import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const offset = z.string().regex(/^-?\d+[smhd]$/);

const callSchema = z.strictObject({
  /** From the moment of the case. */
  at: offset.default('0s'),
  /** Who of ours is on the phone. */
  of: z.string().default('me'),
  direction: z.enum(['inbound', 'outbound', 'internal']).default('inbound'),
  /** Name of a number outside; for internal calls the colleague is `with`. */
  number: z.string().default('a'),
  with: z.string().optional(),
  /** Seconds; 0 means that nobody answered. */
  talk: z.number().default(600),
  /** Name that the caller shows. */
  name: z.string().optional(),
  /** Verdict on the caller's number; the call is then recorded by FreeSWITCH, because Asterisk keeps none. */
  verstat: z.string().optional(),
});
export type CaseCall = z.infer<typeof callSchema>;

const caseSchema = z.strictObject({
  /** `hit ...` or `miss ...`, a sentence. */
  name: z.string().regex(/^(hit|miss): /),
  /** Roles of each person. */
  people: z.record(z.string(), z.array(z.string())).default({ me: [] }),
  /** Verdicts of the watchlist by the number's name. */
  watchlist: z.record(z.string(), z.enum(['bad', 'trusted', 'own'])).default({}),
  calls: z.array(callSchema).default([{ ...callSchema.parse({}) }]),
  /** Documents of other sources with `{person.field}` placeholders; `index` is their data stream, `repeat` how many. */
  events: z
    .array(
      z.strictObject({
        index: z.string(),
        at: offset,
        repeat: z.number().default(1),
        document: z.record(z.string(), z.unknown()),
      })
    )
    .default([]),
  /** Values that the only alert must have. */
  expect: z.record(z.string(), z.unknown()).default({}),
});
export type RuleCase = z.infer<typeof caseSchema>;

const fileSchema = z.strictObject({
  /** File name of the rule, without ending. */
  rule: z.string(),
  /** Values of the rule's parameters where the defaults find nothing, such as a list of names. */
  parameters: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .default({}),
  /** Documents that cases share by anchors. */
  documents: z.unknown().optional(),
  cases: z.array(caseSchema).min(1),
});
export type CaseFile = z.infer<typeof fileSchema>;

const FOLDER = join(__dirname, '..', 'cases');

/** Every case file, one a rule. @throws naming the file that is not what its schema says */
export const readCaseFiles = (): CaseFile[] =>
  readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const raw: unknown = parse(readFileSync(join(FOLDER, file), 'utf8'), { merge: true });
      const checked = fileSchema.safeParse(raw);
      if (!checked.success) throw new Error(`${file}: ${z.prettifyError(checked.error)}`);
      return checked.data;
    });
