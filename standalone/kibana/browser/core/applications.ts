import type { History } from 'history';
import type { App, ApplicationStart } from '../../../../public/kibana';
import type { Capabilities } from '../../security/authorization';
import { createStore, type Store } from './store';

/** The registered apps and which of them an address belongs to. */
export interface Applications {
  register(app: App): void;
  readonly apps: Store<readonly App[]>;
  /** The app whose route begins the path. */
  find(pathname: string): App | undefined;
  start(options: StartOptions): ApplicationStart;
}

interface StartOptions {
  readonly history: History;
  readonly basePath: string;
  readonly capabilities: Capabilities;
}

const routeOf = (apps: readonly App[], appId: string): string =>
  apps.find(({ id }) => id === appId)?.appRoute ?? `/app/${appId}`;

const joinPath = (route: string, path = ''): string =>
  path === '' || /^[/?#]/.test(path) ? route + path : `${route}/${path}`;

/** An app is shown only to people who may see it; Kibana hides the others by the same capability. */
const isAllowed = (capabilities: Capabilities, app: App): boolean =>
  capabilities.navLinks?.[app.id] ?? true;

export const createApplications = (capabilities: Capabilities): Applications => {
  const apps = createStore<readonly App[]>([]);
  return {
    apps,
    register: (app) => {
      if (apps.get().some(({ id }) => id === app.id)) {
        throw new Error(`An application is already registered with the id "${app.id}"`);
      }
      if (isAllowed(capabilities, app)) apps.set([...apps.get(), app]);
    },
    find: (pathname) =>
      apps
        .get()
        .find(({ appRoute }) => pathname === appRoute || pathname.startsWith(`${appRoute}/`)),
    start: ({ history, basePath, capabilities: granted }) => ({
      capabilities: granted,
      getUrlForApp: (appId, { path, absolute } = {}) => {
        const url = basePath + joinPath(routeOf(apps.get(), appId), path);
        return absolute ? new URL(url, window.location.origin).href : url;
      },
      navigateToApp: async (appId, { path, replace } = {}) => {
        const target = joinPath(routeOf(apps.get(), appId), path);
        await Promise.resolve(replace ? history.replace(target) : history.push(target));
      },
      navigateToUrl: async (url) => {
        const { origin, pathname, search, hash } = new URL(url, window.location.href);
        const inside = origin === window.location.origin && pathname.startsWith(`${basePath}/app/`);
        if (!inside) return window.location.assign(url);
        await Promise.resolve(history.push(pathname.slice(basePath.length) + search + hash));
      },
    }),
  };
};
