import { merge } from 'lodash';
import type { CallAlert } from '../../common/model/alert';
import type { CallDocument } from '../../common/model/call';
import { foundOnDay } from '../../server/joins/calls_on_day';

type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;

const withDay = (call: CallDocument): CallDocument => ({
  ...call,
  vishing: {
    ...call.vishing,
    on_day: foundOnDay(Date.parse(call['@timestamp']), call.user, call.vishing.person),
  },
});

/** An answered external call of 18 min 4 s to Ana Diaz; a test names only the fields that it is about. */
export const buildCall = (overrides: DeepPartial<CallDocument> = {}): CallDocument => {
  const call = merge<CallDocument, DeepPartial<CallDocument>>(
    {
      '@timestamp': '2025-01-01T14:03:00.000Z',
      event: {
        start: '2025-01-01T14:03:00.000Z',
        end: '2025-01-01T14:21:12.000Z',
        duration: 1_092_000_000_000,
        action: 'call-answered',
        outcome: 'success',
        provider: 'asterisk_cdr',
        id: '1735740180.1',
      },
      source: { address: '+12025550142' },
      destination: { address: '+442079460114', user: { email: 'ana.diaz@example.com' } },
      user: {
        name: 'adiaz',
        email: 'ana.diaz@example.com',
        full_name: 'Ana Diaz',
        id: 'S-1-5-21-1-2-3-1114',
      },
      host: { name: 'ws-114' },
      vishing: {
        call: {
          id: 'c0ffee00c0ffee00',
          direction: 'inbound',
          answered: true,
          talk_seconds: 1084,
          ring_seconds: 8,
        },
        caller: { number: '+12025550142', number_raw: '12025550142', number_quality: 'e164' },
        callee: { number: '+442079460114', number_quality: 'e164' },
        external: { number: '+12025550142', country: 'US' },
        watchlist: { verdict: 'none' },
        person: { id: 'ana.diaz', department: 'Finance' },
      },
    },
    overrides
  );
  return withDay(call);
};

/** An open alert of a rule of risk 73. */
export const buildAlert = (overrides: Partial<CallAlert> = {}): CallAlert => ({
  id: 'alert-1',
  index: '.internal.alerts-security.alerts-default-000001',
  rule_id: 'r1',
  rule_name: 'External call, then a remote tool started',
  severity: 'high',
  risk_score: 73,
  status: 'open',
  original_time: '2025-01-01T14:07:12.000Z',
  created: '2025-01-01T14:25:00.000Z',
  reason: 'process event by adiaz on ws-114',
  techniques: ['T1566.004'],
  ...overrides,
});
