import type {
  Conflict,
  ListedPerson,
  PeopleList,
  SyncStatus,
  UnresolvedLine,
} from '../../../common/api/people';
import { knownPersonSchema } from '../../../common/model/person';
import { answersWith } from './answers';
import type { Answers } from './harness';

/** A person as the list shows one. */
export const buildPerson = (index: number, overrides: Partial<ListedPerson> = {}): ListedPerson => {
  const last = String(100 + (index % 100));
  return {
    ...knownPersonSchema.parse({
      id: `p${index}@example.com`,
      full_name: `Person ${index}`,
      upn: `p${index}@example.com`,
      department: 'Finance',
      title: 'Clerk',
      extensions: [`berlin:${1000 + index}`],
      hosts: [`ws-${index}`],
      roles: index % 3 === 0 ? ['help_desk'] : [],
    }),
    numbers: [{ value: `+12025550${last}`, display: `+1 202-555-0${last}` }],
    ...overrides,
  };
};

export const buildPeople = (count: number, total = count): PeopleList => ({
  people: Array.from({ length: count }, (_, index) => buildPerson(index)),
  total,
  all: total,
});

const SYNC: SyncStatus = {
  scheduled: true,
  last_run: '2025-01-01T10:00:00.000Z',
  sources: [{ source: 'entra_id', people: 4812 }],
};

export const buildConflict = (index: number): Conflict => ({
  kind: 'number',
  value: `+1202555010${index}`,
  display: `+1 202-555-010${index}`,
  people: [
    { id: 'ana', full_name: 'Ana Diaz', department: 'Finance', sources: ['manual'] },
    {
      id: 'ben',
      full_name: 'Ben Kaya',
      sources: ['entra_id'],
      line: { value: `+1202555010${index}`, valid_from: '2025-01-01T00:00:00.000Z' },
    },
  ],
});

export const buildUnresolved = (index: number): UnresolvedLine => ({
  kind: 'extension',
  value: `berlin:${2000 + index}`,
  display: String(2000 + index),
  site: 'berlin',
  calls: 500 - index,
  last_call: '2025-01-01T10:00:00.000Z',
  display_names: ['Ana Diaz'],
  ...(index === 0
    ? {
        suggestion: {
          person_id: 'ana',
          full_name: 'Ana Diaz',
          reason: 'display_name',
          calls: 12,
          confidence: 0.3,
        },
      }
    : {}),
});

export const PEOPLE = 'GET /internal/vishing/directory/people';
export const CONFLICTS = 'GET /internal/vishing/directory/conflicts';
export const UNRESOLVED = 'GET /internal/vishing/directory/unresolved';
export const SYNC_STATE = 'GET /internal/vishing/directory/sync';
export const PREVIEW = 'POST /internal/vishing/directory/import/preview';
export const IMPORT = 'POST /internal/vishing/directory/import';

/** A directory of 10,000 people in order. */
export const peopleAnswers = (overrides: Answers = {}): Answers =>
  answersWith({
    [PEOPLE]: { body: buildPeople(25, 10_000) },
    [SYNC_STATE]: { body: SYNC },
    [CONFLICTS]: { body: { conflicts: [buildConflict(0), buildConflict(1)], truncated: false } },
    'POST /internal/vishing/directory/conflicts/decide': { body: { decided: 1 } },
    [UNRESOLVED]: {
      body: {
        lines: [buildUnresolved(0), buildUnresolved(1)],
        calls: 12_000,
        without_person: 999,
        truncated: true,
      },
    },
    'POST /internal/vishing/directory/assign': { body: { changed: true } },
    [PREVIEW]: {
      body: {
        people: [{ lines: [2], outcome: 'create', person: buildPerson(1) }],
        refused: [{ line: 3, reason: '“5550142” is not a number that exists in GB.' }],
      },
    },
    [IMPORT]: {
      body: {
        created: 1,
        updated: 0,
        unchanged: 0,
        refused: [{ line: 3, reason: '“5550142” is not a number that exists in GB.' }],
      },
    },
    ...overrides,
  });
