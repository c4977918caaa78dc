import type { CallDocument } from '../../common/model/call';
import type { Person } from '../../common/model/person';
import {
  isSid,
  isSystemAccount,
  normaliseAccount,
  normaliseAddress,
  normaliseId,
} from './identity';

export type JoinMethod = NonNullable<CallDocument['vishing']['join']>['method'];

/** Everything that a record says about who one party is. */
export interface PartyIdentity {
  /** E.164. */
  readonly number?: string;
  readonly extension?: string;
  readonly siteId?: string;
  /** User principal name or e-mail address. */
  readonly address?: string;
  readonly account?: string;
  /** Windows security identifier, or object id of a cloud directory. */
  readonly id?: string;
}

export interface FoundPerson {
  readonly person: Person;
  readonly method: JoinMethod;
  /** 0 to 1: how sure it is that this is the person. */
  readonly confidence: number;
}

/** An own id or the person's own number is certain; a name that other systems use too is less so. */
const CONFIDENCE = {
  cloud_id: 1,
  sid: 1,
  upn: 1,
  number: 1,
  account: 0.9,
  extension: 0.95,
  /** An extension without its site, which one person only has. */
  bareExtension: 0.8,
  /** The part before the `@` of an unlisted address in one of our domains is the account name. */
  localPart: 0.6,
} as const;

/** Site of records whose shipper names none. */
const DEFAULT_SITE = 'default';

/** Finds people by any of the names they go by. */
export interface Directory {
  readonly size: number;
  /** @returns undefined when nobody, or more than one person, goes by these names */
  findPerson(identity: PartyIdentity): FoundPerson | undefined;
  /** True when a person or a shared line of ours has this E.164 number. */
  hasNumber(e164: string): boolean;
}

/** Null marks a key that several people share: it names none of them. */
type Index = Map<string, Person | null>;

const add = (index: Index, key: string, person: Person): void => {
  const present = index.get(key);
  index.set(key, present === undefined || present?.id === person.id ? person : null);
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

interface Indices {
  readonly ids: Index;
  readonly addresses: Index;
  readonly accounts: Index;
  readonly numbers: Index;
  readonly extensions: Index;
  /** The 1001 of `berlin:1001`, for records that name no site. */
  readonly bareExtensions: Index;
  readonly domains: Set<string>;
}

const buildIndices = (people: Iterable<Person>): Indices & { size: number } => {
  const indices: Indices = {
    ids: new Map(),
    addresses: new Map(),
    accounts: new Map(),
    numbers: new Map(),
    extensions: new Map(),
    bareExtensions: new Map(),
    domains: new Set(),
  };
  let size = 0;
  for (const person of people) {
    size += 1;
    for (const id of [person.sid ?? [], person.cloud_ids].flat()) {
      add(indices.ids, normaliseId(id), person);
    }
    for (const address of [person.upn ?? [], person.emails].flat().map(normaliseAddress)) {
      add(indices.addresses, address, person);
      indices.domains.add(domainOf(address));
    }
    for (const name of person.account_names) add(indices.accounts, normaliseAccount(name), person);
    for (const number of person.numbers) add(indices.numbers, number, person);
    for (const extension of person.extensions) {
      add(indices.extensions, extension, person);
      const colon = extension.lastIndexOf(':');
      if (colon >= 0) add(indices.bareExtensions, extension.slice(colon + 1), person);
    }
  }
  return { ...indices, size };
};

/** Builds the look-up structures once per run; 100,000 people take about 100 MB. */
export const createDirectory = (people: Iterable<Person>): Directory => {
  const { ids, addresses, accounts, numbers, extensions, bareExtensions, domains, size } =
    buildIndices(people);
  const found = (
    index: Index,
    key: string | undefined,
    [method, confidence]: readonly [JoinMethod, number]
  ): FoundPerson | undefined => {
    const person = key ? index.get(key) : undefined;
    return person ? { person, method, confidence } : undefined;
  };
  const findByAccount = (account: string): FoundPerson | undefined => {
    const name = normaliseAccount(account);
    return isSystemAccount(name)
      ? undefined
      : found(accounts, name, ['account', CONFIDENCE.account]);
  };
  const findByAddress = (text: string): FoundPerson | undefined => {
    const address = normaliseAddress(text);
    const exact = found(addresses, address, ['upn', CONFIDENCE.upn]);
    if (exact || !domains.has(domainOf(address))) return exact;
    const localPart = address.slice(0, address.lastIndexOf('@'));
    return found(accounts, localPart, ['account', CONFIDENCE.localPart]);
  };

  return {
    size,
    hasNumber: (e164) => numbers.has(e164),
    // Who is logged in at the phone is told by the record itself, the number only whose line it is: hence the order.
    findPerson({ id, address, account, extension, siteId = DEFAULT_SITE, number }) {
      const atSite = extension ? `${siteId}:${extension}` : undefined;
      const anySite = siteId === DEFAULT_SITE ? bareExtensions : new Map<string, null>();
      return (
        found(ids, id && normaliseId(id), [id && isSid(id) ? 'sid' : 'cloud_id', CONFIDENCE.sid]) ??
        (address ? findByAddress(address) : undefined) ??
        (account ? findByAccount(account) : undefined) ??
        found(extensions, atSite, ['extension', CONFIDENCE.extension]) ??
        found(numbers, number, ['number', CONFIDENCE.number]) ??
        found(extensions, extension, ['extension', CONFIDENCE.bareExtension]) ??
        found(anySite, extension, ['extension', CONFIDENCE.bareExtension])
      );
    },
  };
};
