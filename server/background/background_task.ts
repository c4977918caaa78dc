import { elasticsearchReason } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type {
  ElasticsearchClient,
  KibanaRequest,
  Logger,
  TaskDefinition,
  TaskRunContext,
  TaskRunner,
} from '../kibana';

/** What every background task gets from the plugin. */
export interface TaskDependencies {
  /** A client with the rights of the admin who scheduled the task. */
  readonly getClient: (fakeRequest: KibanaRequest) => Promise<ElasticsearchClient>;
  readonly logger: Logger;
}

type TaskState = Record<string, unknown>;

interface Work extends TaskDependencies {
  readonly title: string;
  readonly description: string;
  /** A longer run is cancelled; how it goes on is up to the next one. */
  readonly timeout: string;
  /** Logged when Task Manager has no API key of the person who scheduled it. */
  readonly noKey: string;
  /** Logged before the reason of a failure. */
  readonly failed: string;
  /** @returns the task's state after a run */
  readonly run: (es: ElasticsearchClient, signal: AbortSignal) => Promise<TaskState>;
  /** Keeps the reason of a failure where a page shows it. */
  readonly recordError: (es: ElasticsearchClient, reason: string) => Promise<void>;
}

const record = async (
  { recordError, logger }: Work,
  es: ElasticsearchClient,
  reason: string
): Promise<void> => {
  try {
    await recordError(es, reason);
  } catch (error) {
    logger.debug(`The error could not be recorded either: ${elasticsearchReason(error)}`);
  }
};

const runOnce = async (
  work: Work,
  { fakeRequest }: TaskRunContext,
  signal: AbortSignal
): Promise<TaskState> => {
  const { logger, noKey, failed } = work;
  if (!fakeRequest) {
    logger.error(noKey);
    return { status: 'failed', reason: noKey };
  }
  const es = await work.getClient(fakeRequest);
  try {
    const state = await work.run(es, signal);
    return { status: signal.aborted ? 'cancelled' : 'done', ...state };
  } catch (error) {
    if (signal.aborted) return { status: 'cancelled' };
    if (error instanceof VishingError && error.code === 'not_set_up')
      return { status: 'not_set_up' };
    const reason = elasticsearchReason(error);
    logger.error(`${failed}, the next run tries again: ${reason}`);
    await record(work, es, reason);
    return { status: 'failed', reason };
  }
};

/**
 * A Task Manager task that never throws: an error stands in the log, in the task's state and where `recordError` puts it,
 * and the next run tries again.
 */
export const backgroundTask = (work: Work): TaskDefinition => ({
  title: work.title,
  description: work.description,
  timeout: work.timeout,
  maxAttempts: 1,
  createTaskRunner(context): TaskRunner {
    const controller = new AbortController();
    return {
      async run() {
        return { state: await runOnce(work, context, controller.signal) };
      },
      cancel() {
        controller.abort();
        return Promise.resolve();
      },
    };
  },
});
