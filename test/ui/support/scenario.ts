/* eslint-disable max-lines -- one scenario as data */
import type { CallResponse, TimelineEvent, TimelineResponse } from '../../../common/api/call';
import type { SetupStatus } from '../../../common/api/setup';
import type { SuspiciousCall, SuspiciousCallsResponse } from '../../../common/api/suspicious_calls';
import { severityOfScore } from '../../../common/model/alert';
import { buildAlert, buildCall } from '../../builders/call';
import { buildSuspiciousCall } from '../../builders/suspicious_call';
import { buildTimelineEvent, CALL_START_MS } from '../../builders/timeline';

const MINUTE_MS = 60_000;

const PEOPLE = [
  ['Ana Diaz', 'Finance', 'ws-114'],
  ['Jonas Weber', 'Engineering', 'ws-207'],
  ['Priya Nair', 'Legal', 'lt-033'],
  ['Tom O’Neil', 'Help desk', 'ws-009'],
] as const;

const personOf = (index: number): SuspiciousCall['person'] => {
  const [name, department, host] = PEOPLE[index % PEOPLE.length] ?? PEOPLE[0];
  return { name, department, hosts: [host] };
};

/** Rows of all kinds: every severity and status, known and unknown numbers and people. */
export const buildRows = (count: number): SuspiciousCall[] =>
  Array.from({ length: count }, (_, index) => {
    const score = Math.max(5, 96 - index * 7);
    const isOdd = index % 2 === 1;
    return buildSuspiciousCall({
      call_id: `call-${String(index).padStart(5, '0')}`,
      started: new Date(Date.now() - (index + 1) * 37 * MINUTE_MS).toISOString(),
      person: index === 3 ? { hosts: [] } : personOf(index),
      number:
        index === 4
          ? { verdict: 'none' }
          : {
              value: `+120255501${String(index % 100).padStart(2, '0')}`,
              display: `+1 202-555-01${String(index % 100).padStart(2, '0')}`,
              country: isOdd ? 'GB' : 'US',
              type: isOdd ? 'MOBILE' : 'VOIP',
              is_first_seen: !isOdd,
              verdict: (['none', 'bad', 'trusted', 'own'] as const)[index % 4] ?? 'none',
              people_30d: index + 1,
            },
      answered: index !== 2,
      score,
      severity: severityOfScore(score),
      status: (['open', 'open', 'acknowledged'] as const)[index % 3] ?? 'open',
      reasons: [
        '2,841 mails in the 40 min before',
        'Quick Assist gave full control, 4 min 12 s after the call began',
        'number first seen',
      ].slice(0, 1 + (index % 3)),
      alerts: Array.from({ length: 1 + (index % 3) }, (__, alert) =>
        buildAlert({ id: `alert-${index}-${alert}`, rule_id: `r${alert}` })
      ),
    });
  });

/** An answer of the list. */
export const buildList = (
  rows: readonly SuspiciousCall[],
  overrides: Partial<SuspiciousCallsResponse> = {}
): SuspiciousCallsResponse => ({
  calls: [...rows],
  total: rows.length,
  truncated: false,
  counts: { open: 14, acknowledged: 3, closed: 5, last_hour: 2 },
  rules: [
    { id: 'r0', name: 'External call, then a remote tool started', calls: 9 },
    { id: 'r1', name: 'Mail flood, then an external call', calls: 4 },
  ],
  checked: {
    calls: 12_304,
    last_call_record: new Date(Date.now() - 2 * MINUTE_MS).toISOString(),
    last_resolved: new Date(Date.now() - MINUTE_MS).toISOString(),
    last_alert: new Date(Date.now() - 37 * MINUTE_MS).toISOString(),
  },
  ...overrides,
});

const GUIDE = `## Triage

1. Call **Ana Diaz** back on the number from the directory, not on the one that called.
2. Isolate \`ws-114\` if Quick Assist is still running.
3. Look for new factors and sessions of the account.

| sign | means |
|---|---|
| first-seen number | nobody here knows the caller |
`;

/** The answer for the call that all timelines here are about. */
export const buildCallResponse = (overrides: Partial<CallResponse> = {}): CallResponse => ({
  call: buildCall({
    vishing: {
      external: {
        number: '+12025550142',
        country: 'US',
        number_type: 'VOIP',
        first_seen: '2025-01-01T14:03:00.000Z',
        is_first_seen: true,
        calls_30d: 7,
        people_30d: 6,
        spoken_30d: 3,
        unanswered_share_30d: 0.43,
      },
      person: { department: 'Finance', title: 'Accountant', privileged: true },
      join: { method: 'number', confidence: 0.95 },
    },
  }),
  suspicion: buildSuspiciousCall(),
  title: 'Unknown number called Ana Diaz; Quick Assist gave full control',
  sentences: [
    'At 14:03 on 1 Jan a number never seen before, +1 202 555 0142 (US, VoIP, reached 6 people today), called Ana Diaz (Finance) after 2,841 mails in 40 minutes.',
    'They spoke for 18 min 4 s. 4 min 12 s into the call Quick Assist shared full control of ws-114; 7 min in, whoami, net and nltest ran there.',
  ],
  number_display: '+1 202-555-0142',
  why: [
    {
      rule_id: 'r1',
      rule_name: 'External call, then a remote tool started',
      conditions: [
        { label: 'The call was answered and came from outside', value: '18 min 4 s, inbound' },
        {
          label: 'A remote tool started within 60 min',
          value: 'QuickAssist.exe, 4 min 12 s after',
        },
      ],
      guide: GUIDE,
    },
    {
      rule_id: 'r2',
      rule_name: 'Mail flood, then an external call',
      conditions: [{ label: 'At least 50 mails in 10 min', value: '2,841' }],
      guide: '',
    },
  ],
  score_terms: [
    { label: 'Quick Assist gave full control (endpoint, during the call)', points: 38 },
    { label: 'Mail flood before the call', points: 24 },
    { label: 'First-seen number', points: 17 },
    { label: 'The number reached 6 people', points: 17 },
  ],
  number_calls: Array.from({ length: 6 }, (_, index) => ({
    call_id: `earlier-${index}`,
    started: new Date(CALL_START_MS - (index + 1) * 11 * MINUTE_MS).toISOString(),
    direction: 'inbound',
    answered: index % 2 === 0,
    talk_seconds: index % 2 === 0 ? 20 + index : undefined,
    person: PEOPLE[index % PEOPLE.length]?.[0],
    number: '+12025550142',
    action: index % 2 === 0 ? 'call-answered' : 'call-missed',
  })),
  number_calls_total: 6,
  ...overrides,
});

const at = (seconds: number, rest: Partial<TimelineEvent>): TimelineEvent =>
  buildTimelineEvent({ id: `e${seconds}-${rest.lane ?? ''}`, offset_ms: seconds * 1000, ...rest });

const until = (seconds: number): string => new Date(CALL_START_MS + seconds * 1000).toISOString();

const EVIDENCE_LINK = { reason: 'Same person: ana.diaz@example.com', confidence: 0.95 };

/** A whole attack: mail flood, call, chat, Quick Assist, recon, alerts, with ordinary work around it. */
export const buildAttack = (): TimelineEvent[] => [
  at(0, {
    id: 'call',
    lane: 'calls',
    role: 'call',
    label: 'Call with +1 202 555 0142',
    end: until(1092),
    ring_seconds: 8,
    sentence: '+1 202 555 0142 called Ana Diaz; they spoke for 18 min 4 s.',
    facets: { number: '+12025550142' },
  }),
  at(-820, {
    lane: 'calls',
    label: 'Call with Jonas Weber',
    end: until(-700),
    sentence: 'Ana Diaz called Jonas Weber.',
  }),
  at(1500, {
    lane: 'calls',
    label: 'Call with Help desk',
    end: until(1640),
    sentence: 'Ana Diaz called the help desk.',
  }),
  at(-660, {
    lane: 'number',
    label: 'Called Priya Nair',
    sentence: '+1 202 555 0142 called Priya Nair; nobody answered.',
  }),
  at(-340, {
    lane: 'number',
    label: 'Called Tom O’Neil',
    end: until(-320),
    sentence: '+1 202 555 0142 called Tom O’Neil.',
  }),
  at(-890, {
    lane: 'mail',
    role: 'evidence',
    label: 'Mail flood',
    count: 2841,
    end: until(-30),
    sentence: 'Ana Diaz got 2,841 mails in 14 min 20 s.',
    link: EVIDENCE_LINK,
  }),
  at(95, {
    lane: 'mail',
    role: 'evidence',
    label: 'Teams chat “Help Desk”',
    sentence: 'An external account named “Help Desk” wrote to Ana Diaz in Teams.',
    link: EVIDENCE_LINK,
  }),
  at(640, {
    lane: 'identity',
    role: 'evidence',
    label: 'MFA push approved',
    sentence: 'Ana Diaz approved an MFA push from a new device.',
    link: EVIDENCE_LINK,
    facets: { user: 'ana.diaz@example.com' },
  }),
  at(-400, { lane: 'identity', label: 'Sign-in', sentence: 'Ana Diaz signed in.' }),
  at(252, {
    id: 'quickassist',
    lane: 'endpoint',
    role: 'evidence',
    label: 'Quick Assist gave full control',
    end: until(1010),
    signal_id: 'quick_assist_full_control',
    sentence: 'QuickAssist.exe shared full control of ws-114.',
    link: { reason: 'Same host: ws-114 is the computer of Ana Diaz', confidence: 0.9 },
    document: { index: '.ds-logs-endpoint.events.process-default-000001', id: 'doc-1' },
    facets: { host: 'ws-114', process: 'QuickAssist.exe' },
  }),
  at(420, {
    lane: 'endpoint',
    role: 'evidence',
    label: 'Recon',
    count: 5,
    sentence: 'whoami, net and nltest ran on ws-114.',
    link: EVIDENCE_LINK,
    facets: { host: 'ws-114' },
  }),
  ...Array.from({ length: 14 }, (_, index) =>
    at(-850 + index * 190, { lane: 'endpoint', label: 'outlook.exe', facets: { host: 'ws-114' } })
  ),
  at(262, {
    lane: 'network',
    role: 'evidence',
    label: 'remoteassistance.support.services',
    sentence: 'ws-114 asked for remoteassistance.support.services.example.com.',
    link: EVIDENCE_LINK,
  }),
  at(253, {
    lane: 'alerts',
    role: 'evidence',
    label: 'External call, then a remote tool',
    sentence: 'The rule “External call, then a remote tool started” alerted.',
    link: EVIDENCE_LINK,
  }),
  at(421, {
    lane: 'alerts',
    role: 'evidence',
    label: 'Recon in a call',
    sentence: 'The rule “Recon during a call” alerted.',
    link: EVIDENCE_LINK,
  }),
];

export const buildTimeline = (
  events: readonly TimelineEvent[],
  partial: TimelineResponse['partial'] = []
): TimelineResponse => ({ events: [...events], partial });

/** The state of a setup; a test names what is not in order. */
export const buildSetup = (overrides: Partial<SetupStatus> = {}): SetupStatus => ({
  assets: [
    {
      kind: 'component_template',
      id: 'vishing-call-mappings',
      name: 'vishing-call-mappings',
      state: 'current',
    },
    {
      kind: 'index_template',
      id: 'logs-vishing.call',
      name: 'logs-vishing.call',
      state: 'current',
    },
    { kind: 'index', id: 'vishing-calls', name: 'vishing-calls', state: 'current' },
    { kind: 'index', id: 'vishing-directory', name: 'vishing-directory', state: 'current' },
    {
      kind: 'ingest_pipeline',
      id: 'logs-vishing.call',
      name: 'logs-vishing.call',
      state: 'current',
    },
    { kind: 'task', id: 'vishing-resolve-calls', name: 'Call resolver', state: 'current' },
  ],
  rules_via_server: true,
  resolver: {
    scheduled: true,
    last_run: new Date(Date.now() - MINUTE_MS).toISOString(),
    calls: 12_304,
    waiting: 0,
  },
  ...overrides,
});
