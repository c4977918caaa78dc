import type { AssetResult } from '../../common/api/setup';
import { RESOLVER_TASK_ID, RESOLVER_TASK_TYPE } from '../../common/constants';
import type { KibanaRequest, TaskManagerStart } from '../kibana';
import { isScheduled } from './setup_status';

/** Late enough to be gentle, soon enough for an alert within minutes of a call. */
export const RESOLVER_INTERVAL = '1m';

/**
 * Schedules the call resolver with the rights of the person who asks: Task Manager makes an API key from the request.
 * Never throws: the result says why it failed.
 */
export const scheduleResolver = async (
  taskManager: TaskManagerStart,
  request: KibanaRequest
): Promise<AssetResult> => {
  const asset = { kind: 'task', id: RESOLVER_TASK_ID, name: 'Call resolver' } as const;
  try {
    if (await isScheduled(taskManager)) return { ...asset, result: 'unchanged' };
    await taskManager.ensureScheduled(
      {
        id: RESOLVER_TASK_ID,
        taskType: RESOLVER_TASK_TYPE,
        schedule: { interval: RESOLVER_INTERVAL },
        params: {},
        state: {},
      },
      { request }
    );
    return { ...asset, result: 'installed' };
  } catch (error) {
    return {
      ...asset,
      result: 'failed',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
};
