import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from './lock';

describe('withLock', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vishing-lock-'));
    file = join(folder, 'home.lock');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lets one after the other work and removes the lock', async () => {
    let working = 0;
    let most = 0;
    const work = () =>
      withLock(file, async () => {
        working += 1;
        most = Math.max(most, working);
        await sleep(20);
        working -= 1;
      });
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('removes the lock when the work fails', async () => {
    const failing = withLock(file, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await withLock(file, () => Promise.resolve('done'))).toBe('done');
  });

  it('takes over the lock of a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(file, JSON.stringify({ id: 'x', pid, host: hostname() }));
    expect(await withLock(file, () => Promise.resolve('done'))).toBe('done');
  });

  it('takes over a lock that nobody has touched for long, whatever is in it', async () => {
    await writeFile(file, '{"id":');
    const long = new Date(Date.now() - 60_000);
    await utimes(file, long, long);
    expect(await withLock(file, () => Promise.resolve('done'))).toBe('done');
  });

  it('tells who holds the lock and gives up after a while', async () => {
    await writeFile(file, JSON.stringify({ id: 'x', pid: process.pid, host: hostname() }));
    const waits: (number | undefined)[] = [];
    const waiting = withLock(file, () => Promise.resolve(), {
      timeoutMs: 300,
      onWait: (pid) => waits.push(pid),
    });
    await expect(waiting).rejects.toMatchObject({
      code: 'cache_locked',
      message: expect.stringContaining(`Another process (${process.pid})`),
    });
    expect(waits).toEqual([process.pid]);
  });
});
