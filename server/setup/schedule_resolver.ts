import type { AssetResult } from '../../common/api/setup';
import {
  RESOLVER_TASK_ID,
  RESOLVER_TASK_TYPE,
  SYNC_TASK_ID,
  SYNC_TASK_TYPE,
} from '../../common/constants';
import type { KibanaRequest, TaskManagerStart } from '../kibana';
import { isScheduled } from './is_scheduled';

/** Late enough to be gentle, soon enough for an alert within minutes of a call. */
export const RESOLVER_INTERVAL = '1m';

/** As often as the integrations read the directories themselves. */
export const SYNC_INTERVAL = '15m';

interface BackgroundTask {
  readonly id: string;
  readonly name: string;
  readonly taskType: string;
  readonly interval: string;
}

const RESOLVER: BackgroundTask = {
  id: RESOLVER_TASK_ID,
  name: 'Call resolver',
  taskType: RESOLVER_TASK_TYPE,
  interval: RESOLVER_INTERVAL,
};
const SYNC: BackgroundTask = {
  id: SYNC_TASK_ID,
  name: 'Directory synchronisation',
  taskType: SYNC_TASK_TYPE,
  interval: SYNC_INTERVAL,
};

/** Work that goes on without anybody. */
export const BACKGROUND_TASKS: readonly BackgroundTask[] = [RESOLVER, SYNC];

const scheduleTask = async (
  taskManager: TaskManagerStart,
  request: KibanaRequest,
  { id, name, taskType, interval }: BackgroundTask
): Promise<AssetResult> => {
  const asset = { kind: 'task', id, name } as const;
  try {
    if (await isScheduled(taskManager, id)) return { ...asset, result: 'unchanged' };
    await taskManager.ensureScheduled(
      { id, taskType, schedule: { interval }, params: {}, state: {} },
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

/**
 * Schedules the call resolver with the rights of the person who asks: Task Manager makes an API key from the request.
 * Never throws: the result says why it failed.
 */
export const scheduleResolver = (
  taskManager: TaskManagerStart,
  request: KibanaRequest
): Promise<AssetResult> => scheduleTask(taskManager, request, RESOLVER);

/** Schedules the synchronisation of people in the same way. */
export const scheduleSync = (
  taskManager: TaskManagerStart,
  request: KibanaRequest
): Promise<AssetResult> => scheduleTask(taskManager, request, SYNC);
