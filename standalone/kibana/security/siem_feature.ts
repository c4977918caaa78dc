import type { KibanaFeatureConfig } from '../../../server/kibana';

export const RULES_READ = 'rules-read';
export const RULES_ALL = 'rules-all';
export const ALERTS_READ = 'alerts-read';
export const ALERTS_ALL = 'alerts-all';

const NO_SAVED_OBJECTS = { all: [], read: [] };

/**
 * Stands for the privileges of Elastic Security. Whoever may read rules may set the status of alerts here; Elasticsearch's own
 * index privileges decide whether that works, as in Kibana.
 */
export const SIEM_FEATURE: KibanaFeatureConfig = {
  id: 'siem',
  name: 'Security',
  category: { id: 'securitySolution', label: 'Security', order: 4000 },
  app: [],
  privileges: {
    all: {
      api: [RULES_READ, RULES_ALL, ALERTS_READ, ALERTS_ALL],
      savedObject: NO_SAVED_OBJECTS,
      ui: ['show', 'crud'],
    },
    read: {
      api: [RULES_READ, ALERTS_READ, ALERTS_ALL],
      savedObject: NO_SAVED_OBJECTS,
      ui: ['show'],
    },
  },
};
