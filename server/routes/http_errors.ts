import type { ErrorCode } from '../errors';

/** The one table from error code to HTTP status. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  bad_request: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  not_set_up: 409,
  not_supported: 501,
  elasticsearch_unavailable: 503,
};
