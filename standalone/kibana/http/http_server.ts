import { createBrotliCompress } from 'node:zlib';
import { server as createHapi, type Server } from '@hapi/hapi';
import inert from '@hapi/inert';
import type { Logger } from '../../../server/kibana';
import './hapi_state';
import { errorBody } from './responses';

/** Kibana's own defaults. Source: elastic/kibana `src/core/packages/http/server-internal/src/csp/csp_directives.ts`. */
export const CONTENT_SECURITY_POLICY = [
  "script-src 'report-sample' 'self'",
  "worker-src 'report-sample' 'self' blob:",
  "style-src 'report-sample' 'self' 'unsafe-inline'",
  "object-src 'none'",
].join('; ');

/** `server.maxPayload`, bytes. */
export const DEFAULT_MAX_BYTES = 1_048_576;

const SPACE_PREFIX = /^\/s\/([a-z0-9_-]+)(\/.*)?$/;
const INTERNAL_ERROR = 'An internal server error occurred. Check Kibana server logs for details.';

/** `/s/<space>/app/x` is `/app/x` in that space. */
const separateSpace = (server: Server): void => {
  server.ext('onRequest', (request, h) => {
    const [, spaceId, rest] = SPACE_PREFIX.exec(request.path) ?? [];
    if (spaceId) {
      request.app.spaceId = spaceId;
      request.setUrl((rest ?? '/') + request.url.search);
    }
    return h.continue;
  });
};

/** Headers on every answer; an error that nobody expected is logged and says nothing about the inside. */
const finishResponses = (server: Server, kibanaVersion: string, log: Logger): void => {
  server.ext('onPreResponse', (request, h) => {
    const { response } = request;
    const headers: Record<string, string> = {
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'kbn-name': 'vishing-standalone',
      'kbn-version': kibanaVersion,
    };
    if ('isBoom' in response && response.isBoom) {
      const { statusCode } = response.output;
      if (statusCode >= 500 && statusCode !== 503) {
        log.error(response);
        response.output.payload.message = INTERNAL_ERROR;
      }
      Object.assign(response.output.headers, headers);
      return h.continue;
    }
    if ('header' in response) {
      for (const [name, value] of Object.entries(headers)) response.header(name, value);
    }
    return h.continue;
  });
};

const answerUnknownPaths = (server: Server): void => {
  server.route({
    method: '*',
    path: '/{path*}',
    handler: (_request, h) => h.response(errorBody(404, 'Not Found')).code(404),
  });
};

/** Makes the server without any of Kibana's routes; it does not listen yet. */
export const createHttpServer = async (options: {
  readonly host: string;
  readonly port: number;
  readonly kibanaVersion: string;
  readonly log: Logger;
}): Promise<Server> => {
  const server = createHapi({
    host: options.host,
    port: options.port,
    compression: { minBytes: 1024 },
    state: { strictHeader: false },
    routes: { payload: { maxBytes: DEFAULT_MAX_BYTES } },
    router: { stripTrailingSlash: true },
  });
  server.encoder('br', () => createBrotliCompress());
  await server.register(inert);
  separateSpace(server);
  finishResponses(server, options.kibanaVersion, options.log);
  answerUnknownPaths(server);
  return server;
};
