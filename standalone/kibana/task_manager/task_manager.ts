import type {
  KibanaRequest,
  Logger,
  TaskDefinition,
  TaskInstance,
  TaskManagerSetup,
  TaskManagerStart,
} from '../../../server/kibana';
import { authorizationOf, DEFAULT_SPACE, spaceOf } from '../http/identity';
import type { ApiKeys } from '../security/api_keys';
import { runTask, type TaskRun } from './run_task';
import { openTaskStore, type StoredTask } from './task_store';

const POLL_MS = 1000;
const STOP_MS = 5000;

/** In Kibana a missing saved object has this shape. */
export class TaskNotFoundError extends Error {
  readonly output = { statusCode: 404 };
  constructor(id: string) {
    super(`Saved object [task/${id}] not found`);
    this.name = 'TaskNotFoundError';
  }
}

export interface TaskManager extends TaskManagerSetup, TaskManagerStart {
  /** Runs a task now, or joins the run in progress, and waits for its end. */
  runNow(taskId: string): Promise<void>;
  /** Begins to run due tasks. */
  startPolling(): void;
  stop(): Promise<void>;
}

const isRecurring = (task: StoredTask): boolean => task.schedule !== undefined;

/** A task manager inside one process: intervals, timeouts, one run of a task at a time, state that survives restarts. */
export const createTaskManager = (options: {
  readonly dataDir: string;
  readonly apiKeys: ApiKeys;
  readonly log: Logger;
}): TaskManager => {
  const log = options.log.get('taskManager');
  const store = openTaskStore(options.dataDir);
  const definitions = new Map<string, TaskDefinition>();
  const running = new Map<string, TaskRun>();
  let timer: NodeJS.Timeout | undefined;

  const find = (id: string): StoredTask => {
    const task = store.find(id);
    if (!task) throw new TaskNotFoundError(id);
    return task;
  };

  const finish = (ended: StoredTask): void => {
    running.delete(ended.id);
    if (!store.find(ended.id)) return;
    if (isRecurring(ended)) store.put(ended);
    else store.remove(ended.id);
  };

  const begin = (task: StoredTask): Promise<void> => {
    const definition = definitions.get(task.taskType);
    if (!definition) {
      throw new Error(`No task type "${task.taskType}" is registered, so ${task.id} cannot run.`);
    }
    store.put({ ...task, status: 'running' });
    const run = runTask(task, definition, log);
    running.set(task.id, run);
    return run.done.then(finish);
  };

  const poll = (): void => {
    const due = store
      .all()
      .filter(({ id, taskType }) => definitions.has(taskType) && !running.has(id))
      .filter(({ runAt }) => Date.parse(runAt) <= Date.now());
    for (const task of due) void begin(task);
  };

  const schedule = async (
    task: TaskInstance,
    request: KibanaRequest | undefined
  ): Promise<StoredTask> => {
    const known = store.find(task.id);
    if (known) {
      const updated = { ...known, schedule: task.schedule ?? known.schedule };
      store.put(updated);
      return updated;
    }
    const apiKey = request
      ? await options.apiKeys.grant(`TaskManager: ${task.taskType}`, authorizationOf(request))
      : undefined;
    const stored: StoredTask = {
      ...task,
      runAt: new Date().toISOString(),
      status: 'idle',
      attempts: 0,
      spaceId: request ? spaceOf(request) : DEFAULT_SPACE,
      apiKey,
    };
    store.put(stored);
    return stored;
  };

  const toInstance = ({ apiKey: _secret, runAt, ...task }: StoredTask) => ({
    ...task,
    runAt: new Date(runAt),
  });

  return {
    registerTaskDefinitions: (added) => {
      for (const [type, definition] of Object.entries(added)) definitions.set(type, definition);
    },
    ensureScheduled: async (task, { request } = {}) => toInstance(await schedule(task, request)),
    get: (id) => Promise.resolve().then(() => toInstance(find(id))),
    runSoon: async (id) => {
      const task = find(id);
      if (running.has(id)) {
        throw new Error(`Failed to run task "${id}" as it is currently running`);
      }
      await Promise.resolve(void begin(task));
      return { id };
    },
    removeIfExists: async (id) => {
      const task = store.find(id);
      if (!task) return;
      store.remove(id);
      await running.get(id)?.cancel();
      if (task.apiKey) await options.apiKeys.invalidate([task.apiKey]);
    },
    runNow: async (id) => {
      const current = running.get(id);
      await (current ? current.done : begin(find(id)));
    },
    startPolling: () => {
      timer = setInterval(poll, POLL_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      const runs = [...running.values()];
      await Promise.all(runs.map((run) => run.cancel()));
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_MS).unref());
      await Promise.race([Promise.all(runs.map((run) => run.done)), patience]);
    },
  };
};
