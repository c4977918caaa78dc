import { elasticsearchReason } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type {
  ElasticsearchClient,
  KibanaRequest,
  Logger,
  TaskDefinition,
  TaskRunContext,
  TaskRunner,
} from '../kibana';
import { resolveCalls } from './resolve_calls';
import { readResolverState, writeResolverState } from './state';

/** A longer run is cancelled between two batches, and the next one goes on; long enough for 3,000,000 records. */
const TIMEOUT = '10m';

interface Dependencies {
  /** A client with the rights of the admin who ran the setup. */
  readonly getClient: (fakeRequest: KibanaRequest) => Promise<ElasticsearchClient>;
  readonly logger: Logger;
}

type TaskState = Record<string, unknown>;

const NO_KEY =
  'The call resolver has no API key to work with. An administrator has to run the setup again.';

const recordError = async (
  es: ElasticsearchClient,
  { reason, logger }: { readonly reason: string; readonly logger: Logger }
): Promise<void> => {
  try {
    await writeResolverState(es, { ...(await readResolverState(es)), last_error: reason });
  } catch (error) {
    logger.debug(`The error could not be recorded either: ${elasticsearchReason(error)}`);
  }
};

const runOnce = async (
  { getClient, logger }: Dependencies,
  { fakeRequest }: TaskRunContext,
  signal: AbortSignal
): Promise<TaskState> => {
  if (!fakeRequest) {
    logger.error(NO_KEY);
    return { status: 'failed', reason: NO_KEY };
  }
  const es = await getClient(fakeRequest);
  try {
    const { checkpoint, ...counts } = await resolveCalls({ es, logger, signal });
    const { records, calls, created, updated } = counts;
    logger.debug(`${records} records, ${calls} calls: ${created} created, ${updated} updated`);
    return { status: signal.aborted ? 'cancelled' : 'done', checkpoint, ...counts };
  } catch (error) {
    if (error instanceof VishingError && error.code === 'not_set_up')
      return { status: 'not_set_up' };
    const reason = elasticsearchReason(error);
    logger.error(`Calls could not be resolved, the next run tries again: ${reason}`);
    await recordError(es, { reason, logger });
    return { status: 'failed', reason };
  }
};

/**
 * The Task Manager task that resolves calls. It never throws: an error stands in the log, in the task's state and in
 * `vishing-state`, and the next run tries again.
 */
export const createResolverTask = (dependencies: Dependencies): TaskDefinition => ({
  title: 'Voice phishing: resolve calls',
  description:
    'Makes one document of all records of a call, and finds the people and numbers on it.',
  timeout: TIMEOUT,
  maxAttempts: 1,
  createTaskRunner(context): TaskRunner {
    const controller = new AbortController();
    return {
      async run() {
        return { state: await runOnce(dependencies, context, controller.signal) };
      },
      cancel() {
        controller.abort();
        return Promise.resolve();
      },
    };
  },
});
