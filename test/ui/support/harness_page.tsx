/** Runs in the browser: mounts the app as Kibana would, with a core that only talks to the network. */
import { EuiProvider } from '@elastic/eui';
import { createBrowserHistory } from 'history';
import moment from 'moment-timezone';
import { mountApp } from '../../../public/application';
import type { CoreStart, HttpFetchOptions, ToastInput } from '../../../public/kibana';
import './harness_settings';

const BASE = '/app/vishing';
const settings = window.vishingHarness;
if (settings.zone !== 'Browser') moment.tz.setDefault(settings.zone);

const queryOf = ({ query = {} }: HttpFetchOptions): string => {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]]
  );
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
};

const http: CoreStart['http'] = {
  basePath: { get: () => '', prepend: (path) => path },
  fetch: async <T,>(path: string, options: HttpFetchOptions & { readonly method: string }) => {
    const { method, body, signal } = options;
    const response = await fetch(path + queryOf(options), {
      method,
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
      headers: { 'content-type': 'application/json' },
    });
    const answer: unknown = await response.json();
    if (!response.ok)
      throw Object.assign(new Error(response.statusText), { response, body: answer });
    return answer as T;
  },
};

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The harness page has no #${id}`);
  return found;
};

const toast = ({ title, text = '' }: ToastInput): void => {
  const line = document.createElement('p');
  line.textContent = `${title} ${text}`.trim();
  element('toasts').append(line);
};

const core: CoreStart = {
  http,
  application: {
    capabilities: { vishing: settings.capabilities },
    getUrlForApp: (id, { path = '' } = {}) => `/app/${id}${path}`,
    navigateToApp: () => Promise.resolve(),
    navigateToUrl: () => Promise.resolve(),
  },
  chrome: {
    setBreadcrumbs: (crumbs) => {
      element('breadcrumbs').textContent = crumbs.map(({ text }) => text).join(' / ');
    },
    docTitle: {
      change: (title) => {
        document.title = [title].flat().join(' - ');
      },
    },
  },
  notifications: { toasts: { addSuccess: toast, addWarning: toast, addDanger: toast } },
  settings: {
    client: {
      get: <T,>(key: string, fallback?: T) =>
        (key === 'dateFormat:tz' ? settings.zone : fallback) as T,
    },
  },
  rendering: {
    addContext: (app) => <EuiProvider colorMode={settings.theme}>{app}</EuiProvider>,
  },
};

mountApp(core, {}, { element: element('app'), history: createBrowserHistory({ basename: BASE }) });
