import { FIELDS_INDEX } from '../../../common/constants';
import { MAX_EVENTS_PER_SIGNAL, type Subject, type TimelineSignal } from './timeline_signal';

export interface SignalQuery {
  readonly query: string;
  /** Named parameters: values of the person never become query text. */
  readonly params: readonly Record<string, string>[];
  /** Time range as a filter beside the query; none where the event's time is not `@timestamp`. */
  readonly filter?: object;
}

export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

const PLACEHOLDER = /\{([@A-Za-z0-9_.]+)\}/g;

/** Fields that the signal's sentence mentions. */
export const fieldsOf = (signal: TimelineSignal): string[] => [
  ...new Set([...signal.sentence.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
];

/** Column with the instant of the event. */
export const TIME_COLUMN = 'vishing.signal_time';
/** Column with the instant at which it began. */
export const START_COLUMN = 'vishing.signal_start';

/** Always shown beside an event where the source has them. */
const COMMON_FIELDS = ['user.name', 'host.name', 'process.name', 'event.action'];

const quoted = (field: string): string => `\`${field}\``.replaceAll('.', '`.`');

/**
 * The ES|QL that finds one signal's events of one person in a time range.
 * @returns undefined when none of the person's identities fits the signal
 */
export const signalQuery = (
  signal: TimelineSignal,
  subject: Subject,
  { from, to }: TimeRange
): SignalQuery | undefined => {
  const params: Record<string, string>[] = [{ from }, { to }];
  const conditions = signal.identities.flatMap(({ field, value }, index) =>
    subject[field].map((wanted, nth) => {
      const name = `p${index}_${nth}`;
      params.push({ [name]: wanted.toLowerCase() });
      return `${value} == ?${name}`;
    })
  );
  if (conditions.length === 0) return undefined;
  const columns = [
    ...new Set([TIME_COLUMN, START_COLUMN, ...COMMON_FIELDS, ...fieldsOf(signal)]),
  ].map(quoted);
  const byTimestamp = signal.time === '@timestamp';
  return {
    params,
    ...(byTimestamp ? { filter: { range: { '@timestamp': { gte: from, lte: to } } } } : {}),
    query: [
      `FROM ${[...signal.indices, FIELDS_INDEX].join(', ')} METADATA _id, _index`,
      `| WHERE ${signal.where.trim()}`,
      `| WHERE ${conditions.join(' OR ')}`,
      `| EVAL ${TIME_COLUMN} = ${signal.time}, ${START_COLUMN} = ${signal.start}`,
      `| WHERE ${TIME_COLUMN} >= TO_DATETIME(?from) AND ${START_COLUMN} <= TO_DATETIME(?to)`,
      `| KEEP _id, _index, ${columns.join(', ')}`,
      `| SORT ${START_COLUMN} ASC`,
      `| LIMIT ${MAX_EVENTS_PER_SIGNAL}`,
    ].join('\n'),
  };
};
