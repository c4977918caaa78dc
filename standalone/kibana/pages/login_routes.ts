import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { z } from 'zod';
import { basicAuthorization } from '../elasticsearch/clients';
import { isUnreachable, unreachableSentence } from '../elasticsearch/errors';
import { endSession, startSession } from '../http/session';
import type { Authenticator } from '../security/authentication';
import { loginPage } from './login_page';

const formSchema = z.object({
  username: z.string().min(1).max(1024),
  password: z.string().min(1).max(1024),
  next: z.string().max(4096).default('/'),
});

const REFUSED = 'Username or password is wrong. Check both and try again.';
const FOREIGN = 'This form was sent from another site. Log in here instead.';

/** Only addresses of this server: `//host` and `https://host` would lead people away after the log-in. */
export const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && !/[\r\n\t]/.test(next) ? next : '/';

const comesFromOtherSite = ({ headers }: Request): boolean => {
  const site: unknown = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
};

const logIn = async (
  request: Request,
  h: ResponseToolkit,
  authenticator: Authenticator,
  elasticsearchUrl: string
) => {
  const form = formSchema.safeParse(request.payload).data;
  const next = safeNext(form?.next);
  const again = (problem: string, status: number) =>
    h
      .response(loginPage({ next, username: form?.username, problem }))
      .type('text/html')
      .code(status);
  if (comesFromOtherSite(request)) return again(FOREIGN, 400);
  if (!form) return again(REFUSED, 401);
  const authorization = basicAuthorization(form.username, form.password);
  try {
    if (!(await authenticator.authenticate(authorization))) return again(REFUSED, 401);
  } catch (error) {
    if (isUnreachable(error)) return again(unreachableSentence(elasticsearchUrl), 503);
    throw error;
  }
  startSession(h, authorization);
  return h.redirect(next).code(303);
};

/** `/login` and `/logout`: pages without scripts. */
export const registerLoginRoutes = (
  server: Server,
  authenticator: Authenticator,
  elasticsearchUrl: string
): void => {
  server.route([
    {
      method: 'GET',
      path: '/login',
      handler: (request, h) =>
        h.response(loginPage({ next: safeNext(request.query.next) })).type('text/html'),
    },
    {
      method: 'POST',
      path: '/login',
      options: { payload: { allow: 'application/x-www-form-urlencoded', maxBytes: 16_384 } },
      handler: (request, h) => logIn(request, h, authenticator, elasticsearchUrl),
    },
    {
      method: 'GET',
      path: '/logout',
      handler: (_request, h) => {
        endSession(h);
        return h.redirect('/login');
      },
    },
  ]);
};
