import type { Logger, TaskDefinition, TaskRunner } from '../../../server/kibana';
import { toFakeRequest } from '../http/kibana_request';
import { intervalMs } from './duration';
import type { StoredTask } from './task_store';

const DEFAULT_TIMEOUT = '5m';

/** A run in progress. */
export interface TaskRun {
  readonly done: Promise<StoredTask>;
  /** Asks the runner to stop early. */
  cancel(): Promise<void>;
}

const runnerFor = (task: StoredTask, definition: TaskDefinition): TaskRunner =>
  definition.createTaskRunner({
    taskInstance: { id: task.id, state: task.state, params: task.params },
    ...(task.apiKey ? { fakeRequest: toFakeRequest(task.apiKey.encoded, task.spaceId) } : {}),
  });

const nextRun = (task: StoredTask, startedAt: number): string => {
  const interval = task.schedule ? intervalMs(task.schedule.interval) : 0;
  return new Date(Math.max(startedAt + interval, Date.now())).toISOString();
};

/** Runs a task once. A run that lasts longer than the task's timeout is cancelled. Never rejects: a failure is logged. */
export const runTask = (task: StoredTask, definition: TaskDefinition, log: Logger): TaskRun => {
  const startedAt = Date.now();
  let runner: TaskRunner | undefined;
  const cancel = async (): Promise<void> => runner?.cancel?.();
  const timeout = definition.timeout ?? DEFAULT_TIMEOUT;
  const timer = setTimeout(() => {
    log.warn(`Task ${task.id} ran longer than ${timeout} and is cancelled.`);
    cancel().catch((error: unknown) => log.error(`Task ${task.id}: ${String(error)}`));
  }, intervalMs(timeout));
  const work = async (): Promise<StoredTask> => {
    try {
      runner = runnerFor(task, definition);
      const { state } = await runner.run();
      return { ...task, state, status: 'idle', attempts: 0, runAt: nextRun(task, startedAt) };
    } catch (error) {
      log.error(
        `Task ${task.id} failed: ${error instanceof Error ? error.message : String(error)}`
      );
      const attempts = task.attempts + 1;
      return { ...task, status: 'failed', attempts, runAt: nextRun(task, startedAt) };
    } finally {
      clearTimeout(timer);
    }
  };
  return { done: work(), cancel };
};
