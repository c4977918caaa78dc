import { join } from 'node:path';
import { z } from 'zod';
import { openJsonFile } from '../json_file';

const record = z.record(z.string(), z.unknown());

const taskSchema = z.object({
  id: z.string(),
  taskType: z.string(),
  schedule: z.object({ interval: z.string() }).optional(),
  params: record,
  state: record,
  /** ISO instant of the next run. */
  runAt: z.string(),
  status: z.enum(['idle', 'running', 'failed']),
  /** Failed runs in a row. */
  attempts: z.number(),
  spaceId: z.string(),
  apiKey: z.object({ id: z.string().optional(), encoded: z.string() }).optional(),
});
export type StoredTask = z.infer<typeof taskSchema>;

export interface TaskStore {
  all(): readonly StoredTask[];
  find(id: string): StoredTask | undefined;
  put(task: StoredTask): void;
  remove(id: string): void;
}

/** Scheduled tasks, kept in one file, so that a restart goes on where it stopped. A run that was cut off is due again. */
export const openTaskStore = (dataDir: string): TaskStore => {
  const file = openJsonFile(join(dataDir, 'tasks.json'), z.array(taskSchema), []);
  const interrupted = file.read().map((task) => ({ ...task, status: 'idle' as const }));
  if (interrupted.length > 0) file.write(interrupted);
  const others = (id: string): StoredTask[] => file.read().filter((task) => task.id !== id);
  return {
    all: () => file.read(),
    find: (id) => file.read().find((task) => task.id === id),
    put: (task) => file.write([...others(task.id), task]),
    remove: (id) => file.write(others(id)),
  };
};
