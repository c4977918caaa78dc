import {
  MANAGE_CAPABILITY,
  MANAGE_PRIVILEGE,
  PLUGIN_ID,
  PLUGIN_NAME,
  READ_CAPABILITY,
  READ_PRIVILEGE,
} from '../common/constants';
import type { KibanaFeatureConfig } from './kibana';

/** Our Kibana privileges: All may install and change, Read may look. Alerts and rules have Kibana's own privileges. */
export const vishingFeature: KibanaFeatureConfig = {
  id: PLUGIN_ID,
  name: PLUGIN_NAME,
  order: 9000,
  category: { id: 'securitySolution', label: 'Security', order: 4000, euiIconType: 'logoSecurity' },
  app: [PLUGIN_ID, 'kibana'],
  privileges: {
    all: {
      app: [PLUGIN_ID, 'kibana'],
      api: [READ_PRIVILEGE, MANAGE_PRIVILEGE],
      savedObject: { all: [], read: [] },
      ui: [READ_CAPABILITY, MANAGE_CAPABILITY],
    },
    read: {
      app: [PLUGIN_ID, 'kibana'],
      api: [READ_PRIVILEGE],
      savedObject: { all: [], read: [] },
      ui: [READ_CAPABILITY],
    },
  },
};
