import type { Request, ResponseToolkit, RouteOptions, Server } from '@hapi/hapi';
import type {
  KibanaRequest,
  KibanaResponse,
  Logger,
  RequiredPrivilege,
  ScopedClusterClient,
} from '../../../server/kibana';
import type { SavedObjectsClient } from '../../../server/kibana_saved_objects';
import { isUnreachable, unreachableSentence } from '../elasticsearch/errors';
import type { Authorization } from '../security/authorization';
import { apiAction } from '../security/privileges';
import { LOGIN_REQUIRED } from './auth_scheme';
import { refuseForeign, refuseForged, type Refusal } from './guards';
import { signedInIdentity } from './hapi_state';
import { DEFAULT_MAX_BYTES } from './http_server';
import { authorizationOf, spaceOf } from './identity';
import { toKibanaRequest } from './kibana_request';
import type { DeclaredRoute } from './plugin_router';
import { responseFactory, toHapiResponse } from './responses';
import { InvalidRequestError, validateRequest } from './validation';
import { chooseVersion, VERSION_HEADER } from './versions';

/** What the routes of plugins need of the rest. */
export interface RoutePlatform {
  readonly authorization: Authorization;
  readonly elasticsearchUrl: string;
  readonly log: Logger;
  clientsFor(request: KibanaRequest): ScopedClusterClient;
  savedObjectsFor(request: KibanaRequest): SavedObjectsClient;
}

const namesIn = (required: RequiredPrivilege): readonly string[] =>
  typeof required === 'string' ? [required] : required.anyRequired;

/** Whether the person has each privilege that the route names. A route without `security` fails, as in Kibana 9.1 and newer. */
const askPrivileges = async (
  { config }: DeclaredRoute,
  request: KibanaRequest,
  { authorization }: RoutePlatform
): Promise<Record<string, boolean>> => {
  const { authz } = config.security;
  if ('enabled' in authz) return {};
  const names = authz.requiredPrivileges.flatMap(namesIn);
  const granted = await authorization.allowed(
    authorizationOf(request),
    spaceOf(request),
    names.map(apiAction)
  );
  return Object.fromEntries(names.map((name) => [name, granted.has(apiAction(name))]));
};

/** Refuses people who lack a privilege that the route names. */
const refuseUnprivileged = (
  { config, method }: DeclaredRoute,
  request: KibanaRequest,
  granted: Readonly<Record<string, boolean>>
): Refusal | undefined => {
  const { authz } = config.security;
  if ('enabled' in authz) return undefined;
  const missing = authz.requiredPrivileges
    .map(namesIn)
    .filter((names) => !names.some((name) => granted[name]));
  if (missing.length === 0) return undefined;
  const { pathname, search } = request.url;
  return {
    status: 403,
    message: `API [${method.toUpperCase()} ${pathname}${search}] is unauthorized for user, this action is granted by the Kibana privileges [${missing.join(',')}]`,
  };
};

const refused = ({ status, message }: Refusal): KibanaResponse =>
  responseFactory.customError({ statusCode: status, body: { message } });

const handle = async (
  route: DeclaredRoute,
  request: Request,
  platform: RoutePlatform
): Promise<KibanaResponse> => {
  const identity = signedInIdentity(request);
  const early = refuseForged(request) ?? refuseForeign(request, route.config.access);
  if (early) return refused(early);
  const raw = { params: request.params, query: request.query, body: request.payload };
  const unchecked = toKibanaRequest(request, raw, identity);
  const authzResult = await askPrivileges(route, unchecked, platform);
  const unprivileged = refuseUnprivileged(route, unchecked, authzResult);
  if (unprivileged) return refused(unprivileged);
  const asked: unknown = request.headers[VERSION_HEADER];
  const chosen = chooseVersion(typeof asked === 'string' ? asked : undefined, {
    method: route.method,
    path: route.config.path,
    versions: [...route.versions.keys()],
  });
  if ('refusal' in chosen) return refused(chosen.refusal);
  const version = route.versions.get(chosen.version);
  if (!version) throw new Error(`${route.config.path} lost its version ${chosen.version}.`);
  const valid = validateRequest(version.options.validate, raw);
  const kibanaRequest = toKibanaRequest(request, { ...valid, authzResult }, identity);
  const core = Promise.resolve({
    elasticsearch: { client: platform.clientsFor(kibanaRequest) },
    savedObjects: { client: platform.savedObjectsFor(kibanaRequest) },
  });
  return version.handler({ core }, kibanaRequest, responseFactory);
};

const answerError = (error: unknown, platform: RoutePlatform): KibanaResponse => {
  if (error instanceof InvalidRequestError) {
    return responseFactory.badRequest({ body: { message: error.message } });
  }
  if (!isUnreachable(error)) throw error;
  const body = { message: unreachableSentence(platform.elasticsearchUrl) };
  return responseFactory.customError({ statusCode: 503, body });
};

const hapiOptions = ({ method, config }: DeclaredRoute): RouteOptions => {
  const { body, timeout } = config.options ?? {};
  if (method === 'get') return { auth: LOGIN_REQUIRED };
  return {
    auth: LOGIN_REQUIRED,
    payload: {
      maxBytes: body?.maxBytes ?? DEFAULT_MAX_BYTES,
      output: body?.output ?? 'data',
      parse: body?.parse ?? true,
      multipart: { output: 'annotated' },
      ...(body?.accepts ? { allow: body.accepts } : {}),
      ...(timeout?.payload ? { timeout: timeout.payload } : {}),
    },
    ...(timeout?.idleSocket ? { timeout: { socket: timeout.idleSocket } } : {}),
  };
};

/** Serves the declared routes with everything that Kibana does around a plugin's handler. */
export const registerPluginRoutes = (
  server: Server,
  routes: readonly DeclaredRoute[],
  platform: RoutePlatform
): void => {
  for (const route of routes) {
    server.route({
      method: route.method,
      path: route.config.path,
      options: hapiOptions(route),
      handler: async (request: Request, h: ResponseToolkit) => {
        try {
          return toHapiResponse(await handle(route, request, platform), h);
        } catch (error) {
          return toHapiResponse(answerError(error, platform), h);
        }
      },
    });
  }
};
