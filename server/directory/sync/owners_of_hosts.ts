import {
  entraIdOfSid,
  isSid,
  isSystemAccount,
  normaliseAccount,
  normaliseHost,
  normaliseId,
} from '../identity';
import type { Directory } from '../directory';
import type { LogonCount } from './read_logons';

/** A computer someone was at once in these days may be anyone's. */
const MIN_LOGONS = 2;
/** Who has more logs on everywhere, such as someone who sets computers up. */
const MAX_HOSTS = 20;

/** Accounts of the system by identifier: SYSTEM, services, window managers and font drivers, whatever their names. */
const SYSTEM_SID = /^S-1-5-(?:7|18|19|20|90-.*|96-.*)$/i;

const isNobody = ({ userId = '', name = '' }: LogonCount): boolean =>
  SYSTEM_SID.test(userId) ||
  (name === '' && userId === '') ||
  isSystemAccount(normaliseAccount(name));

/** The account as the directory compares it. One of the computer's own says nothing about who it is. */
const accountOf = ({ host, name, domain }: LogonCount): string | undefined => {
  if (name === undefined) return undefined;
  const isLocal = domain !== undefined && normaliseHost(domain) === normaliseHost(host);
  if (isLocal) return undefined;
  return domain === undefined ? name : `${domain}\\${name}`;
};

const findOwner = (directory: Directory, count: LogonCount): string | undefined => {
  const sid = count.userId !== undefined && isSid(count.userId) ? count.userId : undefined;
  const ids = sid === undefined ? [] : [sid, entraIdOfSid(sid) ?? []].flat();
  const account = accountOf(count);
  for (const identity of [...ids.map((id) => ({ id })), { account }]) {
    const person = directory.findPerson(identity)?.person;
    if (person?.kind !== 'person') continue;
    // The same name, but an account of another domain.
    const isOther =
      sid !== undefined && person.sid !== undefined && person.sid !== normaliseId(sid);
    return isOther && 'account' in identity ? undefined : person.id;
  }
  return undefined;
};

interface HostUser {
  readonly personId?: string;
  local: number;
}

interface HostUse {
  /** By person, or by account where that is nobody we know. */
  readonly users: Map<string, HostUser>;
  local: number;
  remote: number;
}

const gather = (counts: readonly LogonCount[], directory: Directory): Map<string, HostUse> => {
  const hosts = new Map<string, HostUse>();
  for (const count of counts) {
    if (isNobody(count)) continue;
    const name = normaliseHost(count.host);
    const use = hosts.get(name) ?? { users: new Map<string, HostUser>(), local: 0, remote: 0 };
    hosts.set(name, use);
    const personId = findOwner(directory, count);
    const key =
      personId === undefined
        ? `account:${count.userId ?? ''}:${normaliseAccount(count.name ?? '')}`
        : `person:${personId}`;
    const user = use.users.get(key) ?? { personId, local: 0 };
    user.local += count.local;
    use.users.set(key, user);
    use.local += count.local;
    use.remote += count.remote;
  }
  return hosts;
};

/** Whoever made more than half of the logons at it; nobody's when it is mostly used over the network, as servers are. */
const ownerOf = ({
  users,
  local,
  remote,
}: HostUse): { personId: string; local: number } | undefined => {
  if (remote > local) return undefined;
  for (const { personId, local: own } of users.values()) {
    if (personId !== undefined && own >= MIN_LOGONS && own * 2 > local)
      return { personId, local: own };
  }
  return undefined;
};

/**
 * Whose computer each is, judged by who logs on at it. People the directory does not know own none, yet their logons
 * count against others.
 * @returns by id of the person, the hosts as they are compared, the most used first
 */
export const ownersOfHosts = (
  counts: readonly LogonCount[],
  directory: Directory
): Map<string, string[]> => {
  const owned = new Map<string, { host: string; local: number }[]>();
  for (const [host, use] of gather(counts, directory)) {
    const owner = ownerOf(use);
    if (!owner || host === '') continue;
    owned.set(owner.personId, [...(owned.get(owner.personId) ?? []), { host, local: owner.local }]);
  }
  return new Map(
    [...owned].map(([personId, hosts]) => [
      personId,
      hosts
        .sort((a, b) => b.local - a.local || a.host.localeCompare(b.host))
        .slice(0, MAX_HOSTS)
        .map(({ host }) => host),
    ])
  );
};
