import { join } from 'node:path';
import {
  INDICATOR_TASK_TYPE,
  RESOLVER_TASK_TYPE,
  RETENTION_TASK_TYPE,
  SYNC_TASK_TYPE,
} from '../common/constants';
import type { Source } from '../common/model/source';
import type { TaskDependencies } from './background/background_task';
import { storeLookups } from './directory/lookups/store_lookups';
import { createSyncTask } from './directory/sync/sync_task';
import { vishingFeature } from './feature';
import type {
  CoreSetup,
  CoreStart,
  KibanaRequest,
  Logger,
  Plugin,
  PluginInitializerContext,
  PluginsSetup,
  PluginsStart,
} from './kibana';
import { createKnowledge, type Knowledge } from './knowledge';
import { formatInternational } from './numbers/format_number';
import { reresolveNumbers, reresolvePeople } from './resolver/requests';
import { createResolverTask } from './resolver/resolver_task';
import { registerCoverageRoutes } from './routes/coverage_routes';
import { registerBacktestRoutes } from './routes/backtest_routes';
import { registerDirectoryRoutes } from './routes/directory_routes';
import { createRetentionTask } from './retention/retention_task';
import { registerInvestigationRoutes } from './routes/investigation_routes';
import { registerPeopleRoutes } from './routes/people_routes';
import type { RouteDependencies } from './routes/route_dependencies';
import { registerRetentionRoutes } from './routes/retention_routes';
import { registerRuleRoutes } from './routes/rule_routes';
import { registerSetupRoutes } from './routes/setup_routes';
import { registerSourceRoutes } from './routes/source_routes';
import { registerWatchlistRoutes } from './routes/watchlist_routes';
import { registerWhyRoutes } from './routes/why_routes';
import { registerSubjectRoutes } from './routes/subject_routes';
import { markTargets } from './targets/mark_targets';
import { tuningType } from './tuning/tuning_type';
import type { Content, ContentFailure } from './setup/content';
import { loadContent } from './setup/load_content';
import { createIndicatorTask } from './watchlist/indicator_task';
import { loadSources, SOURCES_FOLDER } from './sources/load_sources';

/** Both the source tree and the built plugin keep the content beside this file. */
const CONTENT_DIR = join(__dirname, 'content');
const DEFAULT_SPACE = 'default';

/** Wires the plugin on the server; the only place that constructs things. Nothing is created in Elasticsearch here. */
export class VishingPlugin implements Plugin {
  private spaces: PluginsStart['spaces'];

  constructor(private readonly context: PluginInitializerContext) {}

  setup(core: CoreSetup, plugins: PluginsSetup): void {
    const logger = this.context.logger.get();
    plugins.features.registerKibanaFeature(vishingFeature);
    core.savedObjects.registerType(tuningType);
    const started = async (): Promise<{ core: CoreStart; plugins: PluginsStart }> => {
      const [coreStart, pluginsStart] = await core.getStartServices();
      return { core: coreStart, plugins: pluginsStart };
    };
    const getClient: TaskDependencies['getClient'] = async (request) =>
      (await started()).core.elasticsearch.client.asScoped(request).asCurrentUser;
    const task = (name: string): TaskDependencies => ({
      getClient,
      logger: this.context.logger.get(name),
    });
    const knowledge = createKnowledge(CONTENT_DIR);
    for (const { file, reason } of knowledge.broken) logger.error(`${file}: ${reason}`);
    plugins.taskManager.registerTaskDefinitions({
      [RESOLVER_TASK_TYPE]: createResolverTask({
        ...task('resolver'),
        followUp: async (es, nowMs) => {
          await storeLookups(es);
          await markTargets({ es, nowMs, signal: knowledge.resetSignal() });
        },
      }),
      [RETENTION_TASK_TYPE]: createRetentionTask(task('retention')),
      [SYNC_TASK_TYPE]: createSyncTask({ ...task('directory'), onChanged: reresolvePeople }),
      [INDICATOR_TASK_TYPE]: createIndicatorTask({
        ...task('indicators'),
        onChanged: reresolveNumbers,
      }),
    });
    const dependencies: RouteDependencies = {
      router: core.http.createRouter(),
      logger: this.context.logger.get('routes'),
      content: withBrokenRules(loadContent(CONTENT_DIR), knowledge),
      sources: readSources(logger),
      knowledge: knowledge.ofSpace,
      spaceOf: (request) => this.spaceOf(request),
      audit: async (request, event) =>
        (await started()).core.security.audit?.asScoped(request).log(event),
      formatNumber: formatInternational,
      started,
    };
    registerInvestigationRoutes(dependencies);
    registerSetupRoutes(dependencies);
    registerRuleRoutes(dependencies);
    registerCoverageRoutes(dependencies);
    registerWhyRoutes(dependencies);
    registerBacktestRoutes(dependencies);
    registerRetentionRoutes(dependencies);
    registerDirectoryRoutes(dependencies);
    registerPeopleRoutes(dependencies);
    registerSourceRoutes(dependencies);
    registerWatchlistRoutes(dependencies);
    registerSubjectRoutes(dependencies);
  }

  start(_core: CoreStart, plugins: PluginsStart): void {
    this.spaces = plugins.spaces;
  }

  private spaceOf(request: KibanaRequest): string {
    return this.spaces?.spacesService.getSpaceId(request) ?? DEFAULT_SPACE;
  }
}

/** A broken source shows up in the setup as the router that cannot be completed; the rest of the app stays up. */
const readSources = (logger: Logger): Source[] => {
  try {
    return loadSources(join(CONTENT_DIR, SOURCES_FOLDER));
  } catch (error) {
    logger.error(error instanceof Error ? error : String(error));
    return [];
  }
};

/** A rule or signal that cannot be read shows up in the setup like any other failed asset. */
const withBrokenRules = (content: Content, { broken }: Knowledge): Content => ({
  ...content,
  failures: [
    ...content.failures,
    ...broken.map(({ file, reason }): ContentFailure => ({ kind: 'rule', id: file, file, reason })),
  ],
});
