import { RETENTION_TASK_ID, RETENTION_TASK_TYPE } from '../../common/constants';
import { backgroundTask, type TaskDependencies } from '../background/background_task';
import type { KibanaRequest, TaskDefinition, TaskManagerStart } from '../kibana';
import { applyRetention } from './apply_retention';
import { updateRetentionState } from './retention_state';

/** A longer run is cancelled between two batches, and the next one goes on. */
const TIMEOUT = '30m';
const INTERVAL = '1h';

/** The Task Manager task that deletes what is older than the retention. */
export const createRetentionTask = ({ getClient, logger }: TaskDependencies): TaskDefinition =>
  backgroundTask({
    getClient,
    logger,
    title: 'Voice phishing: apply the retention',
    description: 'Deletes raw records, calls and directory entries that are older than was set.',
    timeout: TIMEOUT,
    noKey:
      'The retention has no API key to work with. An administrator has to save it on the Setup page again.',
    failed: 'Old data could not be deleted',
    async run(es, signal) {
      const removed = await applyRetention({ es, signal });
      const { records, calls, people } = removed;
      logger.debug(`Deleted ${records} records, ${calls} calls and ${people} people`);
      return { ...removed };
    },
    recordError: (es, reason) =>
      updateRetentionState(es, { last_error: reason, running_since: null }),
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
