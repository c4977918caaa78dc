import type { estypes } from '@elastic/elasticsearch';
import type { SyncSource } from '../../../common/model/person';
import { readField, readText, readTexts } from '../../investigation/read_field';
import type { RawUser } from './raw_user';

/** A directory whose users Elastic's own integrations write into data streams. */
export interface SyncDefinition {
  /** Logons are counted, not read one by one. */
  readonly source: Exclude<SyncSource, 'logons'>;
  readonly index: string;
  readonly filter: estypes.QueryDslQueryContainer;
  /** How far back the first run looks: full synchronisations come every 24 hours by default. */
  readonly firstDays: number;
  /** The users that a document tells of; none where it tells of something else. */
  read(source: unknown): RawUser[];
}

const ASSET: estypes.QueryDslQueryContainer = { term: { 'event.kind': 'asset' } };

const joined = (...parts: (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join(' ') || undefined;

const isDeleted = (source: unknown): boolean =>
  /delet/.test(readText(source, 'event.action') ?? '');

const readEntraUser = (source: unknown): RawUser[] => {
  const of = (field: string): string | undefined =>
    readText(source, `entityanalytics_entra_id.user.${field}`);
  const id = of('id') ?? readText(source, 'user.id');
  if (id === undefined) return [];
  const enabled = readField(source, 'entityanalytics_entra_id.user.account_enabled');
  return [
    {
      key: id,
      fullName:
        of('display_name') ??
        readText(source, 'user.full_name') ??
        joined(of('given_name'), of('surname')),
      upn: of('user_principal_name') ?? readText(source, 'user.name'),
      emails: [of('mail'), readText(source, 'user.email')],
      accounts: [of('on_premises_sam_account_name')],
      sid: of('on_premises_security_identifier'),
      cloudIds: [id],
      phones: [
        of('mobile_phone'),
        ...readTexts(source, 'entityanalytics_entra_id.user.business_phones'),
        ...readTexts(source, 'user.phone'),
      ],
      department: of('department'),
      title: of('job_title') ?? readText(source, 'user.job_title'),
      isGone: isDeleted(source) || enabled === false,
    },
  ];
};

/** A device names its owners with their numbers: one document gives phone, user and host. */
const readEntraDevice = (source: unknown): RawUser[] => {
  const host = readText(source, 'host.name') ?? readText(source, 'host.hostname');
  const owners = readField(source, 'device.registered_owners');
  return (Array.isArray(owners) ? (owners as unknown[]) : []).flatMap((owner) => {
    const id = readText(owner, 'id');
    const upn = readText(owner, 'user_principal_name');
    if (id === undefined || upn === undefined) return [];
    return [
      {
        key: id,
        fullName: readText(owner, 'display_name'),
        upn,
        emails: [readText(owner, 'mail')],
        cloudIds: [id],
        phones: [readText(owner, 'mobile_phone'), ...readTexts(owner, 'business_phones')],
        hosts: [host],
        title: readText(owner, 'job_title'),
        confidence: 0.9,
        isPart: true,
      },
    ];
  });
};

const readOkta = (source: unknown): RawUser[] => {
  const of = (field: string): string | undefined =>
    readText(source, `entityanalytics_okta.user.profile.${field}`);
  const id = readText(source, 'entityanalytics_okta.user.id') ?? readText(source, 'user.id');
  if (id === undefined) return [];
  const status = readText(source, 'entityanalytics_okta.user.status') ?? '';
  const login = of('login') ?? readText(source, 'user.name');
  return [
    {
      key: id,
      fullName:
        of('display_name') ??
        readText(source, 'user.full_name') ??
        joined(of('first_name'), of('last_name')),
      upn: login,
      emails: [of('email'), readText(source, 'user.email')],
      cloudIds: [id],
      phones: [
        of('mobile_phone'),
        of('primary_phone'),
        readText(source, 'user.profile.mobile_phone'),
        readText(source, 'user.profile.primaryPhone'),
      ],
      department: of('department') ?? readText(source, 'user.profile.department'),
      title: of('title') ?? readText(source, 'user.profile.job_title'),
      country: countryOf(of('country_code') ?? readText(source, 'user.geo.country_iso_code')),
      isGone: isDeleted(source) || /DEPROVISIONED|SUSPENDED/.test(status),
    },
  ];
};

const countryOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^[A-Z]{2}$/.test(text) ? text : undefined;

/** The second bit of `userAccountControl`: the account is disabled. */
const DISABLED = 2;

/** Attributes that the integration's pipeline does not know keep the names of LDAP. */
const readActiveDirectory = (source: unknown): RawUser[] => {
  const of = (...names: string[]): string | undefined =>
    names.map((name) => readText(source, `entityanalytics_ad.user.${name}`)).find(Boolean);
  const account = of('sam_account_name', 'sAMAccountName');
  const sid = of('object_sid', 'objectSid');
  if (account === undefined) return [];
  return [
    {
      key: sid ?? account.toLowerCase(),
      fullName: of('display_name', 'displayName', 'cn', 'name'),
      upn: of('user_principal_name', 'userPrincipalName'),
      emails: [of('mail'), readText(source, 'user.email')],
      accounts: [account],
      sid,
      phones: [
        of('telephone_number', 'telephoneNumber'),
        of('mobile'),
        of('ip_phone', 'ipPhone'),
        of('home_phone', 'homePhone'),
      ],
      department: of('department'),
      title: of('title'),
      country: countryOf(of('c')),
      isGone:
        isDeleted(source) || (Number(of('user_account_control') ?? 0) & DISABLED) === DISABLED,
    },
  ];
};

/** `My iPhone X (734-555-2342)`: the phone that a person confirms sign-ins with. */
const DUO_PHONE = /\(([+\d][\d\s().-]{6,20})\)\s*$/;

const readDuo = (source: unknown): RawUser[] => {
  const name = readText(source, 'user.name');
  const email = readText(source, 'user.email') ?? readText(source, 'cisco_duo.auth.email');
  const key = (email ?? name)?.toLowerCase();
  const phone = DUO_PHONE.exec(readText(source, 'cisco_duo.auth.auth_device.name') ?? '')?.[1];
  if (key === undefined || phone === undefined) return [];
  return [
    {
      key,
      emails: [email, name?.includes('@') ? name : undefined],
      accounts: [name?.includes('@') ? undefined : name],
      phones: [phone],
      confidence: 0.9,
      isPart: true,
    },
  ];
};

/** Every directory that is read, the most trusted first. */
export const SYNC_DEFINITIONS: readonly SyncDefinition[] = [
  {
    source: 'entra_id',
    index: 'logs-entityanalytics_entra_id.*',
    filter: ASSET,
    firstDays: 30,
    read: (source) => [
      ...(readField(source, 'entityanalytics_entra_id.user') ? readEntraUser(source) : []),
      ...readEntraDevice(source),
    ],
  },
  {
    source: 'ad',
    index: 'logs-entityanalytics_ad.*',
    filter: ASSET,
    firstDays: 30,
    read: readActiveDirectory,
  },
  {
    source: 'okta',
    index: 'logs-entityanalytics_okta.*',
    filter: ASSET,
    firstDays: 30,
    read: readOkta,
  },
  {
    source: 'duo',
    index: 'logs-cisco_duo.auth-*',
    filter: { exists: { field: 'cisco_duo.auth.auth_device.name' } },
    firstDays: 7,
    read: readDuo,
  },
];
