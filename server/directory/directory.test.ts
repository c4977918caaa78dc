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
])('%j is %s by %s (%d)', (identity, id, method, confidence) => {
  expect(directory.findPerson(identity)).toMatchObject({ person: { id }, method, confidence });
});

it.each<[string, PartyIdentity]>([
  ['a number that two people share', { number: '+12025550100' }],
  ['an extension that two sites have, without its site', { extension: '1001' }],
  ['an extension of another site', { extension: '1002', siteId: 'munich' }],
  ['the same local part in a foreign domain', { address: 'adiaz@example.org' }],
  ['a machine account', { account: 'WS-114$' }],
  ['nothing', {}],
])('%s names nobody', (_, identity) => {
  expect(directory.findPerson(identity)).toBeUndefined();
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
