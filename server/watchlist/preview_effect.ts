import type { estypes } from '@elastic/elasticsearch';
import type { Effect } from '../../common/api/watchlist';
import { CALLS_INDEX, WATCHLIST_INDEX } from '../../common/constants';
import type { WatchlistEntry } from '../../common/model/watchlist';
import type { ElasticsearchClient } from '../kibana';
import { callsOfRequest } from '../resolver/find_calls';
import { assertSetUp } from '../stores/assert_set_up';
import { displayOf } from './number_range';
import { readListedNumber } from './read_listed_number';
import { watchlistId } from './watchlist_store';

type Named = Pick<WatchlistEntry, 'number' | 'kind'>;

/** As far back as calls are resolved again. */
const RECENT_MS = 90 * 86_400_000;

interface CallsOfNumber {
  readonly doc_count: number;
  readonly people: { readonly value: number };
  readonly last: { readonly value: number | null };
}

const COUNTED: Record<string, estypes.AggregationsAggregationContainer> = {
  people: { cardinality: { field: 'vishing.person.id' } },
  last: { max: { field: '@timestamp' } },
};

const countCalls = async (
  es: ElasticsearchClient,
  numbers: readonly Named[],
  nowMs: number
): Promise<readonly CallsOfNumber[]> => {
  const filters = numbers.map((number) =>
    callsOfRequest({ type: 'numbers', numbers: [number] }, nowMs - RECENT_MS)
  );
  const { aggregations } = await es.search<
    unknown,
    { calls: { buckets: readonly CallsOfNumber[] } }
  >({
    index: CALLS_INDEX,
    size: 0,
    aggregations: { calls: { filters: { filters }, aggregations: COUNTED } },
  });
  return aggregations?.calls.buckets ?? [];
};

const readPresent = async (
  es: ElasticsearchClient,
  numbers: readonly Named[]
): Promise<ReadonlyMap<string, WatchlistEntry>> => {
  const { docs } = await es.mget<WatchlistEntry>({
    index: WATCHLIST_INDEX,
    ids: numbers.map(watchlistId),
  });
  return new Map(
    docs.flatMap((doc): [string, WatchlistEntry][] =>
      'found' in doc && doc.found && doc._source ? [[doc._id, doc._source]] : []
    )
  );
};

/**
 * What listing numbers would do: how they are read, what the list says of them now, and how many calls of the last 90
 * days have them.
 * @throws VishingError `not_set_up`
 */
export const previewEffect = async (
  es: ElasticsearchClient,
  { numbers, country }: { readonly numbers: readonly string[]; readonly country?: string },
  { nowMs, formatNumber }: { readonly nowMs: number; formatNumber(number: string): string }
): Promise<Effect[]> => {
  const read = numbers.map((input) => ({ input, listed: readListedNumber(input, country) }));
  const named = read.flatMap(({ listed }) => ('refused' in listed ? [] : [listed]));
  await assertSetUp(es);
  const [calls, present] =
    named.length === 0
      ? [[], new Map<string, WatchlistEntry>()]
      : await Promise.all([countCalls(es, named, nowMs), readPresent(es, named)]);
  return read.map(({ input, listed }): Effect => {
    if ('refused' in listed) return { input, refused: listed.refused };
    const found = calls[named.indexOf(listed)];
    const lastMs = found?.last.value;
    return {
      input,
      ...listed,
      display: displayOf(listed, formatNumber),
      calls: found?.doc_count ?? 0,
      people: found?.people.value ?? 0,
      last_call: typeof lastMs === 'number' ? new Date(lastMs).toISOString() : undefined,
      entry: present.get(watchlistId(listed)),
    };
  });
};
