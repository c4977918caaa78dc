import { DEFAULT_SITE, withoutSite } from '../../common/people/extension';
import type { CallDocument } from '../../common/model/call';
import type { Person, PersonKind } from '../../common/model/person';
import { chooseClaim, claimsOf, type Claim, type DirectoryPerson } from './claims';
import {
  domainOfAccount,
  isSid,
  isSystemAccount,
  normaliseAccount,
  normaliseAddress,
  normaliseId,
} from './identity';
import { isSomebodyElse } from './stated_user';

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
  /** Start of the call: a number or extension may have belonged to someone else then. */
  readonly atMs?: number;
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

/** A line that several people use says little about who spoke. */
const MOST_CONFIDENCE: Readonly<Record<PersonKind, number>> = {
  person: 1,
  queue: 0.5,
  shared_line: 0.4,
  hot_desk: 0.3,
};

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

/** Who has a number or an extension, and when. */
type Lines = Map<string, Claim[]>;

const addClaims = (lines: Lines, key: string, claims: readonly Claim[]): void => {
  const present = lines.get(key);
  if (present) present.push(...claims);
  else lines.set(key, [...claims]);
};

interface Indices {
  readonly ids: Index;
  readonly addresses: Index;
  readonly accounts: Index;
  readonly numbers: Lines;
  readonly extensions: Lines;
  /** The 1001 of `berlin:1001` and of `1001`, for records that name no site: they can be anyone's who has it. */
  readonly bareExtensions: Lines;
  readonly domains: Set<string>;
}

const buildIndices = (people: Iterable<DirectoryPerson>): Indices & { size: number } => {
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
    for (const name of person.account_names.map(normaliseAccount)) {
      add(indices.accounts, name, person);
      for (const domain of person.domains) add(indices.accounts, `${domain}\\${name}`, person);
    }
    for (const number of person.numbers) {
      addClaims(indices.numbers, number, claimsOf(person, number));
    }
    for (const extension of person.extensions) {
      const claims = claimsOf(person, extension);
      addClaims(indices.extensions, extension, claims);
      const value = withoutSite(extension);
      addClaims(
        indices.bareExtensions,
        value,
        claims.map((claim) => ({ ...claim, value }))
      );
    }
  }
  return { ...indices, size };
};

type Sure = readonly [JoinMethod, number];

const limited = (person: Person, [method, confidence]: Sure, most = 1): FoundPerson => ({
  person,
  method,
  confidence: Math.min(confidence, most, MOST_CONFIDENCE[person.kind]),
});

const findIn = (index: Index, key: string | undefined, sure: Sure): FoundPerson | undefined => {
  const person = key ? index.get(key) : undefined;
  return person ? limited(person, sure) : undefined;
};

const findLine = (
  lines: Lines,
  key: string | undefined,
  sure: Sure,
  atMs?: number
): FoundPerson | undefined => {
  const claims = key ? lines.get(key) : undefined;
  const verdict = claims && chooseClaim(claims, atMs);
  return verdict?.outcome === 'found'
    ? limited(verdict.claim.person, sure, verdict.claim.confidence)
    : undefined;
};

/** The first that names one person; a queue or a shared line only where nothing names one, such as the agent. */
const firstPerson = (ways: readonly (() => FoundPerson | undefined)[]): FoundPerson | undefined => {
  let line: FoundPerson | undefined;
  for (const way of ways) {
    const found = way();
    if (found?.person.kind === 'person') return found;
    line ??= found;
  }
  return line;
};

/** The same account name in a domain that is not the person's is somebody else's. */
const isOtherDomain = ({ domains }: Person, domain: string | undefined): boolean =>
  domain !== undefined && domains.length > 0 && !domains.includes(domain);

/** Several people have the line at that moment, so that it may not go to a third one who has it less surely. */
const isContested = (lines: Lines, key: string | undefined, atMs: number | undefined): boolean => {
  const claims = key ? lines.get(key) : undefined;
  const outcome = claims && chooseClaim(claims, atMs).outcome;
  return outcome === 'conflict' || outcome === 'shared';
};

/** Builds the look-up structures once per run; 100,000 people take about 100 MB. */
export const createDirectory = (people: Iterable<DirectoryPerson>): Directory => {
  const { ids, addresses, accounts, numbers, extensions, bareExtensions, domains, size } =
    buildIndices(people);
  const findByAccount = (account: string): FoundPerson | undefined => {
    const name = normaliseAccount(account);
    if (isSystemAccount(name)) return undefined;
    const domain = domainOfAccount(account);
    const sure: Sure = ['account', CONFIDENCE.account];
    const exact = domain && findIn(accounts, `${domain}\\${name}`, sure);
    if (exact) return exact;
    const found = findIn(accounts, name, sure);
    return found && isOtherDomain(found.person, domain) ? undefined : found;
  };
  const findByAddress = (text: string): FoundPerson | undefined => {
    const address = normaliseAddress(text);
    const exact = findIn(addresses, address, ['upn', CONFIDENCE.upn]);
    if (exact || !domains.has(domainOf(address))) return exact;
    const localPart = address.slice(0, address.lastIndexOf('@'));
    return findIn(accounts, localPart, ['account', CONFIDENCE.localPart]);
  };
  const findById = (id: string): FoundPerson | undefined =>
    findIn(ids, normaliseId(id), [isSid(id) ? 'sid' : 'cloud_id', CONFIDENCE.sid]);

  return {
    size,
    hasNumber: (e164) => numbers.has(e164),
    // Who is logged in at the phone is told by the record itself, the number only whose line it is: hence the order.
    findPerson({ id, address, account, extension, siteId = DEFAULT_SITE, number, atMs }) {
      const atSite = extension ? `${siteId}:${extension}` : undefined;
      const anySite = siteId === DEFAULT_SITE ? bareExtensions : extensions;
      const bare: Sure = ['extension', CONFIDENCE.bareExtension];
      const byUser = firstPerson([
        () => (id ? findById(id) : undefined),
        () => (address ? findByAddress(address) : undefined),
        () => (account ? findByAccount(account) : undefined),
      ]);
      if (byUser?.person.kind === 'person') return byUser;
      const byLine = firstPerson([
        () => findLine(extensions, atSite, ['extension', CONFIDENCE.extension], atMs),
        () => findLine(numbers, number, ['number', CONFIDENCE.number], atMs),
        () =>
          isContested(extensions, atSite, atMs)
            ? undefined
            : findLine(anySite, extension, bare, atMs),
      ]);
      const isTheirs = byLine && !isSomebodyElse(byLine.person, { id, address, account });
      return firstPerson([() => byUser, () => (isTheirs ? byLine : undefined)]);
    },
  };
};
