import type { SetupStatus } from '../../common/api/setup';
import {
  CALL_DATA_STREAM_PATTERN,
  CALLS_INDEX,
  RESOLVER_TASK_ID,
  STATE_INDEX,
} from '../../common/constants';
import { isMissingIndex } from '../elasticsearch_errors';
import { readText } from '../investigation/read_field';
import type { ElasticsearchClient, TaskManagerStart } from '../kibana';
import type { Content } from './content';
import { readAssetStatus } from './install_assets';
import { isScheduled } from './is_scheduled';
import { BACKGROUND_TASKS } from './schedule_tasks';

export interface SetupStatusContext {
  readonly es: ElasticsearchClient;
  readonly content: Content;
  readonly taskManager: TaskManagerStart;
  /** True when Kibana lets the server call the Detection Engine. */
  readonly rulesViaServer: boolean;
}

const unlessMissing = async <T>(answer: Promise<T>): Promise<T | undefined> => {
  try {
    return await answer;
  } catch (error) {
    if (isMissingIndex(error)) return undefined;
    throw error;
  }
};

const readResolver = async (
  es: ElasticsearchClient
): Promise<Omit<SetupStatus['resolver'], 'scheduled'>> => {
  const state = await unlessMissing(es.get({ index: STATE_INDEX, id: 'resolver' }));
  const checkpoint = readText(state?._source, 'checkpoint');
  const [calls, waiting] = await Promise.all([
    unlessMissing(es.count({ index: CALLS_INDEX })),
    unlessMissing(
      es.count({
        index: CALL_DATA_STREAM_PATTERN,
        query: {
          bool: {
            filter: [{ term: { 'event.kind': 'event' } }],
            must: checkpoint ? [{ range: { 'event.ingested': { gt: checkpoint } } }] : [],
          },
        },
      })
    ),
  ]);
  return {
    last_run: readText(state?._source, 'last_run'),
    last_error: readText(state?._source, 'last_error'),
    calls: calls?.count,
    waiting: waiting?.count,
  };
};

/** What is installed and how the resolver is doing; changes nothing. */
export const readSetupStatus = async (context: SetupStatusContext): Promise<SetupStatus> => {
  const { es, content, taskManager, rulesViaServer } = context;
  const [assets, tasks, resolver] = await Promise.all([
    readAssetStatus(es, content),
    Promise.all(
      BACKGROUND_TASKS.map(async ({ id, name }): Promise<SetupStatus['assets'][number]> => {
        const state = (await isScheduled(taskManager, id)) ? 'current' : 'missing';
        return { kind: 'task', id, name, state };
      })
    ),
    readResolver(es),
  ]);
  const scheduled = tasks.some(({ id, state }) => id === RESOLVER_TASK_ID && state === 'current');
  return {
    assets: [...assets, ...tasks],
    rules_via_server: rulesViaServer,
    resolver: { scheduled, ...resolver },
  };
};
