import { z } from 'zod';
import { defineApi } from '../../common/api/define_api';
import { noBody, nothing } from '../../common/api/shared';
import { PERSONAL_PRIVILEGE, READ_PRIVILEGE } from '../../common/constants';
import type {
  AuditEvent,
  KibanaRequest,
  KibanaResponse,
  KibanaResponseFactory,
  Logger,
  RequestHandler,
  Router,
  VersionedRouteConfig,
} from '../kibana';
import { defineRoute } from './define_route';

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  get: () => silent,
};

/** Kibana's router, as far as it is needed to call one route. */
const routerFor = () => {
  const routes: { config: VersionedRouteConfig; handler: RequestHandler }[] = [];
  const declare = (config: VersionedRouteConfig) => {
    const route = {
      addVersion: (_options: unknown, handler: RequestHandler) => {
        routes.push({ config, handler });
        return route;
      },
    };
    return route;
  };
  const router = {
    versioned: { get: declare, post: declare, put: declare, patch: declare, delete: declare },
  } as Router;
  return { router, routes };
};

const response = {
  ok: (options) => ({ status: 200, payload: options?.body }),
  customError: ({ statusCode, body }) => ({ status: statusCode, payload: body }),
} as KibanaResponseFactory;

const ask = async (
  personal: 'masked' | 'refused' | 'none' | undefined,
  authzResult: KibanaRequest['authzResult']
): Promise<KibanaResponse & { audited: AuditEvent[] }> => {
  const { router, routes } = routerFor();
  const api = defineApi({
    method: 'get',
    path: '/internal/vishing/test',
    summary: 'A test',
    privilege: READ_PRIVILEGE,
    personal,
    params: nothing,
    query: nothing,
    body: noBody,
    response: z.object({ number: z.string() }),
  });
  const audited: AuditEvent[] = [];
  const audit = (_request: KibanaRequest, event: AuditEvent) => {
    audited.push(event);
    return Promise.resolve();
  };
  defineRoute(
    { router, logger: silent, audit },
    api,
    () => Promise.resolve({ number: '+12025550142' }),
    { access: (_context, answer) => ({ action: 'number_view', numbers: [answer?.number ?? ''] }) }
  );
  const [route] = routes;
  if (!route) throw new Error('The route was not declared.');
  const request = {
    ...{ params: {}, query: {}, body: {}, headers: {}, url: new URL('http://kibana.example.com') },
    authzResult,
    events: { aborted$: { subscribe: () => ({ unsubscribe: () => undefined }) } },
  };
  const core = { elasticsearch: { client: { asCurrentUser: {} } }, savedObjects: { client: {} } };
  const answer = await route.handler({ core: Promise.resolve(core) } as never, request, response);
  return { ...answer, audited };
};

const may = { [PERSONAL_PRIVILEGE]: true };
const mayNot = { [PERSONAL_PRIVILEGE]: false };
const WHOLE = { status: 200, payload: { number: '+12025550142' } };
const MASKED = { status: 200, payload: { number: '+1202555****' } };

it.each([
  ['in full with the privilege', undefined, may, WHOLE],
  ['masked without it', undefined, mayNot, MASKED],
  ['masked when Kibana does not say', undefined, undefined, MASKED],
  ['in full to all when it names nobody', 'none', mayNot, WHOLE],
  ['in full with the privilege, even if refused to others', 'refused', may, WHOLE],
] as const)('a route answers %s', async (_, personal, authzResult, expected) => {
  expect(await ask(personal, authzResult)).toMatchObject(expected);
});

it('refuses what cannot be masked, and says which privilege is needed', async () => {
  const { status, payload } = await ask('refused', mayNot);
  expect(status).toBe(403);
  expect(payload).toMatchObject({ message: expect.stringContaining('Personal data') });
});

it('writes whom the answer shows to the audit log, and that it was refused', async () => {
  expect((await ask('masked', mayNot)).audited).toMatchObject([
    {
      event: { action: 'vishing_number_view', outcome: 'success' },
      labels: { vishing_numbers: '+12025550142', vishing_masked: 'true' },
    },
  ]);
  expect((await ask('refused', mayNot)).audited).toMatchObject([{ event: { outcome: 'failure' } }]);
  expect((await ask(undefined, may)).audited[0]?.labels).toEqual({
    vishing_numbers: '+12025550142',
  });
});
