import {
  alertsOf,
  buildCoverage,
  buildDataSet,
  buildRule,
  buildSignal,
  needOf,
} from '../../test/builders/coverage';
import { rankIntegrations } from './next_integration';

const integrations = [
  { id: 'calls', name: 'Phone systems' },
  { id: 'okta', name: 'Okta', package: 'okta' },
  { id: 'mail', name: 'Mail', package: 'mail' },
];
const technique = (id: string) => ({ id, name: id, tactics: [] });
const dataSets = (calls: 'present' | 'missing') => [
  buildDataSet('calls', calls),
  buildDataSet('okta', 'missing'),
  buildDataSet('mail', 'missing'),
];
const calls = needOf('calls');
const rules = [
  buildRule('call', { techniques: ['T1'] }),
  buildRule('push', { techniques: ['T2'], needs: [calls, needOf('okta')] }),
  buildRule('factor', { techniques: ['T3'], needs: [calls, needOf('okta')] }),
  buildRule('count', { building_block: true, needs: [needOf('mail')] }),
  buildRule('flood', { techniques: ['T4'], needs: [calls, alertsOf('count')] }),
];
const base = { integrations, rules, techniques: ['T1', 'T2', 'T3', 'T4'].map(technique) };
const rank = (overrides: Parameters<typeof buildCoverage>[0]) =>
  rankIntegrations(buildCoverage({ ...base, ...overrides }));

describe('the integration that would help most next', () => {
  it('is the phone system when nothing is there, though most rules lack something else too', () => {
    const [first, ...others] = rank({ data_sets: dataSets('missing') });
    expect(first?.integration.id).toBe('calls');
    expect(first?.completed.map(({ rule_id: id }) => id)).toEqual(['call']);
    expect(first?.nearer.map(({ rule_id: id }) => id)).toEqual(['push', 'factor', 'flood']);
    expect(others.map(({ integration }) => integration.id)).toEqual(['okta', 'mail']);
  });

  it('is then the one that completes most rules, and says which and what they cover', () => {
    const [first, second] = rank({ data_sets: dataSets('present') });
    expect(first?.integration.id).toBe('okta');
    expect(first?.completed.map(({ rule_id: id }) => id)).toEqual(['push', 'factor']);
    expect(first?.improved.map(({ id }) => id)).toEqual(['T2', 'T3']);
    expect(second?.integration.id).toBe('mail');
    expect(second?.completed.map(({ rule_id: id }) => id)).toEqual(['flood']);
  });

  it('brings all data sets of an integration at once', () => {
    const [first] = rank({
      integrations: [{ id: 'both', name: 'Both' }],
      data_sets: dataSets('present').map((dataSet) => ({ ...dataSet, integration: 'both' })),
    });
    expect(first?.missing.map(({ id }) => id)).toEqual(['okta', 'mail']);
    expect(first?.completed).toHaveLength(3);
  });

  it('counts events that timelines would show when no rule gains', () => {
    const [first] = rank({
      rules: [],
      signals: [buildSignal('flood', { needs: [calls, needOf('mail')], techniques: ['T4'] })],
      data_sets: dataSets('present'),
    });
    expect(first).toMatchObject({
      integration: { id: 'mail' },
      shown: [{ id: 'flood' }],
      improved: [{ id: 'T4' }],
    });
  });

  it('is none when all data is there, and none that no rule or signal reads', () => {
    const all = dataSets('present').map((dataSet) => ({
      ...dataSet,
      feeds: [{ index: `logs-${dataSet.id}-*`, state: 'present' as const }],
    }));
    expect(rank({ data_sets: [...all, buildDataSet('unread', 'missing')] })).toEqual([]);
  });

  it('does not recommend what could not be searched', () => {
    const unknown = [buildDataSet('calls', 'present'), buildDataSet('okta', 'unknown')];
    expect(rank({ data_sets: unknown })).toEqual([]);
  });
});
