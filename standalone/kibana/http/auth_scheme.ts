import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { isUnreachable, unreachableSentence } from '../elasticsearch/errors';
import { elasticsearchDownPage } from '../pages/status_pages';
import type { Authenticator } from '../security/authentication';
import { basePathOf, spaceIdOf } from './hapi_state';
import { errorBody } from './responses';
import { endSession, readSession } from './session';

/** Name of hapi's strategy; routes with it need a log-in. */
export const LOGIN_REQUIRED = 'kibana';

const isApi = ({ path }: Request): boolean => /^\/(api|internal)\//.test(path);

const refuse = (request: Request, h: ResponseToolkit) => {
  if (isApi(request)) {
    return h
      .response(errorBody(401, 'Log in, or send credentials with the request.'))
      .code(401)
      .takeover();
  }
  const next = basePathOf(spaceIdOf(request)) + request.path + request.url.search;
  return h.redirect(`/login?next=${encodeURIComponent(next)}`).takeover();
};

const sayUnreachable = (request: Request, h: ResponseToolkit, url: string) => {
  const message = unreachableSentence(url);
  return isApi(request)
    ? h.response(errorBody(503, message)).code(503).takeover()
    : h.response(elasticsearchDownPage(message)).type('text/html').code(503).takeover();
};

/** Recognises people by their session cookie or an `authorization` header, always by asking Elasticsearch. */
export const registerAuthScheme = (
  server: Server,
  authenticator: Authenticator,
  elasticsearchUrl: string
): void => {
  server.auth.scheme('kibana', () => ({
    authenticate: async (request, h) => {
      const session = readSession(request);
      const header = request.headers.authorization;
      const authorization = typeof header === 'string' ? header : session;
      if (!authorization) return refuse(request, h);
      try {
        const user = await authenticator.authenticate(authorization);
        if (!user) {
          if (session) endSession(h);
          return refuse(request, h);
        }
        request.app.identity = { authorization, user, spaceId: spaceIdOf(request) };
        return h.authenticated({ credentials: {} });
      } catch (error) {
        if (isUnreachable(error)) return sayUnreachable(request, h, elasticsearchUrl);
        throw error;
      }
    },
  }));
  server.auth.strategy(LOGIN_REQUIRED, 'kibana');
};
