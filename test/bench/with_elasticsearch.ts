import type { Client } from '@elastic/elasticsearch';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from '../../standalone/command/run_command';
import { startElasticsearch } from '../../standalone/elasticsearch/start';
import { installContent } from '../pipelines/pipeline_tester';
import { testClient } from '../setup/test_client';
import { testServerVariable } from '../setup/test_server';

interface OwnServer {
  stop(): Promise<void>;
}

/** A measurement needs room for what it stores, whatever is left over by others. */
const HEAP_MB = 1024;

const startOwn = async (): Promise<OwnServer> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'vishing-bench-'));
  const { url, username, password, stop } = await startElasticsearch({
    dataDir,
    heapMb: HEAP_MB,
    log: tell,
  });
  process.env[testServerVariable] = JSON.stringify({ url, username, password });
  return {
    async stop() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/**
 * Runs a measurement on an Elasticsearch with everything installed: the one that `VISHING_TEST_ES` names, else one of
 * its own, which is stopped and deleted afterwards, also when the command is interrupted.
 */
export const withElasticsearch = async <T>(work: (es: Client) => Promise<T>): Promise<T> => {
  const own = process.env[testServerVariable] === undefined ? await startOwn() : undefined;
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error(`Ended by ${signal}`)));
  });
  const es = testClient();
  try {
    await installContent(es);
    return await Promise.race([work(es), interrupted]);
  } finally {
    await es.close();
    await own?.stop();
  }
};
