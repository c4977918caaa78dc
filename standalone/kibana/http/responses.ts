import { STATUS_CODES } from 'node:http';
import type { ResponseObject, ResponseToolkit } from '@hapi/hapi';
import type {
  HttpResponseOptions,
  KibanaResponse,
  KibanaResponseFactory,
} from '../../../server/kibana';

const respondWith =
  (status: number) =>
  (options: HttpResponseOptions = {}): KibanaResponse => ({
    status,
    payload: options.body,
    options,
  });

/** The functions with which a route answers. */
export const responseFactory: KibanaResponseFactory = {
  ok: respondWith(200),
  noContent: respondWith(204),
  badRequest: respondWith(400),
  forbidden: respondWith(403),
  notFound: respondWith(404),
  conflict: respondWith(409),
  customError: ({ statusCode, ...options }) => respondWith(statusCode)(options),
};

interface ErrorParts {
  readonly message: string;
  readonly attributes?: unknown;
}

const errorParts = (body: unknown, title: string): ErrorParts => {
  if (typeof body === 'string') return { message: body };
  if (typeof body !== 'object' || body === null || !('message' in body)) return { message: title };
  const message =
    body.message instanceof Error
      ? body.message.message
      : typeof body.message === 'string'
        ? body.message
        : title;
  return 'attributes' in body ? { message, attributes: body.attributes } : { message };
};

/** The body of every error answer: `{ statusCode, error, message, attributes? }`. */
export const errorBody = (statusCode: number, body: unknown): object => {
  const error = STATUS_CODES[statusCode] ?? 'Error';
  return { statusCode, error, ...errorParts(body, error) };
};

/** Sends a route's answer in Kibana's form. */
export const toHapiResponse = (
  { status, payload, options }: KibanaResponse,
  h: ResponseToolkit
): ResponseObject => {
  const isError = status >= 400;
  const body = isError && !Buffer.isBuffer(payload) ? errorBody(status, payload) : payload;
  const response = h.response(
    typeof body === 'string' || Buffer.isBuffer(body) ? body : (body ?? undefined)
  );
  response.code(status).header('cache-control', 'private, no-cache, no-store, must-revalidate');
  for (const [name, value] of Object.entries(options?.headers ?? {})) response.header(name, value);
  return response;
};
