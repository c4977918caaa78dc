import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { NumberNeighboursResponse } from '../../common/api/number';
import { CALLS_INDEX } from '../../common/constants';
import { queryEsql } from '../esql/query_esql';
import { reachableOf, windowOf, type PageRequest } from '../stores/pages';
import { readStore } from '../stores/read_store';
import { loadWatchlist } from '../watchlist/watchlist_store';
import type { NumberContext } from './get_number';
import { callsOfNumber, ninetyDaysBefore } from './number_query';
import { PERSON_KEY } from './reached_query';
import { requireNumber, type KnownNumber } from './require_number';

const filterOf = ({ e164, block }: KnownNumber, nowMs: number): estypes.QueryDslQueryContainer => ({
  bool: {
    filter: [
      { term: { 'vishing.external.block': block } },
      { exists: { field: 'vishing.external.number' } },
      { range: { '@timestamp': { gte: ninetyDaysBefore(nowMs) } } },
    ],
    must_not: [callsOfNumber(e164)],
  },
});

/** Other numbers of the block, most calls first, up to the end of the asked page. */
export const neighboursQuery = (
  number: KnownNumber,
  page: PageRequest,
  nowMs: number
): estypes.EsqlQueryRequest => {
  const { from, size } = windowOf(page);
  return {
    filter: filterOf(number, nowMs),
    query: `FROM ${CALLS_INDEX}${PERSON_KEY}
| STATS calls = COUNT(*), people = COUNT_DISTINCT(key), last_seen = MAX(@timestamp) BY number = vishing.external.number
| SORT calls DESC, last_seen DESC, number
| KEEP number, calls, people, last_seen
| LIMIT ${Math.max(1, from + size)}`,
  };
};

/** How many other numbers of the block there are. */
export const neighboursTotalQuery = (
  number: KnownNumber,
  nowMs: number
): estypes.EsqlQueryRequest => ({
  filter: filterOf(number, nowMs),
  query: `FROM ${CALLS_INDEX}
| STATS calls = COUNT(*) BY vishing.external.number
| STATS total = COUNT(*)`,
});

const rowsSchema = z.object({
  values: z.array(z.tuple([z.string(), z.number(), z.number(), z.string()])),
});
const totalSchema = z.object({ values: z.array(z.tuple([z.number()])) });

/**
 * Numbers beside a number: who calls from one number of a block often has more of it.
 * @throws VishingError `bad_request`, `not_set_up`
 */
export const listNeighbours = async (
  { es, formatNumber, now, signal }: NumberContext,
  text: string,
  page: PageRequest
): Promise<NumberNeighboursResponse> => {
  const number = requireNumber(text);
  const nowMs = now();
  const [rows, totals, watchlist] = await Promise.all([
    readStore(queryEsql(es, neighboursQuery(number, page, nowMs), { signal })),
    readStore(queryEsql(es, neighboursTotalQuery(number, nowMs), { signal })),
    readStore(loadWatchlist(es)),
  ]);
  const { from, size } = windowOf(page);
  const total = totalSchema.parse(totals).values[0]?.[0] ?? 0;
  const shown = rowsSchema.parse(rows).values.slice(from, from + size);
  await watchlist.prefetch(shown.map(([neighbour]) => neighbour));
  return {
    block: number.block,
    total,
    reachable: reachableOf(total),
    neighbours: shown.map(([neighbour, calls, people, last_seen]) => ({
      number: neighbour,
      display: formatNumber(neighbour),
      verdict: watchlist.find({ e164: neighbour }, nowMs)?.verdict ?? 'none',
      calls,
      people,
      last_seen,
    })),
  };
};
