import type { TimelineEvent } from '../../../common/api/call';
import { elasticsearchReason, isMissingIndex } from '../../elasticsearch_errors';
import { queryEsql } from '../../esql/query_esql';
import type { ElasticsearchClient } from '../../kibana';
import { fillTemplate } from '../fill_template';
import { readText } from '../read_field';
import { collapseRuns, type EventRun, type FoundEvent } from './found_event';
import { signalQuery, START_COLUMN, TIME_COLUMN, type TimeRange } from './signal_query';
import { MAX_EVENTS_PER_SIGNAL, type Subject, type TimelineSignal } from './timeline_signal';

export interface SignalReading {
  readonly es: ElasticsearchClient;
  readonly signal: TimelineSignal;
  readonly subject: Subject;
  /** Accounts among the subject's that are not our person's, but were changed during the call. */
  readonly targets: readonly string[];
  readonly range: TimeRange;
  /** Start of the call, milliseconds since 1970. */
  readonly callStart: number;
  /** How sure our person on the call is, 0 to 1. */
  readonly personConfidence: number;
  readonly abort?: AbortSignal;
}

export interface ReadEvents {
  readonly events: readonly TimelineEvent[];
  /** Why not everything is shown. */
  readonly partial?: string;
}

/** How well a field names one person or machine. */
const FIELD_CONFIDENCE = {
  'user.email': 1,
  'user.id': 1,
  'user.name': 0.9,
  'host.name': 0.8,
} as const;
const FIELD_LABEL = {
  'user.email': 'e-mail address',
  'user.id': 'security identifier',
  'user.name': 'account name',
  'host.name': 'computer',
} as const;

const toFound = (columns: readonly { name: string }[], row: readonly unknown[]): FoundEvent => {
  const fields = Object.fromEntries(
    columns.map(({ name }, index) => [name, row[index] ?? undefined])
  );
  return {
    fields,
    id: readText(fields, '_id') ?? '',
    index: readText(fields, '_index') ?? '',
    time: Date.parse(readText(fields, START_COLUMN) ?? ''),
    end: Date.parse(readText(fields, TIME_COLUMN) ?? ''),
  };
};

const textFacets = (fields: FoundEvent['fields']): Record<string, string> => {
  const names = ['user.name', 'host.name', 'process.name'];
  return Object.fromEntries(
    names.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : []))
  );
};

const linkOf = ({
  signal,
  subject,
  targets,
  personConfidence,
}: SignalReading): TimelineEvent['link'] => {
  const used = signal.identities.filter(({ field }) => subject[field].length > 0);
  const [best] = used.sort((a, b) => FIELD_CONFIDENCE[b.field] - FIELD_CONFIDENCE[a.field]);
  if (!best) return undefined;
  const whose =
    targets.length > 0
      ? 'the person on the call, or an account that was changed during it'
      : 'the person on the call';
  return {
    reason: `Same ${FIELD_LABEL[best.field]} as ${whose} (${subject[best.field].join(', ')})`,
    confidence: Math.round(100 * FIELD_CONFIDENCE[best.field] * personConfidence) / 100,
  };
};

const toTimelineEvent = (run: EventRun, reading: SignalReading): TimelineEvent => {
  const { signal, callStart } = reading;
  const offset = run.first.time - callStart;
  const evidence = run.last.end - callStart >= -signal.beforeMs && offset <= signal.afterMs;
  const sentence = fillTemplate(signal.sentence, run.first.fields);
  return {
    id: `${signal.id}:${run.first.index}:${run.first.id}`,
    lane: signal.lane,
    start: new Date(run.first.time).toISOString(),
    ...(run.last.end > run.first.time ? { end: new Date(run.last.end).toISOString() } : {}),
    offset_ms: offset,
    label: run.count > 1 ? `${signal.name} ×${run.count}` : signal.name,
    sentence: run.count > 1 ? `${signal.name}: ${run.count} events. First: ${sentence}` : sentence,
    role: evidence ? 'evidence' : 'context',
    count: run.count,
    signal_id: signal.id,
    link: linkOf(reading),
    document: { index: run.first.index, id: run.first.id },
    facets: textFacets(run.first.fields),
  };
};

/** Events of one signal for the person on the call. A source that is not there gives none; a refused one says so. */
export const readSignal = async (reading: SignalReading): Promise<ReadEvents> => {
  const built = signalQuery(reading.signal, reading.subject, reading.range);
  if (!built) return { events: [] };
  try {
    const answer = await queryEsql(
      reading.es,
      {
        query: built.query,
        params: [...built.params] as never,
        filter: built.filter,
      },
      { signal: reading.abort }
    );
    const { columns, values } = answer as {
      columns: { name: string }[];
      values: unknown[][];
    };
    const found = values.map((row) => toFound(columns, row));
    return {
      events: collapseRuns(found).map((run) => toTimelineEvent(run, reading)),
      ...(found.length >= MAX_EVENTS_PER_SIGNAL
        ? {
            partial: `${reading.signal.name}: only the first ${MAX_EVENTS_PER_SIGNAL} events are shown`,
          }
        : {}),
    };
  } catch (error) {
    if (isMissingIndex(error)) return { events: [] };
    return {
      events: [],
      partial: `${reading.signal.name} could not be read: ${elasticsearchReason(error)}`,
    };
  }
};
