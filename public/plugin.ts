import { PLUGIN_ID, PLUGIN_NAME } from '../common/constants';
import type { AppCategory, CoreSetup } from './kibana';

/** Kibana's own security category: ids and order as in core's DEFAULT_APP_CATEGORIES. */
const SECURITY_CATEGORY: AppCategory = {
  id: 'securitySolution',
  label: 'Security',
  order: 4000,
  euiIconType: 'logoSecurity',
};

/** Registers the app. Everything else is in a second file that is loaded inside `mount`. */
export class VishingPlugin {
  setup(core: CoreSetup): object {
    core.application.register({
      id: PLUGIN_ID,
      title: PLUGIN_NAME,
      category: SECURITY_CATEGORY,
      euiIconType: 'logoSecurity',
      order: 9000,
      appRoute: `/app/${PLUGIN_ID}`,
      deepLinks: [
        { id: 'watchlist', title: 'Watchlist', path: '/numbers' },
        { id: 'people', title: 'People', path: '/people' },
        { id: 'rules', title: 'Rules', path: '/rules' },
        { id: 'coverage', title: 'Coverage', path: '/coverage' },
        { id: 'sources', title: 'Sources', path: '/sources' },
        { id: 'setup', title: 'Setup', path: '/setup' },
      ],
      mount: async (params) => {
        const { mountApp } = await import('./application');
        const [coreStart, plugins] = await core.getStartServices();
        return mountApp(coreStart, plugins, params);
      },
    });
    return {};
  }

  start(): object {
    return {};
  }

  stop(): void {}
}
