import type { TaskManagerStart } from '../kibana';

/** @returns false when the task runs already: it will take up what waits by itself */
export const runSoon = async (
  taskManager: Pick<TaskManagerStart, 'runSoon'>,
  id: string
): Promise<boolean> => {
  try {
    await taskManager.runSoon(id);
    return true;
  } catch (error) {
    if (error instanceof Error && /currently running|is running/i.test(error.message)) return false;
    throw error;
  }
};
