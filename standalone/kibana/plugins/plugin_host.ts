import type {
  AuditService,
  AuthenticatedUser,
  CoreStart,
  ElasticsearchClient,
  KibanaFeatureConfig,
  KibanaRequest,
  Logger,
  PluginsStart,
  ScopedClusterClient,
  TaskManagerSetup,
  TaskManagerStart,
} from '../../../server/kibana';
import type { HttpSelfService } from '../../../server/kibana_self_client';
import type { SavedObjectsType } from '../../../server/kibana_saved_objects';
import { identityOf, spaceOf } from '../http/identity';
import { createPluginRouter, type DeclaredRoute } from '../http/plugin_router';
import { instantiatePlugin, type PluginFolder } from './load_plugin';

/** The services of the stand-in that a plugin can reach. */
export interface HostServices {
  readonly log: Logger;
  readonly kibanaVersion: string;
  readonly taskManager: TaskManagerSetup & TaskManagerStart;
  /** Absent where Kibana is too old to have it; the plugin must then do without. */
  readonly selfClient?: HttpSelfService;
  readonly asInternalUser: ElasticsearchClient;
  readonly audit: AuditService;
  clientsFor(request: KibanaRequest): ScopedClusterClient;
}

/** A plugin that was set up: what it declared, and how to go on. */
export interface HostedPlugin {
  readonly features: readonly KibanaFeatureConfig[];
  readonly routes: readonly DeclaredRoute[];
  readonly savedObjectTypes: readonly SavedObjectsType[];
  start(): void;
  stop(): void;
}

const userOf = (request: KibanaRequest): AuthenticatedUser | null =>
  identityOf(request)?.user ?? null;

const coreStartOf = (services: HostServices): CoreStart => ({
  elasticsearch: {
    client: {
      asInternalUser: services.asInternalUser,
      asScoped: services.clientsFor,
    },
  },
  http: services.selfClient ? { selfClient: services.selfClient } : {},
  security: { authc: { getCurrentUser: userOf }, audit: services.audit },
});

/** Runs the plugin's `setup`; features can be registered only during it, as in Kibana. */
export const hostPlugin = async (
  folder: PluginFolder,
  services: HostServices
): Promise<HostedPlugin> => {
  const { id } = folder.manifest;
  const plugin = await instantiatePlugin(folder, {
    logger: { get: (...context) => services.log.get('plugins', id, ...context) },
    env: { packageInfo: { version: services.kibanaVersion } },
  });
  const features: KibanaFeatureConfig[] = [];
  const routes: (readonly DeclaredRoute[])[] = [];
  const savedObjectTypes: SavedObjectsType[] = [];
  const core = coreStartOf(services);
  const plugins: PluginsStart = {
    taskManager: services.taskManager,
    spaces: { spacesService: { getSpaceId: spaceOf } },
  };
  let hasStarted = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    hasStarted = resolve;
  });
  plugin.setup(
    {
      http: {
        createRouter: () => {
          const created = createPluginRouter();
          routes.push(created.routes);
          return created.router;
        },
      },
      savedObjects: { registerType: (type) => savedObjectTypes.push(type) },
      getStartServices: () => started.then(() => [core, plugins, undefined]),
    },
    {
      features: { registerKibanaFeature: (feature) => features.push(feature) },
      taskManager: services.taskManager,
    }
  );
  return {
    features,
    routes: routes.flat(),
    savedObjectTypes,
    start: () => {
      plugin.start(core, plugins);
      hasStarted();
    },
    stop: () => plugin.stop?.(),
  };
};
