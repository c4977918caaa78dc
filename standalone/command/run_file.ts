import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const runSchema = z.object({
  /** Process that runs the stack. */
  pid: z.number(),
  kibana_url: z.string(),
  elasticsearch: z.object({ url: z.string(), username: z.string(), password: z.string() }),
});
/** How to reach the stack that runs on a data folder now. */
export type RunFile = z.infer<typeof runSchema>;

const pathIn = (dataDir: string): string => join(dataDir, 'run.json');

/** Holds a password, so only the owner may read it. */
export const writeRunFile = (dataDir: string, run: RunFile): Promise<void> =>
  writeFile(pathIn(dataDir), JSON.stringify(run), { mode: 0o600 });

export const removeRunFile = (dataDir: string): Promise<void> =>
  rm(pathIn(dataDir), { force: true });

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The stack that runs on this data folder, or nothing when none does. */
export const readRunFile = async (dataDir: string): Promise<RunFile | undefined> => {
  let text: string;
  try {
    text = await readFile(pathIn(dataDir), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const run = runSchema.safeParse(JSON.parse(text));
  return run.success && isAlive(run.data.pid) ? run.data : undefined;
};
