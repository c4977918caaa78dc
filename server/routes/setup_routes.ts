import {
  getCompiledRules,
  getSetup,
  installRulesOnServer,
  runResolver,
  runSetup,
} from '../../common/api/setup';
import { RESOLVER_TASK_ID } from '../../common/constants';
import { createDetectionEngineClient } from '../../common/detection_engine/create_client';
import { installRules } from '../../common/detection_engine/install_rules';
import { VishingError } from '../errors';
import { requestRebuild } from '../resolver/requests';
import { createSelfSendRequest } from '../rules/self_client';
import { offerRules } from '../coverage/offer_rules';
import { installAssets } from '../setup/install_assets';
import { isScheduled } from '../setup/is_scheduled';
import { scheduleTasks } from '../setup/schedule_tasks';
import { readSetupStatus } from '../setup/setup_status';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';
import { runSoon } from './run_soon';

/** Routes of the admin's page: what is installed, install, rules, resolver. */
export const registerSetupRoutes = (dependencies: RouteDependencies): void => {
  const { content, knowledge, spaceOf, started } = dependencies;

  defineRoute(dependencies, getSetup, async ({ es }) => {
    const { core, plugins } = await started();
    const rulesViaServer = core.http.selfClient !== undefined;
    return readSetupStatus({ es, content, taskManager: plugins.taskManager, rulesViaServer });
  });

  defineRoute(dependencies, runSetup, async ({ es, request }) => {
    const { plugins } = await started();
    const assets = await installAssets({ es, content });
    return { assets: [...assets, ...(await scheduleTasks(plugins.taskManager, request))] };
  });

  defineRoute(dependencies, getCompiledRules, async ({ es, request, savedObjects, signal }) => ({
    rules: await offerRules(knowledge(spaceOf(request)), { es, savedObjects, signal }),
  }));

  defineRoute(dependencies, installRulesOnServer, async ({ es, request, savedObjects, signal }) => {
    const { core } = await started();
    const { selfClient } = core.http;
    if (!selfClient) {
      throw new VishingError(
        'not_supported',
        'This version of Kibana does not let plugins call its API on the server. Open the Setup page: there the browser installs the rules.'
      );
    }
    const client = createDetectionEngineClient(createSelfSendRequest(selfClient, request));
    const rules = await offerRules(knowledge(spaceOf(request)), { es, savedObjects, signal });
    return { assets: await installRules(client, rules) };
  });

  defineRoute(dependencies, runResolver, async ({ es, body }) => {
    const { taskManager } = (await started()).plugins;
    if (!(await isScheduled(taskManager, RESOLVER_TASK_ID))) {
      throw new VishingError(
        'not_set_up',
        'The call resolver is not scheduled yet. Run the setup first.'
      );
    }
    if (body.rebuild) await requestRebuild(es);
    return { started: await runSoon(taskManager, RESOLVER_TASK_ID) };
  });
};
