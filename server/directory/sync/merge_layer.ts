import type { PersonFields, PersonLine } from '../../../common/model/person';

const union = (...lists: (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];

/** A person has few computers; those of long ago tell nothing. */
const MAX_HOSTS = 20;
const MAX_LINES = 100;

const closed = (lines: readonly PersonLine[], value: string, at: string): PersonLine[] => {
  const own = lines.filter((line) => line.value === value);
  if (own.length === 0) return [{ value, valid_to: at }];
  return own.map((line) => ({ ...line, valid_to: line.valid_to ?? at }));
};

/**
 * What a directory says now, after what it said before. A number or extension that is gone was this person's until now:
 * calls of before still are.
 * @param at ISO instant of the newer document
 */
export const replaceLayer = (
  before: PersonFields | undefined,
  now: PersonFields,
  at: string
): PersonFields => {
  const values = new Set(union(now.numbers, now.extensions));
  const lost = (list: readonly string[] | undefined): string[] =>
    (list ?? []).filter((value) => !values.has(value));
  const numbers = lost(before?.numbers);
  const extensions = lost(before?.extensions);
  const ended = [...numbers, ...extensions].flatMap((value) =>
    closed(before?.lines ?? [], value, at)
  );
  return {
    ...now,
    numbers: union(now.numbers, numbers).slice(0, MAX_LINES),
    extensions: union(now.extensions, extensions).slice(0, MAX_LINES),
    lines: [...(now.lines ?? []), ...ended].slice(0, MAX_LINES * 2),
    hosts: union(now.hosts, before?.hosts).slice(0, MAX_HOSTS),
  };
};

/** Adds what a part tells, such as a device of the person's or the phone that confirms sign-ins. */
export const addPart = (layer: PersonFields | undefined, part: PersonFields): PersonFields => {
  const known = new Set(union(layer?.numbers, layer?.extensions));
  const lines = (part.lines ?? []).filter(({ value }) => !known.has(value));
  return {
    full_name: layer?.full_name ?? part.full_name,
    upn: layer?.upn ?? part.upn,
    sid: layer?.sid ?? part.sid,
    department: layer?.department ?? part.department,
    title: layer?.title ?? part.title,
    emails: union(layer?.emails, part.emails),
    account_names: union(layer?.account_names, part.account_names),
    cloud_ids: union(layer?.cloud_ids, part.cloud_ids),
    numbers: union(layer?.numbers, part.numbers).slice(0, MAX_LINES),
    extensions: union(layer?.extensions, part.extensions).slice(0, MAX_LINES),
    lines: [...(layer?.lines ?? []), ...lines].slice(0, MAX_LINES * 2),
    hosts: union(part.hosts, layer?.hosts).slice(0, MAX_HOSTS),
  };
};
