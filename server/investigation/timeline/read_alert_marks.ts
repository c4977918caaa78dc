import type { TimelineEvent } from '../../../common/api/call';
import { alertsIndex } from '../../../common/constants';
import { isMissingIndex } from '../../elasticsearch_errors';
import type { ElasticsearchClient } from '../../kibana';
import { totalOf } from '../alerts';
import { readNumberField, readText } from '../read_field';
import type { ReadEvents } from './read_signals';
import type { TimeRange } from './signal_query';
import type { Subject } from './timeline_signal';

const MAX_ALERTS = 500;

export interface AlertMarksQuery {
  readonly es: ElasticsearchClient;
  readonly spaceId: string;
  readonly callId: string;
  readonly subject: Subject;
  readonly range: TimeRange;
  /** Milliseconds since 1970. */
  readonly callStart: number;
  /** Kibana's own sentence about an alert names the user of the event. */
  readonly hideReasons?: boolean;
  readonly abort?: AbortSignal;
}

/**
 * Rules over the alerts of counting rules alert on something that was written down later than it happened: their alerts
 * are looked for this long behind the range, and shown where it happened.
 */
const LATE_MS = 24 * 3_600_000;

/** @returns ISO instant at which that happened which the rule alerted on */
const timeOf = (source: unknown, own: boolean, { callStart, range }: AlertMarksQuery): string => {
  const gapSeconds = own ? readNumberField(source, 'vishing.gap_seconds') : undefined;
  if (gapSeconds !== undefined) return new Date(callStart + gapSeconds * 1000).toISOString();
  return (
    readText(source, 'vishing.signal_time') ??
    readText(source, 'kibana.alert.original_time') ??
    readText(source, '@timestamp') ??
    range.from
  );
};

const sentenceOf = (source: unknown, name: string, general: boolean): string => {
  const severity = readText(source, 'kibana.alert.severity') ?? 'low';
  const reason = readText(source, 'kibana.alert.reason');
  return general || reason === undefined ? `The rule “${name}” raised a ${severity} alert` : reason;
};

const isWithin = (instant: string, { from, to }: TimeRange): boolean =>
  Date.parse(instant) >= Date.parse(from) && Date.parse(instant) <= Date.parse(to);

const toMark = (
  hit: { _id?: string; _index: string; _source?: unknown },
  query: AlertMarksQuery
): TimelineEvent => {
  const source = hit._source;
  const name = readText(source, 'kibana.alert.rule.name') ?? 'Alert';
  const own = readText(source, 'vishing.call.id') === query.callId;
  const time = timeOf(source, own, query);
  return {
    id: `alert:${hit._id ?? ''}`,
    lane: 'alerts',
    start: new Date(time).toISOString(),
    offset_ms: Date.parse(time) - query.callStart,
    label: name,
    sentence: sentenceOf(source, name, own || query.hideReasons === true),
    role: own ? 'evidence' : 'context',
    count: 1,
    link: own
      ? { reason: 'This rule alerted on this call', confidence: 1 }
      : { reason: 'An alert about the same person or computer', confidence: 0.8 },
    document: { index: hit._index, id: hit._id ?? '' },
    facets: { severity: readText(source, 'kibana.alert.severity') ?? 'low' },
  };
};

/** Every alert about the person or the person's computers, whichever rule wrote it; those about this call are evidence. */
export const readAlertMarks = async (query: AlertMarksQuery): Promise<ReadEvents> => {
  const should = Object.entries(query.subject).flatMap(
    ([field, values]: [string, readonly string[]]) =>
      values.map((value) => ({ term: { [field]: { value, case_insensitive: true } } }))
  );
  if (should.length === 0) return { events: [] };
  try {
    const answer = await query.es.search(
      {
        index: alertsIndex(query.spaceId),
        size: MAX_ALERTS,
        track_total_hits: true,
        sort: [{ '@timestamp': 'asc' }],
        query: {
          bool: {
            filter: [
              {
                range: {
                  'kibana.alert.original_time': {
                    gte: query.range.from,
                    lte: new Date(Date.parse(query.range.to) + LATE_MS).toISOString(),
                  },
                },
              },
            ],
            should,
            minimum_should_match: 1,
            must_not: [{ exists: { field: 'kibana.alert.building_block_type' } }],
          },
        },
      },
      { signal: query.abort }
    );
    const total = totalOf(answer.hits.total);
    return {
      events: answer.hits.hits
        .map((hit) => toMark(hit, query))
        .filter(({ start }) => isWithin(start, query.range)),
      ...(total > MAX_ALERTS
        ? { partial: `Only the first ${MAX_ALERTS} of ${total} alerts are shown` }
        : {}),
    };
  } catch (error) {
    if (isMissingIndex(error)) return { events: [] };
    throw error;
  }
};
