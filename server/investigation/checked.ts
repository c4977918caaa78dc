import type { SuspiciousCallsResponse } from '../../common/api/suspicious_calls';
import { CALL_DATA_STREAM_PATTERN, CALLS_INDEX, STATE_INDEX } from '../../common/constants';
import { isMissingIndex } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';
import { readText } from './read_field';

interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** `undefined` in place of an index that is not there yet. */
const ifThere = async <T>(answer: Promise<T>): Promise<T | undefined> => {
  try {
    return await answer;
  } catch (error) {
    if (isMissingIndex(error)) return undefined;
    throw error;
  }
};

/** How much was looked at, so that "no suspicious calls" can be believed: calls in the range, newest record, last resolving. */
export const readChecked = async (
  es: ElasticsearchClient,
  { from, to }: TimeRange,
  signal?: AbortSignal
): Promise<Omit<SuspiciousCallsResponse['checked'], 'last_alert'>> => {
  const [calls, newest, state] = await Promise.all([
    ifThere(
      es.count(
        { index: CALLS_INDEX, query: { range: { '@timestamp': { gte: from, lte: to } } } },
        { signal }
      )
    ),
    ifThere(
      es.search(
        {
          index: CALL_DATA_STREAM_PATTERN,
          size: 1,
          _source: ['@timestamp'],
          sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }],
          query: { term: { 'event.kind': 'event' } },
        },
        { signal }
      )
    ),
    ifThere(es.get({ index: STATE_INDEX, id: 'resolver' }, { signal })),
  ]);
  return {
    calls: calls?.count ?? 0,
    last_call_record: readText(newest?.hits.hits[0]?._source, '@timestamp'),
    last_resolved: readText(state?._source, 'last_run'),
  };
};
