import type { SuspiciousCall } from '../../common/api/suspicious_calls';
import { buildAlert } from './call';

/** A critical, open call to Ana Diaz. */
export const buildSuspiciousCall = (overrides: Partial<SuspiciousCall> = {}): SuspiciousCall => ({
  call_id: 'c0ffee00c0ffee00',
  started: '2025-01-01T14:03:00.000Z',
  talk_seconds: 1084,
  answered: true,
  direction: 'inbound',
  person: {
    id: 'ana.diaz',
    name: 'Ana Diaz',
    email: 'ana.diaz@example.com',
    department: 'Finance',
    hosts: ['ws-114'],
  },
  number: {
    value: '+12025550142',
    display: '+1 202 555 0142',
    country: 'US',
    type: 'VOIP',
    is_first_seen: true,
    verdict: 'none',
    people_30d: 6,
  },
  score: 96,
  severity: 'critical',
  status: 'open',
  reasons: ['Quick Assist gave full control, 4 min 12 s after the call began', 'number first seen'],
  alerts: [buildAlert()],
  ...overrides,
});
