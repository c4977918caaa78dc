import { getRetention, previewRetention, putRetention } from '../../common/api/retention';
import { RETENTION_TASK_ID } from '../../common/constants';
import type { ElasticsearchClient, TaskManagerStart } from '../kibana';
import { countExpired } from '../retention/expired';
import { readRetentionState, updateRetentionState } from '../retention/retention_state';
import { scheduleRetention } from '../retention/retention_task';
import { isScheduled } from '../setup/is_scheduled';
import { assertSetUp } from '../stores/assert_set_up';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';

const statusOf = async (es: ElasticsearchClient, taskManager: TaskManagerStart) => ({
  ...(await readRetentionState(es)),
  scheduled: await isScheduled(taskManager, RETENTION_TASK_ID),
});

/** Routes of the setup page's section on how long data is kept. */
export const registerRetentionRoutes = (dependencies: RouteDependencies): void => {
  const { started } = dependencies;

  defineRoute(dependencies, getRetention, async ({ es }) =>
    statusOf(es, (await started()).plugins.taskManager)
  );

  defineRoute(dependencies, previewRetention, ({ es, body }) =>
    countExpired(es, body.settings, Date.now())
  );

  defineRoute(dependencies, putRetention, async ({ es, body, request }) => {
    await assertSetUp(es);
    const { core, plugins } = await started();
    await updateRetentionState(es, {
      settings: body.settings,
      changed_at: new Date().toISOString(),
      changed_by: core.security.authc.getCurrentUser(request)?.username,
    });
    const keepsAll = Object.values(body.settings).every((days) => days === undefined);
    if (keepsAll) await plugins.taskManager.removeIfExists(RETENTION_TASK_ID);
    else await scheduleRetention(plugins.taskManager, request);
    return statusOf(es, plugins.taskManager);
  });
};
