import { apiErrorSchema } from '../../common/api/shared';

/** Codes of our own; the others come from the server's `attributes.code`. */
type LocalErrorCode = 'offline' | 'forbidden' | 'unexpected_answer' | 'failed';

/** The one error of every failed call; `message` is a sentence for the person at the screen. */
export class ApiError extends Error {
  constructor(
    readonly code: LocalErrorCode | (string & {}),
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    message: string
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** True for the error that an aborted call ends with: nobody waits for it any more. */
export const isAbort = (error: unknown): boolean =>
  error instanceof Error && error.name === 'AbortError';

const statusOf = (error: object): number => {
  const response: unknown = 'response' in error ? error.response : undefined;
  const status: unknown =
    typeof response === 'object' && response !== null && 'status' in response
      ? response.status
      : undefined;
  return typeof status === 'number' ? status : 0;
};

/** Makes an `ApiError` of whatever Kibana's `http` threw. */
export const toApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  if (!(error instanceof Error)) return new ApiError('failed', 0, String(error));
  const body = apiErrorSchema.safeParse('body' in error ? error.body : undefined);
  const status = statusOf(error);
  if (body.success) {
    const { statusCode, message, attributes } = body.data;
    return new ApiError(
      attributes?.code ?? (statusCode === 403 ? 'forbidden' : 'failed'),
      statusCode,
      message
    );
  }
  if (status === 0) {
    return new ApiError('offline', 0, 'Kibana did not answer. Check the connection and try again.');
  }
  return new ApiError(status === 403 ? 'forbidden' : 'failed', status, error.message);
};
