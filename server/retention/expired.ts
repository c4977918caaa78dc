import type { estypes } from '@elastic/elasticsearch';
import type {
  RetentionCounts,
  RetentionPreview,
  RetentionSettings,
} from '../../common/api/retention';
import { CALL_DATA_STREAM_PATTERN, CALLS_INDEX, DIRECTORY_INDEX } from '../../common/constants';
import { readPeople } from '../directory/directory_store';
import { isMissingIndex } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';
import { readResolverState } from '../resolver/state';
import { lineEndMs } from './line_end';

type Query = estypes.QueryDslQueryContainer;

const DAY_MS = 86_400_000;

/** Everything that ended before these instants (ms) goes; what is absent stays. */
export interface Cutoffs {
  readonly records?: number;
  /** A record that the resolver has not read yet is kept, however old. */
  readonly recordsResolvedBefore?: number;
  readonly calls?: number;
  readonly people?: number;
}

const before = (days: number | undefined, nowMs: number): number | undefined =>
  days === undefined ? undefined : nowMs - days * DAY_MS;

/** Computed once a run, so that a long run never reaches what was new when it began. */
export const readCutoffs = async (
  es: ElasticsearchClient,
  settings: RetentionSettings,
  nowMs: number
): Promise<Cutoffs> => {
  const { checkpoint } = settings.records === undefined ? {} : await readResolverState(es);
  const resolvedMs = Date.parse(checkpoint ?? '');
  return {
    records: Number.isFinite(resolvedMs) ? before(settings.records, nowMs) : undefined,
    recordsResolvedBefore: resolvedMs,
    calls: before(settings.calls, nowMs),
    people: before(settings.people, nowMs),
  };
};

const olderThan = (field: string, ms: number): Query => ({
  range: { [field]: { lt: ms, format: 'epoch_millis' } },
});

/** Raw records by the later of call and arrival, so that an upload of old records is kept as long as any other. */
export const expiredRecords = ({ records = 0, recordsResolvedBefore = 0 }: Cutoffs): Query => ({
  bool: {
    filter: [
      olderThan('@timestamp', records),
      olderThan('event.ingested', Math.min(records, recordsResolvedBefore)),
    ],
  },
});

export const expiredCalls = ({ calls = 0 }: Cutoffs): Query => olderThan('@timestamp', calls);

/** Ids of people whose lines all ended before the cutoff, page by page. */
export async function* expiredPeople(
  es: ElasticsearchClient,
  { people: cutoffMs = 0 }: Cutoffs
): AsyncGenerator<string[]> {
  for await (const page of readPeople(es, { match_all: {} })) {
    yield page
      .filter((person) => person.kind === 'person' && (lineEndMs(person) ?? Infinity) < cutoffMs)
      .map(({ id }) => id);
  }
}

const countOf = async (es: ElasticsearchClient, index: string, query?: Query): Promise<number> => {
  try {
    const indices = { ignore_unavailable: true, allow_no_indices: true };
    return (await es.count({ index, query, ...indices })).count;
  } catch (error) {
    if (isMissingIndex(error)) return 0;
    throw error;
  }
};

const countPeople = async (es: ElasticsearchClient, cutoffs: Cutoffs): Promise<number> => {
  let count = 0;
  for await (const ids of expiredPeople(es, cutoffs)) count += ids.length;
  return count;
};

/** How much is there, and how much of it settings would delete now. */
export const countExpired = async (
  es: ElasticsearchClient,
  settings: RetentionSettings,
  nowMs: number
): Promise<RetentionPreview> => {
  const cutoffs = await readCutoffs(es, settings, nowMs);
  const [records, calls, people, ...expired] = await Promise.all([
    countOf(es, CALL_DATA_STREAM_PATTERN),
    countOf(es, CALLS_INDEX),
    countOf(es, DIRECTORY_INDEX),
    cutoffs.records === undefined
      ? 0
      : countOf(es, CALL_DATA_STREAM_PATTERN, expiredRecords(cutoffs)),
    cutoffs.calls === undefined ? 0 : countOf(es, CALLS_INDEX, expiredCalls(cutoffs)),
    cutoffs.people === undefined ? 0 : countPeople(es, cutoffs),
  ]);
  const total: RetentionCounts = { records, calls, people };
  return { total, expired: { records: expired[0], calls: expired[1], people: expired[2] } };
};
