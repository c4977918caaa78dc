import { backgroundTask, type TaskDependencies } from '../background/background_task';
import { elasticsearchReason } from '../elasticsearch_errors';
import type { ElasticsearchClient, TaskDefinition } from '../kibana';
import { resolveCalls } from './resolve_calls';
import { readResolverState, writeResolverState } from './state';

/** Long enough for 3,000,000 records; a longer run is cancelled between two batches, and the next one goes on. */
const TIMEOUT = '10m';

interface Dependencies extends TaskDependencies {
  /** Brings what rules join calls by up to date, when these are resolved. */
  readonly followUp: (es: ElasticsearchClient, nowMs: number) => Promise<unknown>;
}

/** The calls are there even when this fails, such as for somebody who may not read the logs of the identity provider. */
const tryToFollowUp = async (
  { followUp, logger }: Dependencies,
  es: ElasticsearchClient
): Promise<void> => {
  try {
    await followUp(es, Date.now());
  } catch (error) {
    const reason = `Calls are resolved, but what rules join them by (computers, accounts changed on the phone) is not up to date: ${elasticsearchReason(error)}`;
    logger.error(reason);
    await writeResolverState(es, { ...(await readResolverState(es)), last_error: reason });
  }
};

/** The Task Manager task that resolves calls; an error stands in `vishing-state` too. */
export const createResolverTask = (dependencies: Dependencies): TaskDefinition =>
  backgroundTask({
    ...dependencies,
    title: 'Voice phishing: resolve calls',
    description:
      'Makes one document of all records of a call, and finds the people and numbers on it.',
    timeout: TIMEOUT,
    noKey:
      'The call resolver has no API key to work with. An administrator has to run the setup again.',
    failed: 'Calls could not be resolved',
    async run(es, signal) {
      const { logger } = dependencies;
      const { checkpoint, ...counts } = await resolveCalls({ es, logger, signal });
      if (!signal.aborted) await tryToFollowUp(dependencies, es);
      const { records, calls, created, updated } = counts;
      logger.debug(`${records} records, ${calls} calls: ${created} created, ${updated} updated`);
      return { checkpoint, ...counts };
    },
    async recordError(es, reason) {
      await writeResolverState(es, { ...(await readResolverState(es)), last_error: reason });
    },
  });
