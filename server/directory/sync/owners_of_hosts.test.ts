import { personSchema, type PersonInput } from '../../../common/model/person';
import { createDirectory } from '../directory';
import { entraIdOfSid } from '../identity';
import { ownersOfHosts } from './owners_of_hosts';
import type { LogonCount } from './read_logons';

const person = (id: string, names: Partial<PersonInput>) =>
  personSchema.parse({ id, full_name: id, ...names });
const ANA_SID = 'S-1-5-21-1-2-3-1114';
const directory = createDirectory([
  person('ana', { account_names: ['adiaz'], sid: ANA_SID, domains: ['corp'] }),
  person('ben', { account_names: ['bmiller'] }),
  person('eva', { cloud_ids: ['0b5e7a52-1c2d-4e3f-8a9b-0c1d2e3f4a5b'] }),
  person('desk', { account_names: ['frontdesk'], kind: 'hot_desk' }),
]);
const logons = (fields: Partial<LogonCount>): LogonCount => ({
  host: 'WS-1.corp.example.com',
  local: 10,
  remote: 0,
  ...fields,
});
const ana = { userId: ANA_SID.toLowerCase(), name: 'ADiaz', domain: 'CORP' };
const ben = { name: 'BMiller', domain: 'CORP' };
const owners = (...counts: Partial<LogonCount>[]) =>
  Object.fromEntries(ownersOfHosts(counts.map(logons), directory));

it('gives a host to whoever logs on there most, by security identifier or account', () => {
  expect(owners({ ...ana }, { ...ben, local: 3 }, { ...ben, host: 'ws-2' })).toEqual({
    ana: ['ws-1'],
    ben: ['ws-2'],
  });
});

it('knows a host by all its spellings, and a person by all theirs', () => {
  const spelt = [
    { ...ana, host: 'WS-1', local: 3 },
    { name: 'adiaz', host: 'ws-1.corp.example.com', local: 3 },
    { ...ben, host: 'ws-1', local: 4 },
  ];
  expect(owners(...spelt)).toEqual({ ana: ['ws-1'] });
});

it('names the most used host first', () => {
  expect(owners({ ...ana, host: 'b', local: 3 }, { ...ana, host: 'a', local: 9 })).toEqual({
    ana: ['a', 'b'],
  });
});

it('finds a user of Entra ID by the identifier of the computer', () => {
  const sid = 'S-1-12-1-190741074-1312758829-487365514-1531592494';
  expect(entraIdOfSid(sid)).toBe('0b5e7a52-1c2d-4e3f-8a9b-0c1d2e3f4a5b');
  expect(owners({ userId: sid, name: 'EvaKaya', domain: 'AzureAD' })).toEqual({ eva: ['ws-1'] });
});

it.each<[string, Partial<LogonCount>[]]>([
  ['a host that two people use equally', [ana, ben]],
  ['a host that strangers use as much', [ana, { name: 'x', local: 5 }, { name: 'y', local: 5 }]],
  ['a server that is used over the network', [{ ...ana, local: 2, remote: 9 }]],
  ['a host where someone was once', [{ ...ana, local: 1 }]],
  ["an account of the computer's own", [{ name: 'bmiller', domain: 'WS-1' }]],
  [
    'the same account name with another security identifier',
    [{ ...ana, userId: 'S-1-5-21-9-9-9-1' }],
  ],
  ['the same account name of another domain', [{ name: 'adiaz', domain: 'PARTNER' }]],
  ['a desk that several people use', [{ name: 'frontdesk' }]],
  ['a stranger', [{ name: 'zoe' }]],
])('%s is nobody’s', (_, counts) => {
  expect(owners(...counts)).toEqual({});
});

it.each<Partial<LogonCount>>([
  { name: 'WS-1$', domain: 'CORP', userId: 'S-1-5-18' },
  { name: 'DWM-1', domain: 'Window Manager', userId: 'S-1-5-90-0-1' },
  { name: 'SYSTEM', domain: 'NT AUTHORITY' },
  {},
])('does not count %j against anyone', (system) => {
  expect(owners({ ...system, local: 500, remote: 500 }, ana)).toEqual({ ana: ['ws-1'] });
});

it('takes no other security identifier for one of Entra ID', () => {
  expect(entraIdOfSid(ANA_SID)).toBeUndefined();
});
