import type { Person } from '../../common/model/person';
import {
  domainOfAccount,
  isSid,
  isSystemAccount,
  normaliseAccount,
  normaliseAddress,
  normaliseId,
} from './identity';

/** The user that a record names beside a number or an extension. */
export interface StatedUser {
  readonly address?: string;
  readonly account?: string;
  readonly id?: string;
}

const localPart = (address: string): string => address.slice(0, address.lastIndexOf('@'));

/** Display names and the numbers of call-centre agents stand where accounts are expected: they tell no account. */
const isAccount = (name: string): boolean =>
  name !== '' && !isSystemAccount(name) && !/\s/.test(name) && /\p{L}/u.test(name);

/**
 * Whether the user that a record names is surely another one than the owner of the line: somebody else is logged in at
 * the owner's desk. A name that merely is not listed, such as the part of the owner's address before the @, is no proof.
 */
export const isSomebodyElse = (owner: Person, { address, account, id }: StatedUser): boolean => {
  if (owner.kind !== 'person') return false;
  if (id && isSid(id) && owner.sid) return normaliseId(id) !== owner.sid;
  const addresses = [owner.upn ?? [], owner.emails].flat().map(normaliseAddress);
  const accounts = owner.account_names.map(normaliseAccount);
  const names = new Set([...accounts, ...addresses.map(localPart)]);
  // The number in a SIP address is that of the line.
  if (address && /\p{L}.*@/u.test(address) && addresses.length > 0) {
    const stated = normaliseAddress(address);
    return !addresses.includes(stated) && !names.has(localPart(stated));
  }
  const name = account ? normaliseAccount(account) : '';
  if (!isAccount(name) || accounts.length === 0) return false;
  const domain = domainOfAccount(account ?? '');
  const isForeign =
    domain !== undefined && owner.domains.length > 0 && !owner.domains.includes(domain);
  return isForeign || !names.has(name);
};
