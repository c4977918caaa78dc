import { splitCsvLine, type Layout } from '../sources/guess_layout';
import { MAX_CELL_LENGTH, personKey, type ImportField, type ImportRow } from './import_fields';

/** By position of the column, what it means; undefined for a column that is not needed. */
export type ColumnMeanings = readonly (ImportField | undefined)[];

/** Words in the names of columns that tell what they hold; the first fit wins. */
const GUESSES: readonly (readonly [ImportField, RegExp])[] = [
  ['valid_from', /valid.?from|^from$|start.?date|gültig ab|^since$/i],
  ['valid_to', /valid.?(to|until)|^(to|until)$|end.?date|gültig bis/i],
  ['upn', /upn|principal/i],
  ['emails', /e-?mail|^mail$|proxy.?address/i],
  ['account_names', /sam.?account|account.?name|^account$|user.?name|login|benutzer|^user$/i],
  ['sid', /(?:^|object|[^a-z])sid$|security.?id/i],
  ['cloud_ids', /object.?id|entra|azure|okta|google.?id|cloud.?id/i],
  ['extensions', /ext(ension|n)?$|^ext\b|nebenstelle|durchwahl|ip.?phone/i],
  ['numbers', /phone|mobile|telefon|mobil|number|rufnummer|^did$|^tel|cell|e\.?164/i],
  ['first_name', /first.?name|given.?name|vorname/i],
  ['last_name', /last.?name|surname|family.?name|nachname|^sn$/i],
  ['full_name', /display.?name|full.?name|^name$|^cn$|^person$|employee$/i],
  ['site', /site|location|office|standort/i],
  ['hosts', /host|computer|device|workstation|pc$|rechner/i],
  ['department', /department|abteilung|team|^dept/i],
  ['title', /title|position|job/i],
  ['roles', /role/i],
  ['privileged', /privileged|admin/i],
  ['kind', /^kind$|^type$|^art$/i],
  ['members', /members|agents/i],
  ['id', /(^|_|\b)id$|personal.?n(umme)?r|employee.?(no|num|id)/i],
];

/** Fields that only one column can mean. */
const SINGLE: ReadonlySet<ImportField> = new Set<ImportField>([
  'id',
  'full_name',
  'first_name',
  'last_name',
  'upn',
  'sid',
  'site',
  'department',
  'title',
  'kind',
  'privileged',
  'valid_from',
  'valid_to',
]);

/** What the names of the columns suggest. */
export const guessMeanings = ({ columns }: Pick<Layout, 'columns'>): ColumnMeanings => {
  const taken = new Set<ImportField>();
  return columns.map((name) => {
    const guess = GUESSES.find(([field, words]) => words.test(name) && !taken.has(field))?.[0];
    if (guess !== undefined && SINGLE.has(guess)) taken.add(guess);
    return guess;
  });
};

/** Whether people can be told apart with these columns. */
export const namesPeople = (meanings: ColumnMeanings): boolean =>
  (
    ['id', 'upn', 'emails', 'sid', 'account_names', 'cloud_ids', 'full_name', 'last_name'] as const
  ).some((field) => meanings.includes(field));

/** One line of the file by meaning. @param record without its line end */
export const toImportRow = (
  record: { readonly text: string; readonly line: number },
  { delimiter = ',' }: Pick<Layout, 'delimiter'>,
  meanings: ColumnMeanings
): ImportRow => {
  const values: Partial<Record<ImportField, string[]>> = {};
  for (const [index, cell] of splitCsvLine(record.text, delimiter).entries()) {
    const field = meanings[index];
    if (field === undefined || cell === '') continue;
    (values[field] ??= []).push(cell.slice(0, MAX_CELL_LENGTH));
  }
  return { line: record.line, values };
};

/** Brings the rows of each person together, in the order of their first rows; rows that name nobody stay alone. */
export const groupRows = (rows: readonly ImportRow[]): ImportRow[][] => {
  const groups = new Map<string, ImportRow[]>();
  for (const row of rows) {
    const key = personKey(row) ?? `line:${row.line}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
};

/** Cuts rows into requests; the rows of one person stay together. @param size rows in one request, about */
export const toBatches = (groups: readonly ImportRow[][], size: number): ImportRow[][] => {
  const batches: ImportRow[][] = [];
  let batch: ImportRow[] = [];
  for (const group of groups) {
    if (batch.length > 0 && batch.length + group.length > size) {
      batches.push(batch);
      batch = [];
    }
    batch.push(...group);
  }
  return batch.length > 0 ? [...batches, batch] : batches;
};
