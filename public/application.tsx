import ReactDOM from 'react-dom';
import { Router } from 'react-router-dom';
import {
  MANAGE_CAPABILITY,
  PERSONAL_CAPABILITY,
  PLUGIN_ID,
  READ_CAPABILITY,
} from '../common/constants';
import { App } from './app/app';
import type { AppMountParameters, CoreStart, PluginsStart } from './kibana';
import { zoneOf } from './shared/format/instant';
import { ServicesProvider, type Services } from './shared/services';

const servicesOf = (core: CoreStart, plugins: PluginsStart): Services => {
  const capabilities = core.application.capabilities[PLUGIN_ID];
  return {
    core,
    plugins,
    zone: zoneOf(core.settings.client.get<string>('dateFormat:tz')),
    canRead: capabilities?.[READ_CAPABILITY] === true,
    canManage: capabilities?.[MANAGE_CAPABILITY] === true,
    canSeePersonal: capabilities?.[PERSONAL_CAPABILITY] === true,
  };
};

/** Draws the app into Kibana's element. @returns what Kibana calls to take it away again */
export const mountApp = (
  core: CoreStart,
  plugins: PluginsStart,
  { element, history }: AppMountParameters
): (() => void) => {
  const app = (
    <ServicesProvider services={servicesOf(core, plugins)}>
      <Router history={history}>
        <App />
      </Router>
    </ServicesProvider>
  );
  ReactDOM.render(core.rendering.addContext(app), element);
  return () => {
    ReactDOM.unmountComponentAtNode(element);
  };
};
