import type { z } from 'zod';
import type { ApiDefinition } from '../../common/api/define_api';
import { INTERNAL_API_VERSION } from '../../common/constants';
import { toKnownError } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type {
  ElasticsearchClient,
  KibanaRequest,
  KibanaResponse,
  KibanaResponseFactory,
  Logger,
  RouteValidationFunction,
  Router,
} from '../kibana';
import { HTTP_STATUS } from './http_errors';

/** What a route's logic gets: valid input, and Elasticsearch with the rights of the person who asks. */
export interface RouteContext<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly es: ElasticsearchClient;
  readonly request: KibanaRequest;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
}

const describeIssues = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length > 0 ? `[${path.join('.')}]: ${message}` : message))
    .join('; ');

const validatorOf =
  (schema: z.ZodType): RouteValidationFunction =>
  (data, { ok, badRequest }) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? ok(parsed.data) : badRequest(describeIssues(parsed.error));
  };

const abortSignalOf = (request: KibanaRequest): AbortSignal => {
  const controller = new AbortController();
  request.events.aborted$.subscribe(() => controller.abort());
  return controller.signal;
};

const errorResponse = (error: unknown, response: KibanaResponseFactory): KibanaResponse => {
  const known = toKnownError(error);
  if (!(known instanceof VishingError)) throw known;
  return response.customError({
    statusCode: HTTP_STATUS[known.code],
    body: { message: known.message, attributes: { code: known.code } },
  });
};

/**
 * Registers one internal route from its shared contract: validation, privilege, and the mapping of known errors.
 * Unknown errors are rethrown, so that Kibana logs them and answers 500.
 */
export const defineRoute = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  { router, logger }: { readonly router: Router; readonly logger: Logger },
  api: ApiDefinition<P, Q, B, R>,
  handle: (context: RouteContext<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
  options: { readonly maxBytes?: number } = {}
): void => {
  router.versioned[api.method]({
    path: api.path,
    access: 'internal',
    summary: api.summary,
    security: { authz: { requiredPrivileges: [api.privilege] } },
    ...(options.maxBytes ? { options: { body: { maxBytes: options.maxBytes } } } : {}),
  }).addVersion(
    {
      version: INTERNAL_API_VERSION,
      validate: {
        request: {
          params: validatorOf(api.params),
          query: validatorOf(api.query),
          body: validatorOf(api.body),
        },
      },
    },
    async (context, request, response) => {
      const { elasticsearch } = await context.core;
      try {
        const body = await handle({
          params: request.params as z.output<P>,
          query: request.query as z.output<Q>,
          body: request.body as z.output<B>,
          es: elasticsearch.client.asCurrentUser,
          request,
          signal: abortSignalOf(request),
        });
        return response.ok({ body });
      } catch (error) {
        logger.debug(
          `${api.method} ${api.path}: ${error instanceof Error ? error.message : String(error)}`
        );
        return errorResponse(error, response);
      }
    }
  );
};
