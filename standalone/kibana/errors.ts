/** Why the stand-in could not start. */
export type KibanaStartErrorCode =
  'port_in_use' | 'bad_plugin' | 'elasticsearch_refused' | 'build_failed';

/** The message is for the person at the terminal: what happened, why, what to do. */
export class KibanaStartError extends Error {
  constructor(
    readonly code: KibanaStartErrorCode,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
    this.name = 'KibanaStartError';
  }
}
