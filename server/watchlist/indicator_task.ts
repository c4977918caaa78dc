import type { PullResponse } from '../../common/api/watchlist';
import type { WatchlistEntry } from '../../common/model/watchlist';
import { backgroundTask, type TaskDependencies } from '../background/background_task';
import type { ElasticsearchClient, TaskDefinition } from '../kibana';
import { readIndicatorState, writeIndicatorState, type IndicatorState } from './indicator_state';
import { pullIndicators } from './pull_indicators';

const TIMEOUT = '10m';

interface Dependencies extends TaskDependencies {
  /** Asks for the calls of these numbers to be resolved again. */
  readonly onChanged: (
    es: ElasticsearchClient,
    entries: readonly WatchlistEntry[]
  ) => Promise<void>;
}

/** What is kept of a reading, for the page to show. */
export const stateOf = (
  { read, created, updated, outdated, truncated }: PullResponse,
  nowMs: number
): IndicatorState => ({
  last_run: new Date(nowMs).toISOString(),
  read,
  created,
  updated,
  outdated,
  truncated,
});

/**
 * The Task Manager task that lists the phone numbers of threat intelligence as bad. Only numbers in international form are
 * taken, because nobody is there to say which country a national one is of.
 */
export const createIndicatorTask = ({
  getClient,
  logger,
  onChanged,
}: Dependencies): TaskDefinition =>
  backgroundTask({
    getClient,
    logger,
    title: 'Voice phishing: read phone indicators',
    description: 'Puts phone numbers of the threat intelligence integrations on the watchlist.',
    timeout: TIMEOUT,
    noKey:
      'The reading of phone indicators has no API key to work with. An administrator has to run the setup again.',
    failed: 'Phone indicators could not be read',
    async run(es) {
      const nowMs = Date.now();
      const { response, changed } = await pullIndicators(es, { nowMs });
      await onChanged(es, changed);
      const state = stateOf(response, nowMs);
      await writeIndicatorState(es, state);
      logger.debug(`${response.read} phone indicators read, ${response.created} numbers added`);
      return { ...state };
    },
    async recordError(es, reason) {
      await writeIndicatorState(es, { ...(await readIndicatorState(es)), last_error: reason });
    },
  });
