import type {
  Coverage,
  CoveredDataSet,
  CoveredRule,
  CoveredSignal,
  Need,
  Presence,
} from '../../common/api/coverage';

export const buildDataSet = (
  id: string,
  state: Presence,
  overrides: Partial<CoveredDataSet> = {}
): CoveredDataSet => ({
  ...{ id, name: id, integration: id },
  feeds: [{ index: `logs-${id}-*`, state }],
  ...overrides,
});

/** A need of these data sets, one of which is enough. */
export const needOf = (...ids: readonly string[]): Need => ({
  name: ids.join(' or '),
  indices: ids.map((id) => `logs-${id}-*`),
  data_sets: [...ids],
  rules: [],
});

/** A need of the alerts of other rules. */
export const alertsOf = (...rules: readonly string[]): Need => ({
  ...{ name: 'Alerts', indices: ['.alerts-security.alerts-*'], data_sets: [] },
  rules: [...rules],
});

export const buildRule = (id: string, overrides: Partial<CoveredRule> = {}): CoveredRule => ({
  ...{ rule_id: id, catalogue: 'D2', name: `Rule ${id}`, building_block: false },
  techniques: ['T1566.004'],
  needs: [needOf('calls')],
  ...overrides,
});

export const buildSignal = (id: string, overrides: Partial<CoveredSignal> = {}): CoveredSignal => ({
  ...{ id, name: `Signal ${id}`, techniques: ['T1566.004'], needs: [needOf('calls')] },
  ...overrides,
});

/** Calls are there, Okta is not; nothing else is known. */
export const buildCoverage = (overrides: Partial<Coverage> = {}): Coverage => ({
  ...{ attack_version: '18.1', strategy: 'DET0245' },
  integrations: [
    { id: 'calls', name: 'Phone systems' },
    { id: 'okta', name: 'Okta', package: 'okta' },
  ],
  data_sets: [buildDataSet('calls', 'present'), buildDataSet('okta', 'missing')],
  rules: [],
  signals: [],
  techniques: [{ id: 'T1566.004', name: 'Spearphishing Voice', tactics: ['Initial Access'] }],
  analytics: [],
  ...overrides,
});
