import { rm } from 'node:fs/promises';
import { forTheRun } from './for_the_run';
import { testServerVariable } from './test_server';

/** Stops the Elasticsearch that the set-up started and deletes its data. Jest asks for a default export here. */
export default async function tearDown(): Promise<void> {
  const { started } = forTheRun;
  if (started === undefined) return;
  forTheRun.started = undefined;
  delete process.env[testServerVariable];
  await started.elasticsearch.stop();
  await rm(started.dataDir, { recursive: true, force: true });
}
