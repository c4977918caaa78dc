import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ElasticsearchStartError } from './errors';

/** The owner touches its lock this often; a lock untouched for `staleMs` belongs to nobody. */
const heartbeatMs = 2_000;
const staleMs = 20_000;
const pollMs = 250;

interface Owner {
  id: string;
  pid: number;
  host: string;
}

interface LockOptions {
  /** Called once when another process holds the lock. */
  onWait?: (pid: number | undefined) => void;
  /** How long to wait for the other process, in milliseconds. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Whether a process of this machine lives; one of another user counts as living. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch (error) {
    // Half-written or gone: the age of the file decides.
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > staleMs) return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  const owner = await readOwner(file);
  return owner !== undefined && owner.host === hostname() && !isAlive(owner.pid);
}

async function tryToTake(file: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock away. Only one of several waiting processes can rename it, so none removes a fresh one. */
async function clearStale(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await rm(aside, { force: true });
}

/**
 * Runs `work` while no other process holds the lock file. A lock whose process is gone, or that was not
 * touched for 20 s, is taken over. Throws `cache_locked` when the other process takes too long.
 */
export async function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  { onWait, timeoutMs = 600_000, signal }: LockOptions = {}
): Promise<Result> {
  await mkdir(dirname(file), { recursive: true });
  const owner: Owner = { id: randomUUID(), pid: process.pid, host: hostname() };
  const deadline = Date.now() + timeoutMs;
  let told = false;
  while (!(await tryToTake(file, owner))) {
    signal?.throwIfAborted();
    if (await isStale(file)) {
      await clearStale(file);
      continue;
    }
    const holder = await readOwner(file);
    if (!told) onWait?.(holder?.pid);
    told = true;
    if (Date.now() > deadline)
      throw new ElasticsearchStartError(
        'cache_locked',
        `Another process${holder ? ` (${holder.pid})` : ''} has been preparing Elasticsearch for ${Math.round(timeoutMs / 1000)} s. Wait for it or end it, then start again; if there is none, delete ${file}.`
      );
    await sleep(pollMs);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A lost lock file is no reason to stop: the finished folder is put in place by one rename.
    utimes(file, now, now).catch(() => clearInterval(heartbeat));
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await readOwner(file))?.id === owner.id) await rm(file, { force: true });
  }
}
