import { elasticsearchStatus } from '../elasticsearch_errors';
import type { TaskManagerStart } from '../kibana';

/** Task Manager answers an unknown task with a 404 in the form of a boom error. */
const statusOf = (error: unknown): number | undefined =>
  elasticsearchStatus(error) ??
  (error as { output?: { statusCode?: number } } | undefined)?.output?.statusCode;

/** Whether the setup has scheduled this task. */
export const isScheduled = async (taskManager: TaskManagerStart, id: string): Promise<boolean> => {
  try {
    await taskManager.get(id);
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
};
