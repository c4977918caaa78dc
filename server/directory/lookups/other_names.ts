import type { Person } from '../../../common/model/person';
import { namesInCalls } from '../names_in_calls';

/** A name under which events may know a person, and the one under which calls do. */
export interface OtherName {
  /** Of `user`, over which rules find calls. */
  readonly field: 'name' | 'email';
  readonly other: string;
  readonly inCalls: string;
}

const FIELDS = ['name', 'email'] as const;

/** Every name by which events may know a person: login, mail addresses, accounts. */
export const namesOf = ({ upn, emails, account_names: accounts }: Person): Set<string> =>
  new Set([...(upn === undefined ? [] : [upn]), ...emails, ...accounts]);

/**
 * All names of people under which their calls are not found: a login that is not the mail address, a second account
 * such as an administrator's, an account where a source should write an address. A name that several people have, such as
 * that of a shared account, stands for none of them.
 */
export const otherNames = (people: readonly Person[]): OtherName[] => {
  const owners = new Map<string, number>();
  for (const person of people)
    for (const name of namesOf(person)) owners.set(name, (owners.get(name) ?? 0) + 1);
  return people.flatMap((person) => {
    const known = namesInCalls(person);
    const own = [...namesOf(person)].filter((name) => owners.get(name) === 1);
    return FIELDS.flatMap((field) => {
      const inCalls = known[field];
      return inCalls === undefined
        ? []
        : own.flatMap((other) => (other === inCalls ? [] : [{ field, other, inCalls }]));
    });
  });
};
