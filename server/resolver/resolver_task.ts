import { backgroundTask, type TaskDependencies } from '../background/background_task';
import type { TaskDefinition } from '../kibana';
import { resolveCalls } from './resolve_calls';
import { readResolverState, writeResolverState } from './state';

/** Long enough for 3,000,000 records; a longer run is cancelled between two batches, and the next one goes on. */
const TIMEOUT = '10m';

/** The Task Manager task that resolves calls; an error stands in `vishing-state` too. */
export const createResolverTask = ({ getClient, logger }: TaskDependencies): TaskDefinition =>
  backgroundTask({
    getClient,
    logger,
    title: 'Voice phishing: resolve calls',
    description:
      'Makes one document of all records of a call, and finds the people and numbers on it.',
    timeout: TIMEOUT,
    noKey:
      'The call resolver has no API key to work with. An administrator has to run the setup again.',
    failed: 'Calls could not be resolved',
    async run(es, signal) {
      const { checkpoint, ...counts } = await resolveCalls({ es, logger, signal });
      const { records, calls, created, updated } = counts;
      logger.debug(`${records} records, ${calls} calls: ${created} created, ${updated} updated`);
      return { checkpoint, ...counts };
    },
    async recordError(es, reason) {
      await writeResolverState(es, { ...(await readResolverState(es)), last_error: reason });
    },
  });
