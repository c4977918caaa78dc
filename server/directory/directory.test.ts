import { personSchema, type PersonInput } from '../../common/model/person';
import { createDirectory, type PartyIdentity } from './directory';
import { normaliseAccount, normaliseHost, normaliseId } from './identity';

const person = (id: string, names: Partial<PersonInput>) =>
  personSchema.parse({ id, full_name: id, ...names });

const directory = createDirectory([
  person('ana', {
    upn: 'ana.diaz@example.com',
    emails: ['ana@example.com'],
    account_names: ['adiaz'],
    sid: 'S-1-5-21-1-2-3-1114',
    cloud_ids: ['0b5e7a52-0000-4000-8000-000000000001'],
    numbers: ['+12025550114', '+12025550100'],
    extensions: ['berlin:1001'],
  }),
  person('dan', { account_names: ['eadams'], domains: ['corp'] }),
  person('eva', { account_names: ['eadams'], domains: ['eu'] }),
  person('fay', { account_names: ['fkhan'], domains: ['corp'] }),
  person('ben', {
    numbers: ['+12025550115', '+12025550100'],
    extensions: ['munich:1001', 'berlin:1002', '1003'],
  }),
]);

it.each<[PartyIdentity, string, string, number]>([
  [{ number: '+12025550114' }, 'ana', 'number', 1],
  [{ extension: '1001', siteId: 'berlin' }, 'ana', 'extension', 0.95],
  [{ extension: '1001', siteId: 'munich' }, 'ben', 'extension', 0.95],
  [{ extension: '1002' }, 'ben', 'extension', 0.8],
  [{ extension: '1003', siteId: 'hamburg' }, 'ben', 'extension', 0.8],
  [{ address: 'Ana.Diaz@Example.com' }, 'ana', 'upn', 1],
  [{ address: 'adiaz@example.com' }, 'ana', 'account', 0.6],
  [{ account: 'EXAMPLE\\ADiaz' }, 'ana', 'account', 0.9],
  [{ id: 's-1-5-21-1-2-3-1114' }, 'ana', 'sid', 1],
  [{ id: '0B5E7A52-0000-4000-8000-000000000001' }, 'ana', 'cloud_id', 1],
  [{ number: '+12025550114', extension: '1002', siteId: 'berlin' }, 'ben', 'extension', 0.95],
  [{ number: '+12025550115', address: 'ana@example.com' }, 'ana', 'upn', 1],
  [{ account: 'CORP\\EAdams' }, 'dan', 'account', 0.9],
  [{ account: 'eu.example.com\\eadams' }, 'eva', 'account', 0.9],
  [{ account: 'fkhan' }, 'fay', 'account', 0.9],
  [{ number: '+12025550114', address: '+12025550114@sbc.example.org' }, 'ana', 'number', 1],
  [{ extension: '1001', siteId: 'berlin', account: 'ana.diaz' }, 'ana', 'extension', 0.95],
  [
    { extension: '1001', siteId: 'berlin', account: 'NT AUTHORITY\\SYSTEM' },
    'ana',
    'extension',
    0.95,
  ],
  [{ extension: '1001', siteId: 'berlin', account: 'Front desk' }, 'ana', 'extension', 0.95],
  [{ extension: '1002', siteId: 'berlin', account: 'bmiller' }, 'ben', 'extension', 0.95],
])('%j is %s by %s (%d)', (identity, id, method, confidence) => {
  expect(directory.findPerson(identity)).toMatchObject({ person: { id }, method, confidence });
});

it.each<[string, PartyIdentity]>([
  ['a number that two people share', { number: '+12025550100' }],
  ['an extension that two sites have, without its site', { extension: '1001' }],
  ['an extension of another site', { extension: '1002', siteId: 'munich' }],
  ['the same local part in a foreign domain', { address: 'adiaz@example.org' }],
  ['an account that two domains have, without its domain', { account: 'eadams' }],
  ['the account of another domain', { account: 'PARTNER\\fkhan' }],
  ['a machine account', { account: 'WS-114$' }],
  [
    "someone else at ana's desk",
    { extension: '1001', siteId: 'berlin', account: 'EXAMPLE\\temp7' },
  ],
  ['a guest at her number', { number: '+12025550114', address: 'guest@example.org' }],
  ['nothing', {}],
])('%s names nobody', (_, identity) => {
  expect(directory.findPerson(identity)).toBeUndefined();
});

const JUNE = Date.parse('2025-06-15T00:00:00Z');
const MAY = Date.parse('2025-05-20T08:00:00Z');
const JULY = Date.parse('2025-07-01T00:00:00Z');

describe('a line that changes hands', () => {
  const handed = createDirectory([
    person('ana', {
      extensions: ['berlin:1001'],
      lines: [{ value: 'berlin:1001', valid_to: '2025-06-15T00:00:00Z' }],
    }),
    person('ben', {
      extensions: ['berlin:1001'],
      lines: [{ value: 'berlin:1001', valid_from: '2025-06-15T02:00:00+02:00', confidence: 0.7 }],
    }),
  ]);
  const at = (atMs?: number) => handed.findPerson({ extension: '1001', siteId: 'berlin', atMs });

  it.each<[number, string, number]>([
    [MAY, 'ana', 0.95],
    [JUNE - 1, 'ana', 0.95],
    [JUNE, 'ben', 0.7],
    [JULY, 'ben', 0.7],
  ])('at %d is %s’s', (atMs, id, confidence) => {
    expect(at(atMs)).toMatchObject({ person: { id }, confidence });
  });

  it('names nobody where the time is not known', () => {
    expect(at()).toBeUndefined();
  });

  it('is the former owner’s until the end, although the present one has no date', () => {
    const open = createDirectory([
      person('ana', {
        numbers: ['+12025550114'],
        lines: [{ value: '+12025550114', valid_to: '2025-06-15T00:00:00Z' }],
      }),
      person('ben', { numbers: ['+12025550114'] }),
    ]);
    const who = (atMs: number) => open.findPerson({ number: '+12025550114', atMs })?.person.id;
    expect([who(MAY), who(JULY)]).toEqual(['ana', 'ben']);
  });

  it('is nobody’s in a gap', () => {
    const gap = createDirectory([
      person('ana', {
        numbers: ['+12025550114'],
        lines: [{ value: '+12025550114', valid_to: '2025-06-15T00:00:00Z' }],
      }),
    ]);
    expect(gap.findPerson({ number: '+12025550114', atMs: JULY })).toBeUndefined();
    expect(gap.hasNumber('+12025550114')).toBe(true);
  });
});

describe('an extension that one has at a site and another at any', () => {
  const people = [
    person('ana', { extensions: ['1001'] }),
    person('ben', {
      extensions: ['berlin:1001'],
      lines: [{ value: 'berlin:1001', valid_from: '2025-06-15T00:00:00Z' }],
    }),
  ];
  const whose = (siteId?: string, atMs = JULY, more: typeof people = []) =>
    createDirectory([...people, ...more]).findPerson({ extension: '1001', siteId, atMs })?.person
      .id;

  it('is the one’s at that site, and the other’s elsewhere and before', () => {
    expect([whose('berlin'), whose('munich'), whose('berlin', MAY)]).toEqual(['ben', 'ana', 'ana']);
  });

  it('is nobody’s in a call that names no site, as long as both have it', () => {
    expect([whose(), whose(undefined, MAY)]).toEqual([undefined, 'ana']);
  });

  it('is whose it was decided to be in a call that names no site', () => {
    const decided = {
      value: '1001',
      verdict: 'owner' as const,
      decided_at: '2025-01-01T00:00:00Z',
    };
    const [ana, ben] = people;
    const both = [ana, { ...ben, decided: [{ ...decided, against: ['ana'] }] }];
    const found = createDirectory(both as typeof people).findPerson({
      extension: '1001',
      atMs: JULY,
    });
    expect(found).toMatchObject({ person: { id: 'ben' }, confidence: 0.8 });
  });

  it('goes to no third person while two contest it at the site', () => {
    const cem = person('cem', { extensions: ['berlin:1001'] });
    expect([whose('berlin', JULY, [cem]), whose('munich', JULY, [cem])]).toEqual([
      undefined,
      'ana',
    ]);
  });
});

describe('a line of several people', () => {
  const queue = person('queue', {
    kind: 'queue',
    numbers: ['+12025550160'],
    extensions: ['berlin:6000'],
    members: ['ana', 'ben'],
  });
  const agents = createDirectory([
    queue,
    person('ana', { emails: ['ana@example.com'], numbers: ['+12025550161', '+12025550160'] }),
    person('desk', { kind: 'hot_desk', extensions: ['berlin:7001'] }),
  ]);

  it.each<[string, PartyIdentity, string, number]>([
    ['a queue', { number: '+12025550160', atMs: MAY }, 'queue', 0.5],
    ['a hot desk', { extension: '7001', siteId: 'berlin' }, 'desk', 0.3],
    [
      'the agent who is logged in behind the queue',
      { number: '+12025550160', address: 'ana@example.com' },
      'ana',
      1,
    ],
    [
      'the agent by the own number, although the queue’s extension is named',
      { extension: '6000', siteId: 'berlin', number: '+12025550161' },
      'ana',
      1,
    ],
  ])('is %s', (_, identity, id, confidence) => {
    expect(agents.findPerson(identity)).toMatchObject({ person: { id }, confidence });
  });
});

describe('a contested line', () => {
  const NUMBER = '+12025550100';
  const owner = (against: string[], verdict: 'owner' | 'shared' = 'owner') => ({
    ...person('ana', { numbers: [NUMBER] }),
    decided: [{ value: NUMBER, verdict, against, decided_at: '2025-01-01T00:00:00Z' }],
  });
  const others = (...ids: string[]) => ids.map((id) => person(id, { numbers: [NUMBER] }));
  const whose = (...people: Parameters<typeof createDirectory>[0][]) =>
    createDirectory(people.flatMap((list) => [...list])).findPerson({ number: NUMBER, atMs: MAY });

  it('is whose it was decided to be', () => {
    expect(whose([owner(['ben'])], others('ben'))).toMatchObject({ person: { id: 'ana' } });
  });

  it('is open again when one more has it', () => {
    expect(whose([owner(['ben'])], others('ben', 'cem'))).toBeUndefined();
  });

  it('is nobody’s when it was decided to be shared', () => {
    expect(whose([owner(['ben'], 'shared')], others('ben'))).toBeUndefined();
  });
});

it('knows a shared number as ours, even though it names nobody', () => {
  expect(directory.hasNumber('+12025550100')).toBe(true);
  expect(directory.hasNumber('+12025550199')).toBe(false);
});

it('compares accounts without domain, hosts by their first label, ids in one case', () => {
  expect(normaliseAccount('EXAMPLE\\Ana.Diaz')).toBe('ana.diaz');
  expect(normaliseHost('WS-114.corp.example.com')).toBe('ws-114');
  expect(normaliseId('s-1-5-21-1')).toBe('S-1-5-21-1');
});
