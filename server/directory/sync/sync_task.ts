import type { StoredPerson } from '../../../common/model/person';
import { elasticsearchReason } from '../../elasticsearch_errors';
import { VishingError } from '../../errors';
import type {
  ElasticsearchClient,
  KibanaRequest,
  Logger,
  TaskDefinition,
  TaskRunContext,
  TaskRunner,
} from '../../kibana';
import { syncPeople } from './sync_people';
import { readSyncState, writeSyncState } from './sync_state';

/** The first run of a large company reads 100,000 users. */
const TIMEOUT = '10m';

interface Dependencies {
  /** A client with the rights of the admin who ran the setup. */
  readonly getClient: (fakeRequest: KibanaRequest) => Promise<ElasticsearchClient>;
  readonly logger: Logger;
  /** Asks for the calls of these people to be resolved again. */
  readonly onChanged: (es: ElasticsearchClient, people: readonly StoredPerson[]) => Promise<void>;
}

const NO_KEY =
  'The directory synchronisation has no API key to work with. An administrator has to run the setup again.';

const recordError = async (
  es: ElasticsearchClient,
  { reason, logger }: { readonly reason: string; readonly logger: Logger }
): Promise<void> => {
  try {
    await writeSyncState(es, { ...(await readSyncState(es)), last_error: reason });
  } catch (error) {
    logger.debug(`The error could not be recorded either: ${elasticsearchReason(error)}`);
  }
};

const runOnce = async (
  { getClient, logger, onChanged }: Dependencies,
  { fakeRequest }: TaskRunContext,
  signal: AbortSignal
): Promise<Record<string, unknown>> => {
  if (!fakeRequest) {
    logger.error(NO_KEY);
    return { status: 'failed', reason: NO_KEY };
  }
  const es = await getClient(fakeRequest);
  try {
    const result = await syncPeople({
      es,
      logger,
      signal,
      onChanged: (people) => onChanged(es, people),
    });
    const { users, created, updated } = result;
    logger.debug(`${users} users read, ${created} people added, ${updated} changed`);
    return { status: 'done', ...result };
  } catch (error) {
    if (signal.aborted) return { status: 'cancelled' };
    if (error instanceof VishingError && error.code === 'not_set_up')
      return { status: 'not_set_up' };
    const reason = elasticsearchReason(error);
    logger.error(`People could not be synchronised, the next run tries again: ${reason}`);
    await recordError(es, { reason, logger });
    return { status: 'failed', reason };
  }
};

/** The Task Manager task that reads people from other directories. It never throws; the next run tries again. */
export const createSyncTask = (dependencies: Dependencies): TaskDefinition => ({
  title: 'Voice phishing: synchronise people',
  description: 'Reads people from Entra ID, Active Directory, Okta and Duo into the directory.',
  timeout: TIMEOUT,
  maxAttempts: 1,
  createTaskRunner(context): TaskRunner {
    const controller = new AbortController();
    return {
      async run() {
        return { state: await runOnce(dependencies, context, controller.signal) };
      },
      cancel() {
        controller.abort();
        return Promise.resolve();
      },
    };
  },
});
