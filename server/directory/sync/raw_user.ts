import type { PersonFields, PersonLine } from '../../../common/model/person';
import { readNumber } from '../../numbers/read_number';
import {
  isSid,
  isSystemAccount,
  normaliseAccount,
  normaliseAddress,
  normaliseHost,
  normaliseId,
} from '../identity';

/** A user as one document of a directory tells it. */
export interface RawUser {
  /** The directory's own name of this user; the newest document of each counts. */
  readonly key: string;
  readonly fullName?: string;
  readonly upn?: string;
  readonly emails?: readonly (string | undefined)[];
  readonly accounts?: readonly (string | undefined)[];
  readonly sid?: string;
  readonly cloudIds?: readonly (string | undefined)[];
  /** As typed by whoever keeps the directory. */
  readonly phones?: readonly (string | undefined)[];
  readonly hosts?: readonly (string | undefined)[];
  readonly department?: string;
  readonly title?: string;
  /** ISO 3166-1 code. */
  readonly country?: string;
  /** How sure it is that these phones are this user's; 1 when absent. */
  readonly confidence?: number;
  /** The user was deleted or disabled: what the user had ends now. */
  readonly isGone?: boolean;
  /** Tells only a part, such as the owner of a device: what other documents say stays. */
  readonly isPart?: boolean;
}

/** Numbers without country code are read as those of the country that most calls are from. */
const GUESSED_COUNTRY = 0.8;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const MAX_TEXT = 256;
const MAX_VALUES = 50;

const texts = (
  values: readonly (string | undefined)[] | undefined,
  normalise: (text: string) => string,
  isRight: (text: string) => boolean = () => true
): string[] =>
  [...new Set((values ?? []).flatMap((value) => (value ? [normalise(value)] : [])))]
    .filter((text) => text !== '' && text.length <= MAX_TEXT && isRight(text))
    .slice(0, MAX_VALUES);

const clip = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim().slice(0, MAX_TEXT);

interface Phones {
  readonly numbers: string[];
  readonly extensions: string[];
  readonly lines: PersonLine[];
}

const readPhones = (user: RawUser, usualCountry: string | undefined): Phones => {
  const phones: Phones = { numbers: [], extensions: [], lines: [] };
  for (const text of new Set(user.phones)) {
    if (!text) continue;
    const country = user.country ?? usualCountry;
    const { e164, extension } = readNumber(text, country === undefined ? {} : { country });
    const value = extension ?? e164;
    if (value === undefined) continue;
    const list = extension === undefined ? phones.numbers : phones.extensions;
    if (list.includes(value)) continue;
    list.push(value);
    const guessed = user.country === undefined && !text.trim().startsWith('+') && !extension;
    const confidence = Math.min(user.confidence ?? 1, guessed ? GUESSED_COUNTRY : 1);
    if (confidence < 1) phones.lines.push({ value, confidence });
  }
  return phones;
};

/**
 * The fields of a person that a directory's user gives.
 * @returns undefined for what is no person, such as an account of the system
 */
export const toSyncedFields = (
  user: RawUser,
  usualCountry: string | undefined
): PersonFields | undefined => {
  const accounts = texts(user.accounts, normaliseAccount, (name) => !isSystemAccount(name));
  if (accounts.length === 0 && (user.accounts ?? []).some((name) => name !== undefined)) {
    return undefined;
  }
  const phones = readPhones(user.isGone ? { ...user, phones: [] } : user, usualCountry);
  const upn = clip(user.upn);
  return {
    full_name: clip(user.fullName),
    upn: upn && EMAIL.test(upn) ? normaliseAddress(upn) : undefined,
    emails: texts(user.emails, normaliseAddress, (text) => EMAIL.test(text)),
    account_names: accounts,
    sid: user.sid && isSid(user.sid) ? normaliseId(user.sid) : undefined,
    cloud_ids: texts(user.cloudIds, normaliseId),
    hosts: texts(user.hosts, normaliseHost),
    department: clip(user.department),
    title: clip(user.title),
    ...phones,
  };
};
