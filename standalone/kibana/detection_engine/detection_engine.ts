import type { Logger } from '../../../server/kibana';
import type { ElasticsearchAccess } from '../elasticsearch/clients';
import { createPluginRouter, type DeclaredRoute } from '../http/plugin_router';
import type { ApiKeys } from '../security/api_keys';
import { registerBulkActionRoute } from './routes/bulk_action_route';
import { registerPrivilegesRoute } from './routes/privileges_route';
import { registerRuleRoutes } from './routes/rule_routes';
import { registerSignalRoutes } from './routes/signal_routes';
import { openRuleStore } from './rules/rule_store';
import { createRuleService } from './rules/rule_service';
import { createRuleRunner, type RuleRunner } from './runner/rule_runner';

/** The stand-in for Elastic Security's Detection Engine. */
export interface DetectionEngine extends RuleRunner {
  readonly routes: readonly DeclaredRoute[];
}

/** Opens the rules of `dataDir`; they begin to run with `startPolling`. */
export const createDetectionEngine = (options: {
  readonly dataDir: string;
  readonly es: ElasticsearchAccess;
  readonly apiKeys: ApiKeys;
  readonly kibanaVersion: string;
  readonly log: Logger;
}): DetectionEngine => {
  const store = openRuleStore(options.dataDir);
  const runner = createRuleRunner(store, options);
  const service = createRuleService({ store, apiKeys: options.apiKeys });
  const { router, routes } = createPluginRouter();
  registerRuleRoutes(router, service, store);
  registerBulkActionRoute(router, service, store);
  registerSignalRoutes(router);
  registerPrivilegesRoute(router);
  return { ...runner, routes };
};
