import type { AddVersionOptions, RouteValidationFunction } from '../../../server/kibana';
import type { ValidParts } from './kibana_request';

/** The request does not fit the route's declaration; the message goes to the client. */
export class InvalidRequestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidRequestError';
  }
}

/** Calls a validation function as Kibana does. @throws InvalidRequestError */
const validatePart = (
  name: string,
  validator: RouteValidationFunction | undefined,
  data: unknown
): unknown => {
  if (!validator) return {};
  const result = validator(data, {
    ok: (value) => ({ value }),
    badRequest: (error) => ({ error: error instanceof Error ? error : new Error(error) }),
  });
  if ('error' in result) {
    throw new InvalidRequestError(`[request ${name}]: ${result.error.message}`);
  }
  return result.value;
};

/** Checks params, query and body; a part without a validator arrives as `{}`. @throws InvalidRequestError */
export const validateRequest = (
  validate: AddVersionOptions['validate'],
  raw: ValidParts
): ValidParts => ({
  params: validatePart('params', validate.request?.params, raw.params),
  query: validatePart('query', validate.request?.query, raw.query),
  body: validatePart('body', validate.request?.body, raw.body),
});
