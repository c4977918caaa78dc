import type { ImportBody } from '../../common/api/people';
import {
  personKindSchema,
  personRoleSchema,
  type Person,
  type PersonFields,
  type PersonKind,
  type PersonLine,
  type PersonRole,
} from '../../common/model/person';
import type { ImportField, ImportRow } from '../../common/people/import_fields';
import { readNumber } from '../numbers/read_number';
import {
  domainOfAccount,
  isSid,
  normaliseAccount,
  normaliseAddress,
  normaliseHost,
  normaliseId,
} from './identity';
import { readInstant } from './read_instant';

export type ImportSettings = Pick<ImportBody, 'country' | 'site' | 'zone'>;

/** Why a row cannot be used, in a sentence for the person who sent it. */
export class RefusedRowError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedRowError';
  }
}

type Values = ImportRow['values'];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const EXTENSION = /^[\d*#][\d*#\s-]{0,14}$/;
const SEPARATORS = /[;|\n]/;

/** The texts of a meaning; one cell may hold several, with `;`, `|` or line breaks between them. */
const listOf = (values: Values, field: ImportField): string[] =>
  (values[field] ?? [])
    .flatMap((text) => text.split(SEPARATORS))
    .map((text) => text.trim())
    .filter((text) => text !== '');

const textOf = (values: Values, field: ImportField): string | undefined =>
  values[field]?.map((text) => text.trim()).find((text) => text !== '');

const slug = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Words of lists for kinds and roles, beside our own. */
const KINDS: Readonly<Record<string, PersonKind>> = {
  user: 'person',
  employee: 'person',
  shared: 'shared_line',
  line: 'shared_line',
  room: 'shared_line',
  hunt_group: 'queue',
  ring_group: 'queue',
  group: 'queue',
};
const ROLES: Readonly<Record<string, PersonRole>> = {
  helpdesk: 'help_desk',
  service_desk: 'help_desk',
  it: 'it_staff',
  executives: 'executive',
  call_center: 'call_centre',
};
const YES = /^(?:yes|true|1|x|ja|y)$/i;
const NO = /^(?:no|false|0|nein|n)$/i;

const readKind = (text: string): PersonKind => {
  const parsed = personKindSchema.safeParse(KINDS[slug(text)] ?? slug(text));
  if (parsed.success) return parsed.data;
  throw new RefusedRowError(
    `“${text}” is no kind. Use one of ${personKindSchema.options.join(', ')}.`
  );
};

const readRole = (text: string): PersonRole => {
  const parsed = personRoleSchema.safeParse(ROLES[slug(text)] ?? slug(text));
  if (parsed.success) return parsed.data;
  throw new RefusedRowError(
    `“${text}” is no role. Use one of ${personRoleSchema.options.join(', ')}.`
  );
};

const readFlag = (text: string): boolean => {
  if (YES.test(text)) return true;
  if (NO.test(text)) return false;
  throw new RefusedRowError(`“${text}” is neither yes nor no.`);
};

const readEmail = (text: string): string => {
  // `smtp:` stands before the addresses that Active Directory exports.
  const address = normaliseAddress(text.replace(/^smtp:/i, ''));
  if (EMAIL.test(address)) return address;
  throw new RefusedRowError(`“${text}” is no e-mail address.`);
};

const readSid = (text: string): string => {
  if (isSid(text)) return normaliseId(text);
  throw new RefusedRowError(`“${text}” is no security identifier such as S-1-5-21-1-2-3-1114.`);
};

const readExtension = (text: string, site: string): string => {
  const [, ownSite, digits = text] = /^([^:]+):(.+)$/.exec(text) ?? [];
  const extension = digits.replace(/^(?:extension|extn|ext|x)[.:]?\s*/i, '');
  if (EXTENSION.test(extension)) return `${ownSite ?? site}:${extension.replace(/[\s-]/g, '')}`;
  throw new RefusedRowError(`“${text}” is no extension: only digits are dialled.`);
};

interface Lines {
  readonly numbers: string[];
  readonly extensions: string[];
}

/** A number with an extension behind it is the company's, and only the extension is the person's. */
const readLines = (values: Values, { country, site: usual }: ImportSettings): Lines => {
  const site = textOf(values, 'site') ?? usual;
  if (site.includes(':')) throw new RefusedRowError(`A site has no colon in its name: “${site}”.`);
  const extensions = listOf(values, 'extensions').map((text) => readExtension(text, site));
  const numbers: string[] = [];
  for (const text of listOf(values, 'numbers')) {
    const { e164, extension } = readNumber(text, country === undefined ? {} : { country });
    if (extension !== undefined) extensions.push(`${site}:${extension}`);
    else if (e164 !== undefined) numbers.push(e164);
    else {
      throw new RefusedRowError(
        `“${text}” is not a number that exists${country === undefined ? '. Choose the country, or write it' : ` in ${country}. Write it`} with plus and country code, such as +12025550142.`
      );
    }
  }
  return { numbers, extensions };
};

const limitOf = (
  values: Values,
  field: 'valid_from' | 'valid_to',
  { zone }: ImportSettings
): string | undefined => {
  const text = textOf(values, field);
  if (text === undefined) return undefined;
  const instant = readInstant(text, { zone, edge: field === 'valid_to' ? 'end' : 'start' });
  if (instant !== undefined) return instant;
  throw new RefusedRowError(`“${text}” is no date that can be read. Write it as 2025-03-31.`);
};

const periodsOf = (
  values: Values,
  { numbers, extensions }: Lines,
  settings: ImportSettings
): PersonLine[] => {
  const from = limitOf(values, 'valid_from', settings);
  const to = limitOf(values, 'valid_to', settings);
  if (from === undefined && to === undefined) return [];
  if (from !== undefined && to !== undefined && from >= to) {
    throw new RefusedRowError('The line ends before it begins: valid to is before valid from.');
  }
  const limits = {
    ...(from === undefined ? {} : { valid_from: from }),
    ...(to === undefined ? {} : { valid_to: to }),
  };
  return [...numbers, ...extensions].map((value) => ({ value, ...limits }));
};

const nameOf = (values: Values): string | undefined =>
  textOf(values, 'full_name') ??
  ([textOf(values, 'first_name'), textOf(values, 'last_name')].filter(Boolean).join(' ') ||
    undefined);

type MutableFields = { -readonly [Key in keyof PersonFields]: PersonFields[Key] };

const LISTS = {
  emails: readEmail,
  account_names: normaliseAccount,
  cloud_ids: normaliseId,
  hosts: normaliseHost,
  roles: readRole,
  members: (text: string) => text,
} as const;

const MAX_TEXT = 256;
const MAX_VALUES = 100;

/**
 * Reads one row: only the fields that it names.
 * @throws RefusedRowError
 */
export const readRow = ({ values }: ImportRow, settings: ImportSettings): PersonFields => {
  const lines = readLines(values, settings);
  const upn = textOf(values, 'upn');
  const sid = textOf(values, 'sid');
  const kind = textOf(values, 'kind');
  const privileged = textOf(values, 'privileged');
  const fields: MutableFields = {
    full_name: nameOf(values),
    upn: upn === undefined ? undefined : normaliseAddress(upn),
    sid: sid === undefined ? undefined : readSid(sid),
    department: textOf(values, 'department'),
    title: textOf(values, 'title'),
    kind: kind === undefined ? undefined : readKind(kind),
    privileged: privileged === undefined ? undefined : readFlag(privileged),
    domains: listOf(values, 'account_names').flatMap((name) => domainOfAccount(name) ?? []),
    ...lines,
    lines: periodsOf(values, lines, settings),
    ...Object.fromEntries(
      Object.entries(LISTS).map(([field, read]) => [
        field,
        listOf(values, field as keyof typeof LISTS).map(read),
      ])
    ),
  };
  const tooLong = Object.values(fields)
    .flat()
    .find((value) => typeof value === 'string' && value.length > MAX_TEXT);
  if (typeof tooLong === 'string') {
    throw new RefusedRowError(`“${tooLong.slice(0, 40)}…” is longer than ${MAX_TEXT} characters.`);
  }
  return fields;
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

const sameLine = (a: PersonLine, b: PersonLine): boolean =>
  a.value === b.value && a.valid_from === b.valid_from && a.valid_to === b.valid_to;

/** Makes one person of several rows: lists are joined, of single fields the first row's counts. */
export const joinRows = (rows: readonly PersonFields[]): PersonFields => {
  const joined: Record<string, unknown> = {};
  for (const [field, value] of rows.flatMap((row) => Object.entries(row))) {
    if (isEmpty(value)) continue;
    const present = joined[field];
    if (Array.isArray(value)) {
      joined[field] =
        field === 'lines'
          ? [...((present ?? []) as PersonLine[]), ...(value as PersonLine[])].filter(
              (line, at, all) => all.findIndex((other) => sameLine(line, other)) === at
            )
          : [...new Set([...((present ?? []) as string[]), ...(value as string[])])];
    } else joined[field] ??= value;
  }
  const tooMany = Object.entries(joined).find(
    ([, value]) => Array.isArray(value) && value.length > MAX_VALUES
  );
  if (tooMany) {
    throw new RefusedRowError(
      `One person cannot have ${(tooMany[1] as unknown[]).length} ${tooMany[0]}; ${MAX_VALUES} at most. Do these rows name different people?`
    );
  }
  return joined;
};

/** Id of a new person, by what the rows call this person. */
export const newIdOf = (
  fields: PersonFields,
  stated: string | undefined
): Person['id'] | undefined => {
  const name =
    stated ??
    fields.upn ??
    fields.emails?.[0] ??
    fields.account_names?.[0] ??
    fields.sid ??
    fields.cloud_ids?.[0] ??
    fields.full_name;
  const id = name
    ?.normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_.@-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 128);
  return id === '' ? undefined : id;
};
