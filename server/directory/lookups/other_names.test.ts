import { personSchema, type PersonInput } from '../../../common/model/person';
import { otherNames } from './other_names';

const names = (...people: Omit<PersonInput, 'full_name'>[]): string[] =>
  otherNames(people.map((person) => personSchema.parse({ full_name: person.id, ...person }))).map(
    ({ field, other, inCalls }) => `${field}: ${other} is ${inCalls}`
  );

it('a login that is not the mail address leads to the address of the calls', () => {
  expect(
    names({ id: 'ana', upn: 'adiaz@corp.example.com', emails: ['ana.diaz@example.com'] })
  ).toEqual(['email: adiaz@corp.example.com is ana.diaz@example.com']);
});

it('a second account leads to the first, and addresses and accounts to each other', () => {
  expect(
    names({ id: 'ana', emails: ['ana@example.com'], account_names: ['ana', 'adm-ana'] })
  ).toEqual([
    'name: ana@example.com is ana',
    'name: adm-ana is ana',
    'email: ana is ana@example.com',
    'email: adm-ana is ana@example.com',
  ]);
});

it('who has one name has no other', () => {
  expect(names({ id: 'ana', upn: 'ana@example.com', emails: ['ana@example.com'] })).toEqual([]);
  expect(names({ id: 'ana', account_names: ['ana'] })).toEqual([]);
});

it('a name that two people have stands for neither', () => {
  expect(
    names(
      { id: 'ana', account_names: ['ana', 'root'] },
      { id: 'bo', account_names: ['bo', 'root'] },
      { id: 'cy', account_names: ['cy', 'ana'] }
    )
  ).toEqual([]);
});

it('who has no account is not found by one', () => {
  expect(names({ id: 'ana', upn: 'a@example.com', emails: ['ana@example.com'] })).toEqual([
    'email: a@example.com is ana@example.com',
  ]);
});
