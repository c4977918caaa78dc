import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive } from './lock';
import type { ServerProcess } from './server_process';

const schema = z.object({ pid: z.number().int(), startedBy: z.number().int() });

/** A server whose starter was killed needs a moment to close its files. */
const endLimitMs = 20_000;
const pollMs = 200;

const fileIn = (root: string) => join(root, 'server.json');

/** Notes the running server in the data folder; the note goes when the server has ended. */
export async function recordServer(root: string, { pid, exited }: ServerProcess): Promise<void> {
  const note = { pid, startedBy: process.pid };
  await writeFile(fileIn(root), `${JSON.stringify(note)}\n`);
  const forget = async () => {
    await exited;
    await rm(fileIn(root), { force: true });
  };
  forget().catch((error: Error) => process.emitWarning(error));
}

async function readNote(root: string) {
  try {
    return schema.safeParse(JSON.parse(await readFile(fileIn(root), 'utf8'))).data;
  } catch (error) {
    // No note, or one whose writing was cut off: nothing to wait for.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT')
      return undefined;
    throw error;
  }
}

/** Waits until the server of a killed process is gone, so that the data folder is free again. */
export async function waitForPreviousServer(root: string): Promise<void> {
  const note = await readNote(root);
  if (note === undefined || isAlive(note.startedBy)) return;
  const deadline = Date.now() + endLimitMs;
  while (isAlive(note.pid) && Date.now() < deadline) await sleep(pollMs);
}
