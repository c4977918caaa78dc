import { isNativeError } from 'node:util/types';

/** What went wrong while Elasticsearch was prepared or started. */
export type ElasticsearchStartErrorCode =
  | 'java_missing'
  | 'download_failed'
  | 'checksum_mismatch'
  | 'cache_locked'
  | 'disk_full'
  | 'port_in_use'
  | 'data_dir_in_use'
  | 'data_dir_unusable'
  | 'start_failed'
  | 'start_timeout'
  | 'aborted';

/** An error whose message tells the person at the terminal what happened, why, and what to do. */
export class ElasticsearchStartError extends Error {
  readonly code: ElasticsearchStartErrorCode;

  constructor(
    code: ElasticsearchStartErrorCode,
    message: string,
    options: { cause?: unknown } = {}
  ) {
    super(message, options);
    this.name = 'ElasticsearchStartError';
    this.code = code;
  }
}

/** The text of anything thrown, with the reason that `fetch` hides in `cause`. */
export function describeError(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  return isNativeError(error.cause) ? `${error.message}: ${error.cause.message}` : error.message;
}
