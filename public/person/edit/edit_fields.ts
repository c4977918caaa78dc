import moment from 'moment-timezone';
import type { Person, PersonLine, PersonRole } from '../../../common/model/person';
import { splitExtension } from '../../../common/people/extension';
import {
  isExtension,
  looksInternational,
  periodFault,
  type LinePeriod,
} from '../../../common/people/periods';

export type LineKind = 'number' | 'extension';

/** One period of one number or extension, as it stands in the form. */
export interface LineRow {
  readonly key: string;
  readonly kind: LineKind;
  readonly text: string;
  /** Of an extension; empty where it is valid at any site. */
  readonly site: string;
  /** Days such as `2025-03-31`, both included; empty without limit. */
  readonly from: string;
  readonly to: string;
  /** The stored period, whose times of day stay as long as the days do. */
  readonly stored?: PersonLine;
}

export interface EditFields {
  readonly rows: readonly LineRow[];
  readonly roles: readonly PersonRole[];
}

export type RowFault = 'missing' | 'number' | 'extension' | 'reversed' | 'overlaps';

const DAY = 'YYYY-MM-DD';

const firstDay = (instant: string | undefined, zone: string): string =>
  instant === undefined ? '' : moment.tz(instant, zone).format(DAY);

/** The end is not included: one at midnight means the day before. */
const lastDay = (instant: string | undefined, zone: string): string =>
  instant === undefined ? '' : moment.tz(instant, zone).subtract(1, 'ms').format(DAY);

const startOf = ({ from, stored }: LineRow, zone: string): string | undefined => {
  if (from === '') return undefined;
  return from === firstDay(stored?.valid_from, zone)
    ? stored?.valid_from
    : moment.tz(from, DAY, zone).toISOString();
};

const endOf = ({ to, stored }: LineRow, zone: string): string | undefined => {
  if (to === '') return undefined;
  return to === lastDay(stored?.valid_to, zone)
    ? stored?.valid_to
    : moment.tz(to, DAY, zone).add(1, 'day').toISOString();
};

const rowsOf = (kind: LineKind, person: Person, zone: string): LineRow[] => {
  const values = kind === 'number' ? person.numbers : person.extensions;
  return values.flatMap((value) => {
    const stored = person.lines.filter((line) => line.value === value);
    const { site, extension } =
      kind === 'extension' ? splitExtension(value) : { site: undefined, extension: value };
    return (stored.length > 0 ? stored : [{ value }]).map((line: PersonLine, index) => ({
      key: `${value}-${index}`,
      kind,
      text: extension,
      site: site ?? '',
      from: firstDay(line.valid_from, zone),
      to: lastDay(line.valid_to, zone),
      stored: line,
    }));
  });
};

/** What the form begins with. @param zone in which days begin */
export const fieldsOf = (person: Person, zone: string): EditFields => ({
  rows: [...rowsOf('number', person, zone), ...rowsOf('extension', person, zone)],
  roles: person.roles,
});

export const newRow = (kind: LineKind, key: string): LineRow => ({
  key,
  kind,
  text: '',
  site: '',
  from: '',
  to: '',
});

const valueOf = ({ kind, text, site }: LineRow): string =>
  kind === 'extension' && site.trim() !== '' ? `${site.trim()}:${text.trim()}` : text.trim();

const toPeriod = (row: LineRow, zone: string): LinePeriod => {
  const from = startOf(row, zone);
  const to = endOf(row, zone);
  return {
    value: valueOf(row),
    ...(from === undefined ? {} : { valid_from: from }),
    ...(to === undefined ? {} : { valid_to: to }),
  };
};

/** A line that was added and not filled in yet is left out. */
const isBlank = ({ stored, text }: LineRow): boolean => stored === undefined && text.trim() === '';

const faultOf = (row: LineRow, period: LinePeriod, all: readonly LinePeriod[]) => {
  if (row.text.trim() === '') return 'missing';
  if (row.kind === 'number' && !looksInternational(period.value)) return 'number';
  if (row.kind === 'extension' && !isExtension(period.value)) return 'extension';
  return periodFault(period, all);
};

/** By key of the row, what keeps it from being stored. */
export const rowFaults = (fields: EditFields, zone: string): ReadonlyMap<string, RowFault> => {
  const rows = fields.rows.filter((row) => !isBlank(row));
  const periods = rows.map((row) => toPeriod(row, zone));
  return new Map(
    rows.flatMap((row, index): [string, RowFault][] => {
      const period = periods[index];
      const fault = period && faultOf(row, period, periods);
      return fault ? [[row.key, fault]] : [];
    })
  );
};

export interface EditRequest {
  readonly numbers?: LinePeriod[];
  readonly extensions?: LinePeriod[];
  readonly roles?: PersonRole[];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs from the beginning: the rest stays as directories say, now and later. */
export const toRequest = (before: EditFields, after: EditFields, zone: string): EditRequest => {
  const of = ({ rows }: EditFields, kind: LineKind): LinePeriod[] =>
    rows.filter((row) => row.kind === kind && !isBlank(row)).map((row) => toPeriod(row, zone));
  const numbers = of(after, 'number');
  const extensions = of(after, 'extension');
  return {
    ...(isSame(numbers, of(before, 'number')) ? {} : { numbers }),
    ...(isSame(extensions, of(before, 'extension')) ? {} : { extensions }),
    ...(isSame(after.roles, before.roles) ? {} : { roles: [...after.roles] }),
  };
};
