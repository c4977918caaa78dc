import type { RunningElasticsearch } from '../../standalone/elasticsearch/start';

interface ForTheRun {
  /** Absent when the tests use an Elasticsearch that somebody else started. */
  started?: { elasticsearch: RunningElasticsearch; dataDir: string };
}

const holder = globalThis as { vishingTestRun?: ForTheRun };

/** What the set-up before all tests hands to the clean-up after them; Jest loads the two files separately. */
export const forTheRun: ForTheRun = (holder.vishingTestRun ??= {});
