/** Every reason for which this plugin refuses a request; `server/routes/http_errors.ts` gives each its status. */
export type ErrorCode =
  | 'bad_request'
  | 'forbidden'
  | 'not_found'
  | 'not_set_up'
  | 'conflict'
  | 'not_supported'
  | 'elasticsearch_unavailable';

/** An error that the person who made the request can act on; the message says what happened, why, and what to do. */
export class VishingError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string
  ) {
    super(message);
    this.name = 'VishingError';
  }
}
