import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { SETTINGS_PATH } from '../browser/metadata';
import { isUnreachable, unreachableSentence } from '../elasticsearch/errors';
import { LOGIN_REQUIRED } from '../http/auth_scheme';
import { refuseForged } from '../http/guards';
import { basePathOf, signedInIdentity, spaceIdOf } from '../http/hapi_state';
import { errorBody } from '../http/responses';
import type { Authorization } from '../security/authorization';
import { appPage } from './app_page';
import { BOOTSTRAP_URL } from './static_routes';
import { settingsSchema, type SettingsStore } from './settings_store';
import { elasticsearchDownPage, noAccessPage } from './status_pages';

export interface AppRouteServices {
  readonly authorization: Authorization;
  readonly settings: SettingsStore;
  readonly kibanaVersion: string;
  readonly elasticsearchUrl: string;
  /** The app that `/` leads to. */
  readonly homeApp: string;
  readonly pluginIds: readonly string[];
}

const NO_STORE = 'private, no-cache, no-store, must-revalidate';

const showPage = async (request: Request, h: ResponseToolkit, services: AppRouteServices) => {
  const { authorization, user, spaceId } = signedInIdentity(request);
  const html = (page: string, status: number) =>
    h.response(page).type('text/html').code(status).header('cache-control', NO_STORE);
  try {
    const capabilities = await services.authorization.capabilities(authorization, spaceId);
    if (!Object.values(capabilities.navLinks ?? {}).some(Boolean)) {
      return html(noAccessPage(user.username), 403);
    }
    const metadata = {
      kibanaVersion: services.kibanaVersion,
      basePath: basePathOf(spaceId),
      spaceId,
      user: { username: user.username, fullName: user.full_name },
      capabilities,
      settings: services.settings.of(user.username),
      pluginIds: services.pluginIds,
    };
    return html(appPage(metadata, BOOTSTRAP_URL), 200);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return html(elasticsearchDownPage(unreachableSentence(services.elasticsearchUrl)), 503);
  }
};

const saveSettings = (request: Request, h: ResponseToolkit, settings: SettingsStore) => {
  const refusal = refuseForged(request);
  if (refusal) return h.response(errorBody(refusal.status, refusal.message)).code(refusal.status);
  const parsed = settingsSchema.safeParse(request.payload);
  if (!parsed.success) {
    const reason = parsed.error.issues.map(({ message }) => message).join('; ');
    return h.response(errorBody(400, reason)).code(400);
  }
  settings.put(signedInIdentity(request).user.username, parsed.data);
  return h.response().code(204);
};

/** The pages of all apps, and what the user menu saves. */
export const registerAppRoutes = (server: Server, services: AppRouteServices): void => {
  server.route([
    {
      method: 'GET',
      path: '/',
      handler: (request, h) =>
        h.redirect(`${basePathOf(spaceIdOf(request))}/app/${services.homeApp}`),
    },
    {
      method: 'GET',
      path: '/app/{path*}',
      options: { auth: LOGIN_REQUIRED },
      handler: (request, h) => showPage(request, h, services),
    },
    {
      method: 'PUT',
      path: SETTINGS_PATH,
      options: { auth: LOGIN_REQUIRED },
      handler: (request, h) => saveSettings(request, h, services.settings),
    },
  ]);
};
