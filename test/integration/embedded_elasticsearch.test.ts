import { Client } from '@elastic/elasticsearch';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive } from '../../standalone/elasticsearch/lock';
import {
  startElasticsearch,
  type RunningElasticsearch,
} from '../../standalone/elasticsearch/start';

const heapMb = 384;
const repository = join(__dirname, '..', '..');
const announcement = z.object({ url: z.url(), password: z.string(), pid: z.number() });

/** Starts Elasticsearch in a process of its own, as a person would, and waits for the line it prints. */
const startInAnotherProcess = async (dataDir: string) => {
  const args = ['--data-dir', dataDir, '--heap-mb', String(heapMb)];
  const cli = spawn(
    process.execPath,
    ['--import', 'tsx', 'standalone/elasticsearch/cli.ts', ...args],
    { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'] }
  );
  const [line] = await once(createInterface({ input: cli.stdout }), 'line');
  return { cli, ...announcement.parse(JSON.parse(String(line))) };
};

const goneWithin = async (pid: number, limitMs: number) => {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await sleep(100))
    if (!isAlive(pid)) return true;
  return false;
};

const clientOf = (url: string, password: string) =>
  new Client({ node: url, auth: { username: 'elastic', password } });

// One server after another in the same folder: each test goes on where the one before it ended.
describe('a data folder', () => {
  let parent: string;
  let dataDir: string;
  let first: RunningElasticsearch;
  const processes: ChildProcess[] = [];

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'vishing-embedded-'));
    // Others may pass: under root, Elasticsearch runs as somebody else.
    await chmod(parent, 0o755);
    dataDir = join(parent, 'data');
    first = await startElasticsearch({ dataDir, heapMb });
    const client = clientOf(first.url, first.password);
    await client.index({ index: 'kept', id: '1', document: { kept: true }, refresh: true });
    await client.close();
  });
  afterAll(async () => {
    for (const child of processes) child.kill('SIGKILL');
    await first.stop();
    await rm(parent, { recursive: true, force: true });
  });

  it('shows its passwords to their owner only', async () => {
    expect((await stat(join(dataDir, 'credentials.json'))).mode & 0o777).toBe(0o600);
  });

  it('is refused a port that is in use, with the option that changes it', async () => {
    const port = Number(new URL(first.url).port);
    const second = startElasticsearch({ dataDir: join(parent, 'other'), port });
    await expect(second).rejects.toMatchObject({
      code: 'port_in_use',
      message: expect.stringMatching(`^Port ${port} is in use .*--port`),
    });
  });

  it('serves one Elasticsearch at a time', async () => {
    await expect(startElasticsearch({ dataDir, heapMb })).rejects.toMatchObject({
      code: 'data_dir_in_use',
      message: expect.stringContaining('--data-dir'),
    });
  });

  it('keeps data and passwords over a restart', async () => {
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await startInAnotherProcess(dataDir);
    processes.push(second.cli);
    expect(second.password).toBe(first.password);
    const client = clientOf(second.url, second.password);
    expect((await client.get({ index: 'kept', id: '1' }))._source).toEqual({ kept: true });
    await client.close();

    // The process that started it is killed and can clean up nothing.
    second.cli.kill('SIGKILL');
    expect(await goneWithin(second.pid, 30_000)).toBe(true);
  });

  it('is free again after a kill, and the next server stops in good order on SIGTERM', async () => {
    const third = await startInAnotherProcess(dataDir);
    processes.push(third.cli);
    third.cli.kill('SIGTERM');
    const [code] = await once(third.cli, 'exit');
    expect(code).toBe(0);
    expect(isAlive(third.pid)).toBe(false);
  });

  it('is given back at once when the start is cancelled', async () => {
    const cancelling = new AbortController();
    const starting = startElasticsearch({
      dataDir: join(parent, 'cancelled'),
      heapMb,
      signal: cancelling.signal,
      onServerLine: () => cancelling.abort(),
    });
    await expect(starting).rejects.toMatchObject({ code: 'aborted' });
  });
});
