import type { PersonFields, PersonLine, PersonRole } from '../../common/model/person';
import { isExtension, periodFault, type LinePeriod } from '../../common/people/periods';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';
import { toListedNumber } from '../numbers/listed_number';
import { changePerson, type ChangedPerson } from './change_person';
import { buildStored, type PersonParts } from './layers';

/** What someone changed about a person; what is absent stays as it is. */
export interface PersonEdit {
  readonly id: string;
  readonly numbers?: readonly LinePeriod[];
  readonly extensions?: readonly LinePeriod[];
  readonly roles?: readonly PersonRole[];
}

type Key = 'numbers' | 'extensions';

const refuse = (message: string): VishingError => new VishingError('bad_request', message);

const toExtension = (text: string): string | undefined => {
  const value = text.trim();
  return isExtension(value) ? value : undefined;
};

const READ: Readonly<Record<Key, (text: string) => string | undefined>> = {
  numbers: toListedNumber,
  extensions: toExtension,
};

const WRONG: Readonly<Record<Key, string>> = {
  numbers: 'is no number in international form, such as +12025550142.',
  extensions: 'is no extension. Write its digits, after the site and a colon if it has one.',
};

const readPeriods = (key: Key, periods: readonly LinePeriod[]): LinePeriod[] => {
  const read = periods.map((period) => {
    const value = READ[key](period.value);
    if (value === undefined) throw refuse(`“${period.value}” ${WRONG[key]}`);
    return { ...period, value };
  });
  for (const period of read) {
    const fault = periodFault(period, read);
    if (fault === 'reversed') throw refuse(`${period.value} ends before it begins.`);
    if (fault) throw refuse(`Two periods of ${period.value} overlap.`);
  }
  return read;
};

const toLine = ({ value, valid_from, valid_to }: LinePeriod): PersonLine => ({
  value,
  ...(valid_from === undefined ? {} : { valid_from: new Date(valid_from).toISOString() }),
  ...(valid_to === undefined ? {} : { valid_to: new Date(valid_to).toISOString() }),
});

const isSame = (a: PersonLine, b: PersonLine): boolean =>
  a.value === b.value && a.valid_from === b.valid_from && a.valid_to === b.valid_to;

/** A period that stays is as sure as before; one that a person set is certain. */
const linesOf = (periods: readonly LinePeriod[], known: readonly PersonLine[]): PersonLine[] =>
  periods.map((period) => {
    const line = toLine(period);
    return known.find((present) => isSame(present, line)) ?? line;
  });

const withLines = (
  parts: PersonParts,
  key: Key,
  periods: readonly LinePeriod[] | undefined
): PersonParts => {
  if (!periods) return parts;
  const values = [...new Set(periods.map(({ value }) => value))];
  const directories = Object.values(parts.synced ?? {});
  const [told] = directories.flatMap((layer: PersonFields) => layer[key] ?? []);
  if (values.length === 0 && told !== undefined) {
    throw refuse(
      `A directory still names ${told}. Say until when it was this person’s instead of removing it.`
    );
  }
  const before = buildStored(parts);
  const dated = new Set(
    directories.flatMap((layer: PersonFields) => layer.lines?.map(({ value }) => value) ?? [])
  );
  const lines = linesOf(periods, before.lines).filter(
    // One without a period says something only against a directory that names one.
    (line) => Object.keys(line).length > 1 || dated.has(line.value)
  );
  const own = new Set([...before[key], ...values]);
  const kept = (parts.manual?.lines ?? []).filter(({ value }) => !own.has(value));
  return { ...parts, manual: { ...parts.manual, [key]: values, lines: [...kept, ...lines] } };
};

/**
 * Stores what someone set about a person's phones and roles. It goes before what directories say, now and later.
 * @returns undefined when nothing changed
 * @throws VishingError `bad_request` for what is no number or no period, `not_found`, `conflict`
 */
export const editPerson = async (
  es: ElasticsearchClient,
  { id, numbers, extensions, roles }: PersonEdit
): Promise<ChangedPerson | undefined> => {
  const periods = {
    numbers: numbers && readPeriods('numbers', numbers),
    extensions: extensions && readPeriods('extensions', extensions),
  };
  return changePerson(es, id, (parts) => {
    const phones = withLines(
      withLines(parts, 'numbers', periods.numbers),
      'extensions',
      periods.extensions
    );
    return roles ? { ...phones, manual: { ...phones.manual, roles: [...roles] } } : phones;
  });
};
