import {
  MAPPED_DIRECTIONS,
  MAPPED_FIELDS,
  MAPPED_OUTCOMES,
  recordMappingSchema,
  type MappedField,
  type RecordMapping,
} from '../../../../common/model/mapping';
import type { DetectResponse } from '../../../../common/api/sources';

type Words = Readonly<Record<string, string>>;

/** A column mapping as a person edits it: texts that may be empty. */
export interface MappingFields {
  readonly columns: Readonly<Partial<Record<MappedField, string>>>;
  readonly timePattern: string;
  readonly unit: RecordMapping['duration_unit'];
  readonly direction: '' | NonNullable<RecordMapping['direction']>;
  /** By direction or outcome, with commas between the words. */
  readonly words: Words;
}

/** Words in the names of columns that tell what they hold; the first fit wins. */
const GUESSES: readonly (readonly [MappedField, RegExp])[] = [
  ['answer', /answer.*(time|date)|connect.*(time|date)|angenommen/i],
  ['end', /^end|(end|hangup|release|disconnect).*(time|date)|ende/i],
  ['start', /start|begin|^date|^time|calldate|datum|timestamp|when|zeit/i],
  ['ring', /ring/i],
  ['talk', /talk|billsec|conversation|gespr/i],
  ['duration', /durat|length|dauer|seconds/i],
  ['caller_name', /(caller|from|source|calling).*name|^name$/i],
  ['callee_name', /(callee|to|called|dest).*name/i],
  ['caller_number', /caller|calling|from|source|^src|^cli$|^a.?number|^von$|who$/i],
  ['dialed', /dial/i],
  ['callee_number', /callee|called|^to\b|dest|^dst|^b.?number|^an$|whom/i],
  ['direction', /direction|richtung|^dir$/i],
  ['outcome', /result|status|disposition|outcome|ergebnis|answered/i],
  ['cause', /cause|reason|grund/i],
  ['id', /(^|_|\b)(call.?id|unique.?id|id|uuid|ref)$/i],
];

/** A mapping to start with: what the names of the columns suggest. */
export const guessMapping = ({ columns }: DetectResponse['layout']): MappingFields => {
  const chosen: Partial<Record<MappedField, string>> = {};
  const left = new Set(columns);
  for (const [field, pattern] of GUESSES) {
    const found = [...left].find((name) => pattern.test(name.split('.').slice(-2).join(' ')));
    if (found === undefined) continue;
    chosen[field] = found;
    left.delete(found);
  }
  return { columns: chosen, timePattern: '', unit: 's', direction: '', words: {} };
};

const wordsOf = (words: Words, names: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(
    names.flatMap((name): [string, string[]][] => {
      const list = (words[name] ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '');
      return list.length === 0 ? [] : [[name, list]];
    })
  );

/** @returns undefined while something that is needed is missing */
export const toMapping = (
  fields: MappingFields,
  layout: DetectResponse['layout']
): RecordMapping | undefined => {
  const columns = Object.fromEntries(
    MAPPED_FIELDS.flatMap((field): [string, string][] => {
      const column = fields.columns[field];
      return column === undefined || column === '' ? [] : [[field, column]];
    })
  );
  const pattern = fields.timePattern.trim();
  const mapping = recordMappingSchema.safeParse({
    format: layout.format,
    ...(layout.delimiter === undefined ? {} : { delimiter: layout.delimiter }),
    columns,
    ...(pattern === '' ? {} : { time_pattern: pattern }),
    duration_unit: fields.unit,
    ...(fields.direction === '' ? {} : { direction: fields.direction }),
    direction_words: wordsOf(fields.words, MAPPED_DIRECTIONS),
    outcome_words: wordsOf(fields.words, MAPPED_OUTCOMES),
  });
  return mapping.success ? mapping.data : undefined;
};

/** A saved mapping as it is edited. */
export const toFields = (mapping: RecordMapping): MappingFields => ({
  columns: mapping.columns,
  timePattern: mapping.time_pattern ?? '',
  unit: mapping.duration_unit,
  direction: mapping.direction ?? '',
  words: Object.fromEntries(
    Object.entries({ ...mapping.direction_words, ...mapping.outcome_words }).map(
      ([name, list]): [string, string] => [name, (list ?? []).join(', ')]
    )
  ),
});
