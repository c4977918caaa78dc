import { randomInt } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CAMPAIGN_IDS } from '../generator/campaigns/campaign';

const labelSchema = z.object({
  provider: z.string(),
  siteId: z.string(),
  vendorCallId: z.string(),
  label: z.enum(CAMPAIGN_IDS),
});
/** A call that belongs to a campaign; every other call is ordinary. */
export type CampaignLabel = z.infer<typeof labelSchema>;

const loadSchema = z.object({
  /** The Elasticsearch that holds the data; another one starts anew. */
  clusterId: z.string(),
  seed: z.number(),
  /** The present of the made-up company, epoch milliseconds. */
  nowMs: z.number(),
  /** Set when everything is loaded. */
  done: z
    .object({ recordsSent: z.number(), hostEvents: z.number(), labels: z.array(labelSchema) })
    .optional(),
});
/** What was loaded, or is being loaded, so that the next start goes on with the same data. */
export type DemoLoad = z.infer<typeof loadSchema>;

const stateSchema = z.object({
  passwords: z.record(z.string(), z.string()),
  load: loadSchema.optional(),
});
export type DemoState = z.infer<typeof stateSchema>;

const fileIn = (dataDir: string): string => join(dataDir, 'demo.json');

const SYLLABLES = [
  'ba',
  'do',
  'fe',
  'gu',
  'ka',
  'lo',
  'mi',
  'na',
  'pe',
  'ru',
  'sa',
  'ti',
  'vo',
  'wi',
  'zu',
];

/** Easy to type, too many to guess over a log-in page: 15^6 times 9000. */
const drawPassword = (): string => {
  const word = (): string =>
    Array.from({ length: 3 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');
  return `${word()}-${word()}-${randomInt(1_000, 10_000)}`;
};

/** @throws SyntaxError or ZodError when somebody edited the file so that it cannot be read */
export const readDemoState = async (dataDir: string): Promise<DemoState | undefined> => {
  try {
    return stateSchema.parse(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Replaces the file as a whole, so that an interruption leaves the old or the new one. Holds passwords: owner only. */
export const writeDemoState = async (dataDir: string, state: DemoState): Promise<void> => {
  const file = fileIn(dataDir);
  await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  await rename(`${file}.new`, file);
};

/**
 * The state of the data folder; made on the first start. Passwords are drawn once for each folder instead of being fixed
 * words, because people load call records of their own into the demo too.
 */
export const openDemoState = async (
  dataDir: string,
  users: readonly string[]
): Promise<DemoState> => {
  const found = await readDemoState(dataDir);
  const passwords = {
    ...Object.fromEntries(users.map((user) => [user, drawPassword()])),
    ...found?.passwords,
  };
  const state = { ...found, passwords };
  await writeDemoState(dataDir, state);
  return state;
};
