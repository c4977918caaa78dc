import type {
  AddVersionOptions,
  HttpMethod,
  RequestHandler,
  Router,
  VersionedRoute,
  VersionedRouteConfig,
} from '../../../server/kibana';

/** A route as the plugin declared it. */
export interface DeclaredRoute {
  readonly method: HttpMethod;
  readonly config: VersionedRouteConfig;
  readonly versions: Map<string, { options: AddVersionOptions; handler: RequestHandler }>;
}

/** A router that only writes down what is declared; the HTTP server reads the list when it starts. */
export const createPluginRouter = (): { router: Router; routes: readonly DeclaredRoute[] } => {
  const routes: DeclaredRoute[] = [];
  const declare =
    (method: HttpMethod) =>
    (config: VersionedRouteConfig): VersionedRoute => {
      const route: DeclaredRoute = { method, config, versions: new Map() };
      routes.push(route);
      const versioned: VersionedRoute = {
        addVersion: (options, handler) => {
          if (route.versions.has(options.version)) {
            throw new Error(
              `Version "${options.version}" of ${method} ${config.path} is declared twice.`
            );
          }
          route.versions.set(options.version, { options, handler });
          return versioned;
        },
      };
      return versioned;
    };
  return {
    routes,
    router: {
      versioned: {
        get: declare('get'),
        post: declare('post'),
        put: declare('put'),
        patch: declare('patch'),
        delete: declare('delete'),
      },
    },
  };
};
