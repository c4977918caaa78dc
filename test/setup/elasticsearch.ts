import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startElasticsearch } from '../../standalone/elasticsearch/start';
import { forTheRun } from './for_the_run';
import { testServerVariable, type TestServer } from './test_server';

const heapMb = 512;

/**
 * Starts one Elasticsearch with an empty data folder for all tests that need one. Set `VISHING_TEST_ES` to
 * `{"url","username","password"}` (what `standalone/elasticsearch/cli.ts` prints) to test against a running one.
 * Jest asks for a default export here.
 */
export default async function setUp(): Promise<void> {
  if (process.env[testServerVariable] !== undefined) return;
  const dataDir = await mkdtemp(join(tmpdir(), 'vishing-test-'));
  const elasticsearch = await startElasticsearch({
    dataDir,
    heapMb,
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  forTheRun.started = { elasticsearch, dataDir };
  elasticsearch.onExit(({ code, signal }) => {
    if (forTheRun.started === undefined) return;
    process.stderr.write(`The Elasticsearch of the tests ended by itself (${signal ?? code}).\n`);
  });
  const { url, username, password } = elasticsearch;
  const server: TestServer = { url, username, password };
  process.env[testServerVariable] = JSON.stringify(server);
}
