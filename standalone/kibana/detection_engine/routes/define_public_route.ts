import type { z } from 'zod';
import { DETECTION_ENGINE_API_VERSION } from '../../../../common/constants';
import type {
  HttpMethod,
  KibanaRequest,
  KibanaResponse,
  RouteValidationFunction,
  Router,
  ScopedClusterClient,
} from '../../../../server/kibana';
import { identityOf, type Identity } from '../../http/identity';
import { responseFactory } from '../../http/responses';
import { RuleError } from '../rules/rule_error';

/** A public route of the Detection Engine. */
export interface PublicRoute<Query extends z.ZodType, Body extends z.ZodType> {
  readonly method: HttpMethod;
  readonly path: string;
  /** API privileges that the person needs. */
  readonly privileges: readonly string[];
  readonly query: Query;
  readonly body: Body;
}

export interface PublicRouteContext<Query, Body> {
  readonly query: Query;
  readonly body: Body;
  readonly by: Identity;
  readonly es: ScopedClusterClient;
}

const validatorOf =
  (schema: z.ZodType): RouteValidationFunction =>
  (data, { ok, badRequest }) => {
    const parsed = schema.safeParse(data ?? {});
    if (parsed.success) return ok(parsed.data);
    const reasons = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'body'}: ${message}`
    );
    return badRequest(reasons.join(', '));
  };

/** These routes answer errors in a form of their own: `{ message, status_code }`. */
const errorAnswer = ({ status, message }: RuleError): KibanaResponse =>
  responseFactory.customError({
    statusCode: status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message, status_code: status })),
  });

const callerOf = (request: KibanaRequest): Identity => {
  const identity = identityOf(request);
  if (!identity) throw new Error('The request carries no identity.');
  return identity;
};

/** Registers a route of the public API, version 2023-10-31. */
export const definePublicRoute = <Query extends z.ZodType, Body extends z.ZodType>(
  router: Router,
  route: PublicRoute<Query, Body>,
  handle: (context: PublicRouteContext<z.output<Query>, z.output<Body>>) => Promise<unknown>
): void => {
  router.versioned[route.method]({
    path: route.path,
    access: 'public',
    security: { authz: { requiredPrivileges: route.privileges } },
    options: { body: { maxBytes: 10 * 1_048_576 } },
  }).addVersion(
    {
      version: DETECTION_ENGINE_API_VERSION,
      validate: { request: { query: validatorOf(route.query), body: validatorOf(route.body) } },
    },
    async (context, request, response) => {
      const { elasticsearch } = await context.core;
      try {
        const body = await handle({
          query: request.query as z.output<Query>,
          body: request.body as z.output<Body>,
          by: callerOf(request),
          es: elasticsearch.client,
        });
        return response.ok({ body });
      } catch (error) {
        if (error instanceof RuleError) return errorAnswer(error);
        throw error;
      }
    }
  );
};
