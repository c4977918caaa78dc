import {
  MANAGE_CAPABILITY,
  MANAGE_PRIVILEGE,
  MASKED_PRIVILEGE,
  PERSONAL_CAPABILITY,
  PERSONAL_PRIVILEGE,
  PLUGIN_ID,
  PLUGIN_NAME,
  READ_CAPABILITY,
  READ_PRIVILEGE,
  TUNING_TYPE,
} from '../common/constants';
import type { KibanaFeatureConfig } from './kibana';

const NO_SAVED_OBJECTS = { all: [], read: [] };

/**
 * Our Kibana privileges: All may install and change, Read may look. Alerts and rules have Kibana's own privileges. Both
 * show numbers and names in full unless a role leaves out the sub-feature "Personal data"; then they are masked.
 */
export const vishingFeature: KibanaFeatureConfig = {
  id: PLUGIN_ID,
  name: PLUGIN_NAME,
  order: 9000,
  category: { id: 'securitySolution', label: 'Security', order: 4000, euiIconType: 'logoSecurity' },
  app: [PLUGIN_ID, 'kibana'],
  privileges: {
    all: {
      app: [PLUGIN_ID, 'kibana'],
      api: [READ_PRIVILEGE, MANAGE_PRIVILEGE, MASKED_PRIVILEGE],
      savedObject: { all: [TUNING_TYPE], read: [] },
      ui: [READ_CAPABILITY, MANAGE_CAPABILITY],
    },
    read: {
      app: [PLUGIN_ID, 'kibana'],
      api: [READ_PRIVILEGE, MASKED_PRIVILEGE],
      savedObject: { all: [], read: [TUNING_TYPE] },
      ui: [READ_CAPABILITY],
    },
  },
  subFeatures: [
    {
      name: 'Personal data',
      privilegeGroups: [
        {
          groupType: 'independent',
          privileges: [
            {
              id: 'view_personal_data',
              name: 'See phone numbers and names in full',
              includeIn: 'read',
              api: [PERSONAL_PRIVILEGE],
              savedObject: NO_SAVED_OBJECTS,
              ui: [PERSONAL_CAPABILITY],
            },
          ],
        },
      ],
    },
  ],
};
