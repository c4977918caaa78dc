import type { StoredPerson } from '../../../common/model/person';
import { backgroundTask, type TaskDependencies } from '../../background/background_task';
import type { ElasticsearchClient, TaskDefinition } from '../../kibana';
import { syncPeople } from './sync_people';
import { readSyncState, writeSyncState } from './sync_state';

/** The first run of a large company reads 100,000 users. */
const TIMEOUT = '10m';

interface Dependencies extends TaskDependencies {
  /** Asks for the calls of these people to be resolved again. */
  readonly onChanged: (es: ElasticsearchClient, people: readonly StoredPerson[]) => Promise<void>;
}

/** The Task Manager task that reads people from other directories. */
export const createSyncTask = ({ getClient, logger, onChanged }: Dependencies): TaskDefinition =>
  backgroundTask({
    getClient,
    logger,
    title: 'Voice phishing: synchronise people',
    description:
      'Reads people from Entra ID, Active Directory, Okta and Duo, and their hosts from logons, into the directory.',
    timeout: TIMEOUT,
    noKey:
      'The directory synchronisation has no API key to work with. An administrator has to run the setup again.',
    failed: 'People could not be synchronised',
    async run(es, signal) {
      const result = await syncPeople({
        es,
        logger,
        signal,
        onChanged: (people) => onChanged(es, people),
      });
      const { users, created, updated } = result;
      logger.debug(`${users} users read, ${created} people added, ${updated} changed`);
      return { ...result };
    },
    async recordError(es, reason) {
      await writeSyncState(es, { ...(await readSyncState(es)), last_error: reason });
    },
  });
