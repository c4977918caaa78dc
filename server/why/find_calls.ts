import type { estypes } from '@elastic/elasticsearch';
import type { CallSummary } from '../../common/api/call';
import { FOUND_CALLS_SHOWN } from '../../common/api/why';
import { CALLS_INDEX } from '../../common/constants';
import type { TimeRange } from '../activity/range_unit';
import { totalOf } from '../investigation/alerts';
import { toCall } from '../investigation/calls';
import { toSummary } from '../investigation/get_call';
import { readStore } from '../stores/read_store';
import type { Asking } from './rows';
import { inRange } from './sources';

type Query = estypes.QueryDslQueryContainer;

/** Shorter pieces of a number would find half of all calls. */
const MIN_DIGITS = 4;

const contains = (field: string, text: string): Query => ({
  wildcard: {
    [field]: { value: `*${text.replace(/[\\*?]/g, '\\$&')}*`, case_insensitive: true },
  },
});

/** A call by its id, by a part of the number outside, or by a part of the person's name, account or address. */
const searchQuery = (search: string): Query[] => {
  if (search === '') return [];
  const digits = search.replace(/\D/g, '');
  const should: Query[] = [
    { term: { 'vishing.call.id': search } },
    ...['user.full_name', 'user.email', 'user.name', 'host.name'].map((field) =>
      contains(field, search)
    ),
    ...(digits.length >= MIN_DIGITS && /^[\d\s()+./-]+$/.test(search)
      ? [contains('vishing.external.number', digits)]
      : []),
  ];
  return [{ bool: { should, minimum_should_match: 1 } }];
};

/** Calls in a time range, newest first; a call that is named by its id is found whenever it was. */
export const findCallsBy = async (
  { es, signal }: Asking,
  { search, ...range }: TimeRange & { readonly search: string }
): Promise<{ calls: CallSummary[]; total: number }> => {
  const answer = await readStore(
    es.search(
      {
        index: CALLS_INDEX,
        size: FOUND_CALLS_SHOWN,
        track_total_hits: true,
        sort: [{ '@timestamp': 'desc' }],
        query: {
          bool: {
            should: [
              { bool: { filter: [inRange(range), ...searchQuery(search)] } },
              ...(search === '' ? [] : [{ term: { 'vishing.call.id': search } }]),
            ],
            minimum_should_match: 1,
          },
        },
      },
      { signal }
    )
  );
  return {
    calls: answer.hits.hits
      .map(({ _source }) => toCall(_source))
      .filter((call) => call !== undefined)
      .map(toSummary),
    total: totalOf(answer.hits.total),
  };
};
