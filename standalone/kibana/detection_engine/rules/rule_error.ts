/** A request about rules that cannot be done; `status` is the HTTP status of the answer. */
export class RuleError extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string
  ) {
    super(message);
    this.name = 'RuleError';
  }
}
