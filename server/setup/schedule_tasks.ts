import type { AssetResult } from '../../common/api/setup';
import {
  INDICATOR_TASK_ID,
  INDICATOR_TASK_TYPE,
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

/** Threat intelligence integrations poll their servers about as often. */
export const INDICATOR_INTERVAL = '1h';

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
const INDICATORS: BackgroundTask = {
  id: INDICATOR_TASK_ID,
  name: 'Phone indicators of threat intelligence',
  taskType: INDICATOR_TASK_TYPE,
  interval: INDICATOR_INTERVAL,
};

/** Work that goes on without anybody. */
export const BACKGROUND_TASKS: readonly BackgroundTask[] = [RESOLVER, SYNC, INDICATORS];

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
 * Schedules all background tasks with the rights of the person who asks: Task Manager makes an API key from the request.
 * Never throws: each result says why it failed.
 */
export const scheduleTasks = async (
  taskManager: TaskManagerStart,
  request: KibanaRequest
): Promise<AssetResult[]> => {
  const results: AssetResult[] = [];
  for (const task of BACKGROUND_TASKS) {
    results.push(await scheduleTask(taskManager, request, task));
  }
  return results;
};
