/**
 * The slice of Kibana's server contract that this plugin uses: types only, nothing is imported from Kibana.
 * Sources: elastic/kibana 9.x, `src/core/packages/{lifecycle,http,elasticsearch,security}/server` and the
 * `features`, `taskManager`, `security` and `spaces` plugins. The stand-in implements exactly this.
 */
import type { Client } from '@elastic/elasticsearch';
import type { HttpSelfService } from './kibana_self_client';
import type { SavedObjectsClient, SavedObjectsType } from './kibana_saved_objects';

/** Elasticsearch as Kibana hands it out: the official client (in Kibana's own version) less its housekeeping. */
export type ElasticsearchClient = Omit<
  Client,
  'connectionPool' | 'serializer' | 'extend' | 'close' | 'diagnostic'
>;

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string | Error): void;
  get(...childContext: string[]): Logger;
}

export interface PluginInitializerContext {
  readonly logger: { get(...context: string[]): Logger };
  readonly env: { readonly packageInfo: { readonly version: string } };
}

/** An incoming request, after validation. */
export interface KibanaRequest<P = unknown, Q = unknown, B = unknown> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly url: URL;
  /** Of every privilege that the route names, whether the person has it. */
  readonly authzResult?: Readonly<Record<string, boolean>>;
  /** `aborted$` fires when the client goes away before the answer is sent. */
  readonly events: { readonly aborted$: { subscribe(next: () => void): { unsubscribe(): void } } };
}

export interface KibanaResponse {
  readonly status: number;
  readonly payload?: unknown;
  readonly options?: HttpResponseOptions;
}

export interface HttpResponseOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CustomHttpResponseOptions extends HttpResponseOptions {
  readonly statusCode: number;
}

export interface KibanaResponseFactory {
  ok(options?: HttpResponseOptions): KibanaResponse;
  noContent(options?: HttpResponseOptions): KibanaResponse;
  badRequest(options?: HttpResponseOptions): KibanaResponse;
  forbidden(options?: HttpResponseOptions): KibanaResponse;
  notFound(options?: HttpResponseOptions): KibanaResponse;
  conflict(options?: HttpResponseOptions): KibanaResponse;
  customError(options: CustomHttpResponseOptions): KibanaResponse;
}

export interface ScopedClusterClient {
  /** Acts with the rights of the person who made the request. */
  readonly asCurrentUser: ElasticsearchClient;
  /** Acts as `kibana_system`, which may not see user data. */
  readonly asInternalUser: ElasticsearchClient;
}

export interface CoreRequestHandlerContext {
  readonly elasticsearch: { readonly client: ScopedClusterClient };
  /** The client acts in the request's space with the person's own Kibana privileges. */
  readonly savedObjects: { readonly client: SavedObjectsClient };
}

export interface RequestHandlerContext {
  readonly core: Promise<CoreRequestHandlerContext>;
}

export type RequestHandler = (
  context: RequestHandlerContext,
  request: KibanaRequest,
  response: KibanaResponseFactory
) => Promise<KibanaResponse>;

/** The result of a validation function: made by the two functions that Kibana passes to it. */
export type RouteValidationResult<T> = { value: T } | { error: Error };
export interface RouteValidationResultFactory {
  ok<T>(value: T): { value: T };
  badRequest(error: Error | string, path?: string[]): { error: Error };
}
/** The one form of validator that every Kibana 9 accepts (zod and config-schema differ by version). */
export type RouteValidationFunction<T = unknown> = (
  data: unknown,
  result: RouteValidationResultFactory
) => RouteValidationResult<T>;

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Names of API privileges; of `anyRequired` one is enough. Kibana refuses a name that stands twice. */
export type RequiredPrivilege = string | { readonly anyRequired: readonly string[] };

export interface RouteSecurity {
  readonly authz:
    | { readonly requiredPrivileges: readonly RequiredPrivilege[] }
    | { readonly enabled: false; readonly reason: string };
}

export interface VersionedRouteConfig {
  readonly path: string;
  readonly access: 'internal' | 'public';
  readonly security: RouteSecurity;
  readonly summary?: string;
  readonly options?: {
    readonly body?: {
      readonly maxBytes?: number;
      readonly accepts?: string | string[];
      readonly output?: 'data' | 'stream';
      readonly parse?: boolean;
    };
    readonly timeout?: { readonly idleSocket?: number; readonly payload?: number };
  };
}

export interface AddVersionOptions {
  readonly version: string;
  readonly validate: {
    readonly request?: {
      readonly params?: RouteValidationFunction;
      readonly query?: RouteValidationFunction;
      readonly body?: RouteValidationFunction;
    };
  };
}

export interface VersionedRoute {
  addVersion(options: AddVersionOptions, handler: RequestHandler): VersionedRoute;
}

export interface Router {
  readonly versioned: Record<HttpMethod, (config: VersionedRouteConfig) => VersionedRoute>;
}

export interface AuthenticatedUser {
  readonly username: string;
  readonly full_name?: string;
  readonly roles: readonly string[];
}

/** One line of the audit log, in ECS. Source: the `security` plugin's `AuditEvent`. */
export interface AuditEvent {
  readonly message: string;
  readonly event: {
    readonly action: string;
    readonly category: readonly string[];
    readonly type: readonly string[];
    readonly outcome: 'success' | 'failure' | 'unknown';
  };
  readonly labels: Readonly<Record<string, string>>;
}

/** Adds who it was, and writes nothing unless `xpack.security.audit.enabled` is set. */
export interface AuditService {
  asScoped(request: KibanaRequest): { log(event: AuditEvent): void };
}

export interface CoreStart {
  readonly elasticsearch: {
    readonly client: {
      readonly asInternalUser: ElasticsearchClient;
      asScoped(request: KibanaRequest): ScopedClusterClient;
    };
  };
  readonly http: { readonly selfClient?: HttpSelfService };
  readonly security: {
    readonly authc: { getCurrentUser(request: KibanaRequest): AuthenticatedUser | null };
    /** Absent where security is switched off. */
    readonly audit?: AuditService;
  };
}

export interface CoreSetup<StartPlugins extends object = PluginsStart> {
  readonly http: { createRouter(): Router };
  readonly savedObjects: { registerType(type: SavedObjectsType): void };
  getStartServices(): Promise<[CoreStart, StartPlugins, unknown]>;
}

/** `features` plugin, setup contract: declares our Kibana privileges. */
export interface FeaturesSetup {
  registerKibanaFeature(feature: KibanaFeatureConfig): void;
}

export interface FeaturePrivilege {
  readonly app?: readonly string[];
  readonly catalogue?: readonly string[];
  readonly api?: readonly string[];
  readonly savedObject: { readonly all: readonly string[]; readonly read: readonly string[] };
  readonly ui: readonly string[];
}

export interface KibanaFeatureConfig {
  readonly id: string;
  readonly name: string;
  readonly order?: number;
  readonly category: AppCategory;
  readonly app: readonly string[];
  readonly catalogue?: readonly string[];
  readonly privileges: { readonly all: FeaturePrivilege; readonly read: FeaturePrivilege };
  readonly subFeatures?: readonly SubFeatureConfig[];
}

/** A part of a feature that roles can leave out; then Kibana grants `minimal_all` or `minimal_read`. */
export interface SubFeatureConfig {
  readonly name: string;
  readonly privilegeGroups: readonly {
    readonly groupType: 'independent' | 'mutually_exclusive';
    readonly privileges: readonly SubFeaturePrivilege[];
  }[];
}

export interface SubFeaturePrivilege extends FeaturePrivilege {
  readonly id: string;
  readonly name: string;
  /** `read` is part of both levels, `none` of neither. */
  readonly includeIn: 'all' | 'read' | 'none';
}

export interface AppCategory {
  readonly id: string;
  readonly label: string;
  readonly order?: number;
  readonly euiIconType?: string;
}

/** `taskManager` plugin. A task that is scheduled with a request runs with an API key made for that person. */
export interface TaskRunContext {
  readonly taskInstance: {
    readonly id: string;
    readonly state: Record<string, unknown>;
    readonly params: Record<string, unknown>;
  };
  readonly fakeRequest?: KibanaRequest;
}

export interface TaskRunner {
  run(): Promise<{ state: Record<string, unknown> }>;
  cancel?(): Promise<void>;
}

export interface TaskDefinition {
  readonly title: string;
  readonly description?: string;
  /** Such as `5m`; a run that lasts longer is cancelled. */
  readonly timeout?: string;
  readonly maxAttempts?: number;
  createTaskRunner(context: TaskRunContext): TaskRunner;
}

export interface TaskManagerSetup {
  registerTaskDefinitions(definitions: Readonly<Record<string, TaskDefinition>>): void;
}

export interface TaskInstance {
  readonly id: string;
  readonly taskType: string;
  readonly schedule?: { readonly interval: string };
  readonly params: Record<string, unknown>;
  readonly state: Record<string, unknown>;
}

export interface TaskManagerStart {
  ensureScheduled(
    task: TaskInstance,
    options?: { readonly request?: KibanaRequest }
  ): Promise<TaskInstance>;
  /** Runs a scheduled task now instead of at its next time. @throws when it runs already or does not exist */
  runSoon(taskId: string): Promise<{ id: string }>;
  /** @throws an error with `output.statusCode` 404 when there is no such task */
  get(taskId: string): Promise<TaskInstance & { runAt?: Date; status?: string }>;
  removeIfExists(taskId: string): Promise<void>;
}

/** `spaces` plugin, start contract. */
export interface SpacesStart {
  readonly spacesService: { getSpaceId(request: KibanaRequest): string };
}

export interface PluginsSetup {
  readonly features: FeaturesSetup;
  readonly taskManager: TaskManagerSetup;
}

export interface PluginsStart {
  readonly taskManager: TaskManagerStart;
  readonly spaces?: SpacesStart;
}

/** What Kibana expects of the object that `plugin()` returns. */
export interface Plugin {
  setup(core: CoreSetup, plugins: PluginsSetup): void;
  start(core: CoreStart, plugins: PluginsStart): void;
  stop?(): void;
}
