import { createBrowserHistory } from 'history';
import ReactDOM from 'react-dom';
import type { CoreStart, PluginsStart } from '../../../../public/kibana';
import { Page } from '../chrome/page';
import { METADATA_ELEMENT, type InjectedMetadata } from '../metadata';
import { createApplications } from './applications';
import { createChrome, createToasts } from './chrome';
import { createHttp } from './http';
import { runPlugins } from './plugins';
import { withContext } from './rendering';
import { createSettings } from './settings';
import { createShare } from './share';

const readMetadata = (): InjectedMetadata => {
  const text = document.querySelector(METADATA_ELEMENT)?.getAttribute('data');
  if (!text) throw new Error('The page carries no settings from the server. Reload it.');
  return JSON.parse(text) as InjectedMetadata;
};

const goToLogin = (): void => {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/login?next=${encodeURIComponent(pathname + search + hash)}`);
};

/** Starts everything in the browser: services, plugins, then the page. */
export const startCore = (): void => {
  const metadata = readMetadata();
  const { basePath, capabilities, kibanaVersion } = metadata;
  const history = createBrowserHistory({ basename: basePath });
  const http = createHttp({ basePath, kibanaVersion, onLoggedOut: goToLogin });
  const settings = createSettings(metadata.settings, http);
  const applications = createApplications(capabilities);
  const { chrome, breadcrumbs } = createChrome();
  const toastService = createToasts();
  const start: CoreStart = {
    application: applications.start({ history, basePath, capabilities }),
    http,
    chrome,
    notifications: { toasts: toastService.toasts },
    settings: { client: settings.client },
    rendering: { addContext: (element) => withContext(element, settings.values) },
  };
  const plugins: PluginsStart = { share: createShare(basePath) };
  const context = { env: { packageInfo: { version: kibanaVersion } } };
  const setup = { application: { register: applications.register } };
  runPlugins(metadata.pluginIds, context, { setup, start }, plugins);
  const page = (
    <Page
      services={{
        metadata,
        history,
        applications,
        breadcrumbs,
        toastService,
        settings,
        core: start,
      }}
    />
  );
  ReactDOM.render(withContext(page, settings.values, true), document.getElementById('kibana-body'));
};
