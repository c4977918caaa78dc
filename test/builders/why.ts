import type { CheckedCondition, WhyAnswer } from '../../common/api/why';

/** A condition that is met. */
export const buildCondition = (overrides: Partial<CheckedCondition> = {}): CheckedCondition => ({
  holds: true,
  about: 'call',
  expression: 'vishing.call.answered',
  found: [{ field: 'vishing.call.answered', value: 'true' }],
  needed: { operator: 'true', values: [], total: 0 },
  parameters: [],
  ...overrides,
});

/** The tool started 41 minutes after the call began. */
export const tooLate = (): CheckedCondition =>
  buildCondition({
    holds: false,
    about: 'both',
    expression: 'vishing.gap_seconds <= 1800',
    found: [{ field: 'vishing.gap_seconds', value: '2460' }],
    needed: { operator: '<=', values: ['1800'], total: 1 },
    parameters: ['time_window'],
  });

const SUMMARY: WhyAnswer['call'] = {
  call_id: 'call-0001',
  started: '2025-01-01T14:03:00.000Z',
  direction: 'inbound',
  answered: true,
  talk_seconds: 1084,
  person: 'Ana Diaz',
  number: '+12025550142',
  action: 'call-answered',
};

/** Of two events, the nearer one misses one condition and the other one two. */
export const buildWhyAnswer = (overrides: Partial<WhyAnswer> = {}): WhyAnswer => ({
  call: SUMMARY,
  outcome: 'missed',
  signals: ['Remote access tool started'],
  join: { field: 'user.name', values: ['adiaz'] },
  window: { from: '2025-01-01T14:01:00.000Z', to: '2025-01-01T14:33:00.000Z' },
  candidates: [
    {
      document: { index: 'logs-endpoint.events.process-default', id: 'e1' },
      at: '2025-01-01T14:44:00.000Z',
      failing: 1,
      is_signal: true,
      conditions: [buildCondition(), tooLate()],
    },
    {
      document: { index: 'logs-endpoint.events.process-default', id: 'e2' },
      at: '2025-01-01T15:44:00.000Z',
      failing: 2,
      is_signal: true,
      conditions: [buildCondition({ holds: false }), tooLate()],
    },
  ],
  call_conditions: [],
  counts: [],
  looks_back_seconds: 4 * 3600,
  parameters: [{ id: 'time_window', type: 'duration', value: '30m' }],
  labels: { 'vishing.gap_seconds': 'Time since the call began (seconds)' },
  ...overrides,
});
