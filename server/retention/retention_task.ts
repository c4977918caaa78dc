import { elasticsearchReason } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type {
  ElasticsearchClient,
  KibanaRequest,
  Logger,
  TaskDefinition,
  TaskManagerStart,
  TaskRunContext,
} from '../kibana';
import { RETENTION_TASK_ID, RETENTION_TASK_TYPE } from '../../common/constants';
import { applyRetention } from './apply_retention';
import { updateRetentionState } from './retention_state';

/** A longer run is cancelled between two batches, and the next one goes on. */
const TIMEOUT = '30m';
const INTERVAL = '1h';

interface Dependencies {
  /** A client with the rights of the admin who set the retention. */
  readonly getClient: (fakeRequest: KibanaRequest) => Promise<ElasticsearchClient>;
  readonly logger: Logger;
}

const NO_KEY =
  'The retention has no API key to work with. An administrator has to save it on the Setup page again.';

const recordError = async (
  es: ElasticsearchClient,
  { reason, logger }: { readonly reason: string; readonly logger: Logger }
): Promise<void> => {
  try {
    await updateRetentionState(es, { last_error: reason, running_since: null });
  } catch (error) {
    logger.debug(`The error could not be recorded either: ${elasticsearchReason(error)}`);
  }
};

const runOnce = async (
  { getClient, logger }: Dependencies,
  { fakeRequest }: TaskRunContext,
  signal: AbortSignal
): Promise<Record<string, unknown>> => {
  if (!fakeRequest) {
    logger.error(NO_KEY);
    return { status: 'failed', reason: NO_KEY };
  }
  const es = await getClient(fakeRequest);
  try {
    const removed = await applyRetention({ es, signal });
    const { records, calls, people } = removed;
    logger.debug(`Deleted ${records} records, ${calls} calls and ${people} people`);
    return { status: signal.aborted ? 'cancelled' : 'done', ...removed };
  } catch (error) {
    if (error instanceof VishingError && error.code === 'not_set_up')
      return { status: 'not_set_up' };
    const reason = elasticsearchReason(error);
    logger.error(`Old data could not be deleted, the next run tries again: ${reason}`);
    await recordError(es, { reason, logger });
    return { status: 'failed', reason };
  }
};

/** The Task Manager task that deletes what is older than the retention; never throws, the next run tries again. */
export const createRetentionTask = (dependencies: Dependencies): TaskDefinition => ({
  title: 'Voice phishing: apply the retention',
  description: 'Deletes raw records, calls and directory entries that are older than was set.',
  timeout: TIMEOUT,
  maxAttempts: 1,
  createTaskRunner(context) {
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

/** Deletes with the rights of the person who asks from now on: a task of somebody else's is replaced. */
export const scheduleRetention = async (
  taskManager: TaskManagerStart,
  request: KibanaRequest
): Promise<void> => {
  await taskManager.removeIfExists(RETENTION_TASK_ID);
  await taskManager.ensureScheduled(
    {
      id: RETENTION_TASK_ID,
      taskType: RETENTION_TASK_TYPE,
      schedule: { interval: INTERVAL },
      params: {},
      state: {},
    },
    { request }
  );
};
