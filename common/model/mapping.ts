import { z } from 'zod';

/** What a column of a CSV file, or a field of a JSON record, can mean. */
export const MAPPED_FIELDS = [
  'start',
  'answer',
  'end',
  'duration',
  'talk',
  'ring',
  'id',
  'direction',
  'outcome',
  'cause',
  'caller_number',
  'caller_name',
  'caller_user',
  'callee_number',
  'callee_name',
  'callee_user',
  'dialed',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

/** Directions and outcomes whose words a phone system may have of its own. */
export const MAPPED_DIRECTIONS = ['inbound', 'outbound', 'internal'] as const;
export const MAPPED_OUTCOMES = [
  'answered',
  'missed',
  'busy',
  'cancelled',
  'rejected',
  'failed',
  'voicemail',
] as const;

const words = z.array(z.string().trim().min(1).max(100)).max(20);
/** The column's name in the header line, its number from 1 where there is none, or a JSON path such as `from.number`. */
const column = z
  .string()
  .trim()
  .min(1)
  .max(256)
  // Elasticsearch would take it for a template.
  .refine((name) => !name.includes('{{'), { message: 'A column name may not hold {{.' });

/**
 * How the records of a phone system that this plugin does not know are read. It goes with each record as
 * `vishing.mapping`; `server/content/ingest_pipelines/logs-vishing.call.generic.yml` carries it out.
 */
export const recordMappingSchema = z.strictObject({
  format: z.enum(['csv', 'json']),
  /** Between columns, CSV only. */
  delimiter: z.string().length(1).default(','),
  columns: z
    .partialRecord(z.enum(MAPPED_FIELDS), column)
    .refine((columns) => columns.start !== undefined || columns.end !== undefined, {
      message: 'A column with the time of the call is needed: its start, or its end.',
    })
    .refine((columns) => columns.caller_number ?? columns.callee_number ?? columns.caller_user, {
      message:
        'A column with a party of the call is needed: caller number, callee number or caller.',
    }),
  /** Java's date pattern, such as `dd.MM.yyyy HH:mm:ss`; absent for ISO 8601 and epochs. */
  time_pattern: z.string().trim().min(4).max(64).optional(),
  /** Of durations that are plain numbers. */
  duration_unit: z.enum(['s', 'ms', 'min']).default('s'),
  direction_words: z.partialRecord(z.enum(MAPPED_DIRECTIONS), words).default({}),
  outcome_words: z.partialRecord(z.enum(MAPPED_OUTCOMES), words).default({}),
  /** Direction of all records, where no column says it. */
  direction: z.enum(MAPPED_DIRECTIONS).optional(),
});
export type RecordMapping = z.infer<typeof recordMappingSchema>;
