import type { Party } from '../../common/model/call';
import type { WatchlistEntry } from '../../common/model/watchlist';
import type { Directory, FoundPerson } from '../directory/directory';
import { isSid } from '../directory/identity';
import { readNumber, type NumberRole, type ReadNumber } from '../numbers/read_number';
import type { WatchlistMatcher } from '../watchlist/watchlist_matcher';
import type { RawRecord, RawUser } from './raw_record';

/** Where a party sits, as far as the party itself tells. */
export type Place = 'internal' | 'external' | 'unknown';

/** One side of one leg, read with what we know about numbers and people. */
export interface ReadParty {
  /** What the phone system wrote; absent for a party that has no number, such as a Teams user. */
  readonly raw?: string;
  readonly read?: ReadNumber;
  readonly extension?: string;
  readonly displayName?: string;
  readonly tenant?: string;
  readonly device?: string;
  readonly user?: RawUser;
  readonly found?: FoundPerson;
  readonly listed?: WatchlistEntry;
  readonly place: Place;
}

/** What is needed to understand a party; read once per run. */
export interface Knowledge {
  readonly directory: Directory;
  readonly watchlist: WatchlistMatcher;
  readonly nowMs: number;
}

/** Cisco names the devices of a company's own phones so; trunks and gateways have other names. */
const OWN_PHONE = /^(?:SEP|CSF|TCT|BOT|TAB|CIPC|UPC|ATA)[0-9A-Z]/;
/** Longest text that is kept of a name or device; Elasticsearch refuses keywords above 32,766 bytes. */
const MAX_TEXT = 1024;

const clip = (text: string | undefined): string | undefined => text?.slice(0, MAX_TEXT);

/** Reads the number of one side with its site's settings; both passes of a batch use it, so that it is cached. */
export const readSide = (
  record: RawRecord,
  role: NumberRole
): { readonly raw?: string; readonly read?: ReadNumber } => {
  const party = role === 'caller' ? record.vishing.caller : record.vishing.callee;
  const side = role === 'caller' ? record.source : record.destination;
  const raw = clip(party?.number ?? side?.address);
  return raw === undefined ? {} : { raw, read: readNumber(raw, record.vishing.site ?? {}, role) };
};

const addressOf = (user: RawUser | undefined, raw: string | undefined): string | undefined =>
  user?.email ??
  [user?.name, user?.id, raw?.replace(/^sips?:/i, '')].find((text) => text?.includes('@'));

const placeOf = (party: Omit<ReadParty, 'place'>, directory: Directory): Place => {
  const { found, listed, user, read, extension, device } = party;
  const ours =
    found !== undefined ||
    listed?.verdict === 'own' ||
    read?.own ||
    extension !== undefined ||
    (read?.e164 !== undefined && directory.hasNumber(read.e164)) ||
    OWN_PHONE.test(device ?? '') ||
    (user !== undefined && Object.values(user).some((value) => value !== undefined));
  if (ours) return 'internal';
  return read === undefined || read.quality === 'invalid' ? 'unknown' : 'external';
};

/** Reads one side of a record: number, person, watchlist entry, and whether it is one of us. */
export const readParty = (
  record: RawRecord,
  role: NumberRole,
  { directory, watchlist, nowMs }: Knowledge
): ReadParty => {
  const { raw, read } = readSide(record, role);
  const stated = role === 'caller' ? record.vishing.caller : record.vishing.callee;
  const user = (role === 'caller' ? record.source : record.destination)?.user;
  // Behind a number of strangers, `ext. 12` is an extension of the other company's.
  const extension = stated?.extension ?? (read?.e164 && !read.own ? undefined : read?.extension);
  const found = directory.findPerson({
    id: user?.id,
    address: addressOf(user, raw),
    account: user?.name?.includes('@') ? undefined : user?.name,
    extension,
    siteId: record.vishing.site?.id,
    number: read?.e164,
    atMs: record.startMs,
  });
  const listed = read ? watchlist.find({ e164: read.e164, visible: read.block }, nowMs) : undefined;
  const party = {
    raw,
    read,
    extension: clip(extension),
    displayName: clip(stated?.display_name),
    tenant: clip(stated?.tenant),
    device: clip(stated?.device),
    user,
    found,
    listed,
  };
  return { ...party, place: placeOf(party, directory) };
};

/** Shorter numbers, such as extensions, end alike by chance. */
const TELLING_DIGITS = 7;

const endAlike = (a: string, b: string): boolean => {
  const [shorter = '', longer = ''] = [a, b]
    .map((raw) => raw.replace(/@.*$/, '').replace(/\D/g, ''))
    .sort((one, other) => one.length - other.length);
  return shorter.length >= TELLING_DIGITS && longer.endsWith(shorter);
};

/** One gateway may write a number in one way on its incoming leg, and in another, or without a prefix, on its outgoing leg. */
export const isSameNumber = (a: ReadParty, b: ReadParty): boolean =>
  a.raw === b.raw ||
  (a.read?.e164 !== undefined && a.read.e164 === b.read?.e164) ||
  endAlike(a.raw ?? '', b.raw ?? '');

/** The user that a record itself names, in the form in which host events are compared. */
export const statedUser = (
  user: RawUser
): { id?: string; name?: string; email?: string; full_name?: string } => {
  const address = addressOf(user, undefined)?.toLowerCase();
  const account = user.name && !user.name.includes('@') ? user.name : address?.split('@')[0];
  return {
    id: user.id && isSid(user.id) ? user.id.toUpperCase() : clip(user.id),
    name: clip(account?.slice(account.lastIndexOf('\\') + 1).toLowerCase()),
    email: clip(address),
    full_name: clip(user.full_name),
  };
};

/** One side of a call as it is stored. */
export const toStoredParty = ({
  raw,
  read,
  extension,
  displayName,
  tenant,
  device,
}: ReadParty): Party => ({
  number: read?.e164,
  number_raw: raw,
  number_quality: read?.quality,
  extension,
  display_name: displayName,
  tenant,
  device,
});
