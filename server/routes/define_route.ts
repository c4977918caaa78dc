import { setMaxListeners } from 'node:events';
import type { z } from 'zod';
import type { ApiDefinition } from '../../common/api/define_api';
import { INTERNAL_API_VERSION, MASKED_PRIVILEGE, PERSONAL_PRIVILEGE } from '../../common/constants';
import { toKnownError } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type {
  AuditEvent,
  ElasticsearchClient,
  KibanaRequest,
  KibanaResponse,
  KibanaResponseFactory,
  Logger,
  RouteValidationFunction,
  Router,
} from '../kibana';
import type { SavedObjectsClient } from '../kibana_saved_objects';
import { toAuditEvent, type Access } from '../privacy/access_event';
import { maskAnswer } from '../privacy/mask_answer';
import { HTTP_STATUS } from './http_errors';

/** What a route's logic gets: valid input, and Elasticsearch with the rights of the person who asks. */
export interface RouteContext<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly es: ElasticsearchClient;
  /** What the space keeps in Kibana, with the privileges of the person who asks. */
  readonly savedObjects: SavedObjectsClient;
  readonly request: KibanaRequest;
  /** Whether the person may see numbers and names in full; else the answer is masked on its way out. */
  readonly personal: boolean;
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

/** A page asks many things at once, and Node warns of a leak from the eleventh listener on. */
const MOST_QUESTIONS = 100;

const abortSignalOf = (request: KibanaRequest): AbortSignal => {
  const controller = new AbortController();
  setMaxListeners(MOST_QUESTIONS, controller.signal);
  request.events.aborted$.subscribe(() => controller.abort());
  return controller.signal;
};

/** Kibana says which of the privileges that a route names the person has; where it does not, nothing is shown in full. */
const maySeePersonal = ({ authzResult }: KibanaRequest): boolean =>
  authzResult?.[PERSONAL_PRIVILEGE] === true;

const refusedPersonal = (): VishingError =>
  new VishingError(
    'forbidden',
    'This shows phone numbers, names and messages in full, and your role sees them masked. An administrator can give your role the privilege "Personal data: See phone numbers and names in full" of Voice phishing.'
  );

const errorResponse = (error: unknown, response: KibanaResponseFactory): KibanaResponse => {
  const known = toKnownError(error);
  if (!(known instanceof VishingError)) throw known;
  return response.customError({
    statusCode: HTTP_STATUS[known.code],
    body: { message: known.message, attributes: { code: known.code } },
  });
};

/** Writes one line to Kibana's audit log in the name of the person who asks. */
export type Audit = (request: KibanaRequest, event: AuditEvent) => Promise<void>;

interface RouteServices {
  readonly router: Router;
  readonly logger: Logger;
  readonly audit: Audit;
}

interface RouteOptions<Context, Answer> {
  readonly maxBytes?: number;
  /**
   * Whom and what the answer shows, for the audit log; nothing is written where it is absent.
   * @param answer absent when the request was refused
   */
  readonly access?: (context: Context, answer: Answer | undefined) => Access;
}

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
  { router, logger, audit }: RouteServices,
  api: ApiDefinition<P, Q, B, R>,
  handle: (context: RouteContext<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
  options: RouteOptions<RouteContext<z.output<P>, z.output<Q>, z.output<B>>, z.input<R>> = {}
): void => {
  router.versioned[api.method]({
    path: api.path,
    access: 'internal',
    summary: api.summary,
    security: {
      authz: {
        requiredPrivileges: [
          api.privilege,
          { anyRequired: [MASKED_PRIVILEGE, PERSONAL_PRIVILEGE] },
        ],
      },
    },
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
      const { elasticsearch, savedObjects } = await context.core;
      const personal = maySeePersonal(request);
      const asked: RouteContext<z.output<P>, z.output<Q>, z.output<B>> = {
        params: request.params as z.output<P>,
        query: request.query as z.output<Q>,
        body: request.body as z.output<B>,
        es: elasticsearch.client.asCurrentUser,
        savedObjects: savedObjects.client,
        request,
        personal,
        signal: abortSignalOf(request),
      };
      const note = async (answer: z.input<R> | undefined): Promise<void> => {
        const access = options.access?.(asked, answer);
        const outcome = answer === undefined ? 'failure' : 'success';
        if (access) await audit(request, toAuditEvent(access, { masked: !personal, outcome }));
      };
      try {
        if (api.personal === 'refused' && !personal) {
          await note(undefined);
          throw refusedPersonal();
        }
        const body = await handle(asked);
        await note(body);
        const whole = personal || api.personal === 'none';
        return response.ok({ body: whole ? body : maskAnswer(body) });
      } catch (error) {
        logger.debug(
          `${api.method} ${api.path}: ${error instanceof Error ? error.message : String(error)}`
        );
        return errorResponse(error, response);
      }
    }
  );
};
