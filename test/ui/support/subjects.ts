import type { SuspiciousPage } from '../../../common/api/activity';
import type {
  NumberNeighboursResponse,
  NumberPeopleResponse,
  NumberResponse,
} from '../../../common/api/number';
import type { PersonCallsResponse, PersonResponse } from '../../../common/api/person';
import type { Answers } from './harness';
import { buildRows } from './scenario';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2025-01-01T00:00:00.000Z');
const dayOf = (index: number): string =>
  new Date(START_MS + index * DAY_MS).toISOString().slice(0, 10);

const periods = Array.from({ length: 31 }, (_, index) => ({
  day: dayOf(index),
  calls: index % 7 > 4 ? 0 : (index * 5) % 13,
  answered: index % 7 > 4 ? 0 : (index * 5) % 4,
}));

const activity: NumberResponse['activity'] = {
  unit: 'day',
  periods,
  calls: 137,
  answered: 31,
  talk_seconds: 7451,
};

/** A bad number that called many people. */
export const buildNumber = (overrides: Partial<NumberResponse> = {}): NumberResponse => ({
  number: '+12025550142',
  display: '+1 202 555 0142',
  country: 'US',
  type: 'voip',
  block: '+1202555',
  verdict: 'bad',
  entries: [
    {
      number: '+12025550142',
      kind: 'number',
      verdict: 'bad',
      reason: 'Said to be the help desk',
      source: 'manual',
      added_by: 'ana',
      added_at: '2025-01-10T09:00:00.000Z',
      expires: '2025-02-09T09:00:00.000Z',
      state: 'effective',
    },
    { number: '+1202', kind: 'prefix', verdict: 'trusted', source: 'feed', state: 'overruled' },
  ],
  owners: [],
  ever: {
    calls: 212,
    first_seen: '2024-12-01T10:00:00.000Z',
    last_seen: '2025-01-30T10:00:00.000Z',
    calls_90d: 180,
    shown_names: [{ name: 'Help Desk', calls: 9 }],
    own_number_calls: 0,
  },
  activity,
  attestation: {
    total: { A: 3, B: 0, C: 12, failed: 2, none: 1 },
    periods: Array.from({ length: 12 }, (_, index) => ({
      day: dayOf(index),
      counts: { A: index % 2, B: 0, C: 1, failed: index === 3 ? 2 : 0, none: 0 },
    })),
  },
  ...overrides,
});

/** A number of which nothing is known but itself. */
export const buildUnseenNumber = (): NumberResponse =>
  buildNumber({
    verdict: 'none',
    entries: [],
    ever: { calls: 0, calls_90d: 0, shown_names: [], own_number_calls: 0 },
    activity: { unit: 'day', periods: [], calls: 0, answered: 0, talk_seconds: 0 },
    attestation: { total: { A: 0, B: 0, C: 0, failed: 0, none: 0 }, periods: [] },
  });

export const buildReached = (count: number, total = count): NumberPeopleResponse => ({
  total,
  reachable: Math.min(total, 10_000),
  people: Array.from({ length: count }, (_, index) => ({
    ...(index === 1 ? {} : { id: `person.${index}@example.com`, department: 'Finance' }),
    name: index === 1 ? '+44 20 7946 0999' : `Person ${index}`,
    calls: 12 - index,
    answered: index,
    talk_seconds: index * 61,
    newest: {
      call_id: `call-reached-${index}`,
      started: '2025-01-30T10:00:00.000Z',
      action: index % 2 === 0 ? 'call-answered' : 'call-missed',
    },
  })),
});

export const buildNeighbours = (count: number, total = count): NumberNeighboursResponse => ({
  block: '+1202555',
  total,
  reachable: Math.min(total, 10_000),
  neighbours: Array.from({ length: count }, (_, index) => ({
    number: `+120255501${String(index).padStart(2, '0')}`,
    display: `+1 202 555 01${String(index).padStart(2, '0')}`,
    verdict: (['none', 'bad', 'trusted', 'own'] as const)[index % 4] ?? 'none',
    calls: 20 - index,
    people: 3,
    last_seen: '2025-01-29T10:00:00.000Z',
  })),
});

export const buildSuspicious = (count: number, total = count): SuspiciousPage => ({
  calls: buildRows(count),
  total,
  truncated: false,
});

export const buildPerson = (overrides: Partial<PersonResponse> = {}): PersonResponse => ({
  person: {
    id: 'ana.diaz@example.com',
    kind: 'person',
    full_name: 'Ana Diaz',
    upn: 'ana.diaz@example.com',
    emails: ['ana.diaz@example.com', 'a.diaz@example.com'],
    account_names: ['adiaz'],
    sid: 'S-1-5-21-1-2-3-1114',
    cloud_ids: ['5b0a2f6e-9a5e-4b1c-8f7e-0d4c3b2a1f00'],
    numbers: ['+442079460114'],
    extensions: ['london:114', 'london:115', '9'],
    lines: [{ value: 'london:115', valid_to: '2025-01-31T08:00:00.000Z' }],
    domains: [],
    members: [],
    hosts: ['ws-114', 'lt-033'],
    host_confidence: [{ value: 'lt-033', confidence: 0.8 }],
    department: 'Finance',
    title: 'Accountant',
    roles: ['finance'],
    privileged: true,
  },
  in_directory: true,
  number_displays: ['+44 20 7946 0114'],
  ever: {
    calls: 412,
    first_seen: '2024-06-01T10:00:00.000Z',
    last_seen: '2025-01-30T10:00:00.000Z',
  },
  activity,
  joins: [
    { method: 'number', confidence: 1, calls: 120 },
    { method: 'extension', confidence: 0.8, calls: 17 },
  ],
  ...overrides,
});

export const buildPersonCalls = (count: number, total = count): PersonCallsResponse => ({
  total,
  reachable: Math.min(total, 10_000),
  calls: Array.from({ length: count }, (_, index) => ({
    call_id: `call-person-${index}`,
    started: '2025-01-30T10:00:00.000Z',
    direction: (['inbound', 'outbound', 'internal', 'unknown'] as const)[index % 4] ?? 'unknown',
    action: index % 3 === 0 ? 'call-answered' : 'call-missed',
    answered: index % 3 === 0,
    ...(index === 0 ? { talk_seconds: 1084 } : {}),
    other:
      index % 4 === 2
        ? { name: 'Bob Ray', verdict: 'none' }
        : { number: '+12025550142', name: '+1 202 555 0142', verdict: 'bad' },
    join: { method: 'number', confidence: 1 },
  })),
});

export const NUMBER_PATH = '/numbers/+12025550142';
export const PERSON_PATH = '/people/ana.diaz%40example.com';

/** Answers by what is asked for after the number or the id; the whole page where nothing is. */
export const subjectAnswers = (parts: Readonly<Record<string, unknown>> = {}): Answers => {
  const bodies: Readonly<Record<string, unknown>> = {
    number: buildNumber(),
    people: buildReached(10, 57),
    neighbours: buildNeighbours(10, 23),
    numberSuspicious: buildSuspicious(4),
    person: buildPerson(),
    calls: buildPersonCalls(10, 412),
    personSuspicious: buildSuspicious(3),
    ...parts,
  };
  const last = (path: string): string => path.split('/').at(-1) ?? '';
  return {
    'GET /internal/vishing/numbers/': ({ path }) => ({
      body:
        last(path) === 'suspicious_calls'
          ? bodies.numberSuspicious
          : (bodies[last(path)] ?? bodies.number),
    }),
    'GET /internal/vishing/people/': ({ path }) => ({
      body:
        last(path) === 'suspicious_calls'
          ? bodies.personSuspicious
          : last(path) === 'calls'
            ? bodies.calls
            : bodies.person,
    }),
    'POST /internal/vishing/watchlist': {
      body: { created: 1, updated: 0, unchanged: 0, failed: [] },
    },
  };
};
