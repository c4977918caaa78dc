import { VishingError } from './errors';

/** What we read of an error of `@elastic/elasticsearch`, whichever version of it Kibana brings. */
interface ResponseErrorLike {
  readonly name: string;
  readonly message: string;
  readonly statusCode?: number;
  readonly meta?: {
    readonly body?: {
      readonly error?: {
        readonly type?: string;
        readonly reason?: string;
        readonly root_cause?: readonly {
          readonly reason?: string;
          readonly script_stack?: readonly string[];
        }[];
        readonly caused_by?: { readonly reason?: string };
      };
    };
  };
}

const isErrorLike = (error: unknown): error is ResponseErrorLike =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error;

/** HTTP status of an Elasticsearch answer that came back as an error; undefined for anything else. */
export const elasticsearchStatus = (error: unknown): number | undefined =>
  isErrorLike(error) && error.name === 'ResponseError' ? error.statusCode : undefined;

/** `error.type` of an Elasticsearch answer, such as `index_not_found_exception`. */
export const elasticsearchErrorType = (error: unknown): string | undefined =>
  isErrorLike(error) ? error.meta?.body?.error?.type : undefined;

/** Elasticsearch's own reason where it gave one, else the error's message. */
export const elasticsearchReason = (error: unknown): string => {
  if (!isErrorLike(error)) return String(error);
  const body = error.meta?.body?.error;
  const cause = body?.root_cause?.[0];
  const reason = cause?.reason ?? body?.reason ?? error.message;
  // A script that does not compile says only "compile error" here; where and why stands beside it.
  const details = cause?.script_stack ? [body?.caused_by?.reason, ...cause.script_stack] : [];
  return [reason, ...details.filter((detail) => detail !== undefined)].join(' ');
};

export const isMissingIndex = (error: unknown): boolean =>
  elasticsearchStatus(error) === 404 ||
  elasticsearchErrorType(error) === 'index_not_found_exception';

const CONNECTION_ERRORS = new Set(['ConnectionError', 'NoLivingConnectionsError', 'TimeoutError']);

/** Turns the errors of Elasticsearch that a person can act on into ours; anything else comes back as it is. */
export const toKnownError = (error: unknown): unknown => {
  if (isErrorLike(error) && CONNECTION_ERRORS.has(error.name)) {
    return new VishingError(
      'elasticsearch_unavailable',
      `Elasticsearch did not answer (${error.message}). Check that it is running, then try again.`
    );
  }
  const status = elasticsearchStatus(error);
  if (status === 401 || status === 403) {
    return new VishingError(
      'forbidden',
      `Elasticsearch refused this to you: ${elasticsearchReason(error)}. Ask an administrator for these rights.`
    );
  }
  return error;
};
