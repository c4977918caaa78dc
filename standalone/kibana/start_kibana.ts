import { join } from 'node:path';
import type { KibanaRequest, Logger, ScopedClusterClient } from '../../server/kibana';
import { bundlePlatform } from './browser/bundle_platform';
import { createDetectionEngine } from './detection_engine/detection_engine';
import { ensureAlertIndex } from './detection_engine/alerts/alert_index';
import type { RuleRunner } from './detection_engine/runner/rule_runner';
import { openElasticsearch } from './elasticsearch/clients';
import {
  internalAuthorization,
  type ElasticsearchOptions,
} from './elasticsearch/internal_credentials';
import { registerAuthScheme } from './http/auth_scheme';
import { createHttpServer } from './http/http_server';
import { authorizationOf, DEFAULT_SPACE, spaceOf } from './http/identity';
import { listen } from './http/listen';
import { registerPluginRoutes } from './http/plugin_routes';
import { createSelfClient } from './http/self_client';
import { registerSessionCookie } from './http/session';
import { registerAppRoutes } from './pages/app_routes';
import { registerLoginRoutes } from './pages/login_routes';
import { openSettingsStore } from './pages/settings_store';
import { registerStaticRoutes } from './pages/static_routes';
import { registerStatusRoute } from './pages/status_route';
import { readPluginFolder } from './plugins/load_plugin';
import { hostPlugin } from './plugins/plugin_host';
import { openObjectStore } from './saved_objects/object_store';
import { createSavedObjectsClient } from './saved_objects/saved_objects_client';
import { createApiKeys } from './security/api_keys';
import { createAuthenticator } from './security/authentication';
import { createAuditLog } from './security/audit_log';
import { createAuthorization } from './security/authorization';
import { SIEM_FEATURE } from './security/siem_feature';
import { keepTrying } from './keep_trying';
import { createTaskManager } from './task_manager/task_manager';

export interface KibanaOptions {
  /** The built plugin's folder, `.../kibana/vishing`. */
  readonly pluginDir: string;
  readonly elasticsearch: ElasticsearchOptions;
  /** 0 or absent takes a free port. */
  readonly port?: number;
  readonly host?: string;
  /** Tasks, rules, settings and the cookie key live here and survive restarts. */
  readonly dataDir: string;
  /** Where the page's own bundles are kept; default below `dataDir`. */
  readonly cacheDir?: string;
  readonly log: Logger;
  /** `false` leaves out `core.http.selfClient`, as every Kibana before 9.6 does. */
  readonly selfClient?: boolean;
}

export interface RunningKibana {
  /** Such as `http://127.0.0.1:5601`. */
  readonly url: string;
  readonly taskManager: {
    /** Runs a scheduled task now and waits for its end. @throws when no such task is scheduled */
    runNow(taskId: string): Promise<void>;
  };
  readonly detectionEngine: Pick<RuleRunner, 'runAllRules'>;
  stop(): Promise<void>;
}

/**
 * Starts the stand-in for Kibana around a built plugin. It answers with 503 while Elasticsearch is down and recovers by itself.
 * @throws KibanaStartError with a sentence for the person at the terminal
 */
export const startKibana = async (options: KibanaOptions): Promise<RunningKibana> => {
  const { log, dataDir, host = '127.0.0.1' } = options;
  const plugin = readPluginFolder(options.pluginDir);
  const { kibanaVersion } = plugin.manifest;
  const platform = await bundlePlatform(options.cacheDir ?? join(dataDir, 'bundles'));
  const { url: elasticsearchUrl } = options.elasticsearch;
  const es = openElasticsearch(
    elasticsearchUrl,
    await internalAuthorization(options.elasticsearch)
  );
  const server = await createHttpServer({ host, port: options.port ?? 0, kibanaVersion, log });
  const clientsFor = (request: KibanaRequest): ScopedClusterClient => ({
    get asCurrentUser() {
      return es.as(authorizationOf(request));
    },
    asInternalUser: es.asInternalUser,
  });
  const apiKeys = createApiKeys(es);
  const taskManager = createTaskManager({ dataDir, apiKeys, log });
  const hosted = await hostPlugin(plugin, {
    log,
    kibanaVersion,
    taskManager,
    clientsFor,
    asInternalUser: es.asInternalUser,
    audit: createAuditLog(dataDir),
    selfClient: options.selfClient === false ? undefined : createSelfClient(() => server.info.uri),
  });
  const detectionEngine = createDetectionEngine({ dataDir, es, apiKeys, kibanaVersion, log });
  const authorization = createAuthorization(es, [...hosted.features, SIEM_FEATURE]);
  const authenticator = createAuthenticator(es);

  registerSessionCookie(server, dataDir);
  registerAuthScheme(server, authenticator, elasticsearchUrl);
  registerStaticRoutes(server, platform, plugin);
  registerLoginRoutes(server, authenticator, elasticsearchUrl);
  registerStatusRoute(server, es, kibanaVersion);
  registerAppRoutes(server, {
    authorization,
    settings: openSettingsStore(dataDir),
    kibanaVersion,
    elasticsearchUrl,
    homeApp: plugin.manifest.id,
    pluginIds: [plugin.manifest.id],
  });
  const objects = openObjectStore(dataDir);
  registerPluginRoutes(server, [...hosted.routes, ...detectionEngine.routes], {
    authorization,
    elasticsearchUrl,
    log,
    clientsFor,
    savedObjectsFor: (request) =>
      createSavedObjectsClient({
        store: objects,
        types: hosted.savedObjectTypes,
        spaceId: spaceOf(request),
        allowed: (actions) =>
          authorization.allowed(authorizationOf(request), spaceOf(request), actions),
      }),
  });

  const preparation = keepTrying(
    'Preparing Elasticsearch',
    async () => {
      await authorization.registerPrivileges();
      await ensureAlertIndex(es.asInternalUser, DEFAULT_SPACE);
    },
    log
  );
  await preparation.firstTry;
  hosted.start();
  await listen(server, host);
  taskManager.startPolling();
  detectionEngine.startPolling();
  log.info(`Listening on ${server.info.uri}`);
  return {
    url: server.info.uri,
    taskManager: { runNow: taskManager.runNow },
    detectionEngine: { runAllRules: detectionEngine.runAllRules },
    stop: async () => {
      preparation.stop();
      await Promise.all([taskManager.stop(), detectionEngine.stop()]);
      hosted.stop();
      await server.stop({ timeout: 1000 });
      await es.close();
    },
  };
};
