import type { estypes } from '@elastic/elasticsearch';
import type { SourceCheck } from '../../common/api/why';
import type { TimeRange } from '../activity/range_unit';
import { totalOf } from '../investigation/alerts';
import { eventIndices } from '../esql/event_indices';
import type { Plan } from './plan_question';
import { countQuery, othersQuery } from './question_query';
import { rowsOf, type Asking, type Row } from './rows';

type Query = estypes.QueryDslQueryContainer;

export const inRange = ({ from, to }: TimeRange): Query => ({
  range: { '@timestamp': { gte: from, lte: to } },
});

/** Hosts are written in any case. */
export const onHosts = (hosts: readonly string[]): Query => ({
  bool: {
    should: hosts.map((value) => ({ term: { 'host.name': { value, case_insensitive: true } } })),
    minimum_should_match: 1,
  },
});

/** How many documents match, exactly. */
export const countOf = async (
  { es, signal }: Asking,
  indices: readonly string[],
  query: Query
): Promise<number> => {
  const { hits } = await es.search(
    {
      ...{ index: [...indices], ignore_unavailable: true, allow_no_indices: true },
      ...{ size: 0, track_total_hits: true, query },
    },
    { signal }
  );
  return totalOf(hits.total);
};

const numberOf = (row: Row | undefined): number => Number(row?.events ?? 0);

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

export interface SourceQuestion {
  readonly plan: Plan;
  readonly field: string;
  readonly joinValues: readonly string[];
  readonly hosts: readonly string[];
  readonly range: TimeRange;
}

const othersOf = async (
  asking: Asking,
  { plan, field, joinValues, hosts, range }: SourceQuestion
): Promise<SourceCheck['others']> => {
  const [row] = await rowsOf(asking, othersQuery(plan, field, joinValues), {
    bool: { filter: [inRange(range), onHosts(hosts)] },
  });
  const count = numberOf(row);
  if (count === 0) return undefined;
  return {
    count,
    // The empty text stands for events that name nobody.
    accounts: textsOf(row?.accounts).filter((account) => account !== ''),
    ...(typeof row?.since === 'string' ? { at: row.since } : {}),
  };
};

/** What the sources wrote at all around the call: no event of the right kind means little where nothing is written. */
export const checkSources = async (
  asking: Asking,
  question: SourceQuestion
): Promise<SourceCheck> => {
  const { plan, field, joinValues, hosts, range } = question;
  const indices = eventIndices(plan.from);
  const [ofPerson, ofAnybody, ofHosts, others] = await Promise.all([
    rowsOf(asking, countQuery(plan, field, joinValues), inRange(range)),
    countOf(asking, indices, inRange(range)),
    hosts.length > 0
      ? countOf(asking, indices, { bool: { filter: [inRange(range), onHosts(hosts)] } })
      : undefined,
    hosts.length > 0 ? othersOf(asking, question) : undefined,
  ]);
  return {
    ...{ indices, ...range, of_person: numberOf(ofPerson[0]), of_anybody: ofAnybody },
    ...(ofHosts === undefined ? {} : { of_hosts: ofHosts }),
    ...(others ? { others } : {}),
  };
};
