import type { estypes } from '@elastic/elasticsearch';
import { CALLS_INDEX } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';
import { parseRange, sharedDigits, type NumberRange } from '../watchlist/number_range';
import type { ResolverRequest } from './requests';

type Query = estypes.QueryDslQueryContainer;

const NUMBER_FIELDS = ['vishing.external.number', 'vishing.caller.number', 'vishing.callee.number'];
const EXTENSION_FIELDS = ['vishing.caller.extension', 'vishing.callee.extension'];
const USER_FIELDS = ['name', 'email', 'id'].flatMap((field) => [
  `user.${field}`,
  `source.user.${field}`,
  `destination.user.${field}`,
]);

/** Elasticsearch takes at most 65,536 terms in one query. */
const MAX_TERMS = 10_000;

const anyOf = (fields: readonly string[], values: readonly string[]): Query[] => {
  const queries: Query[] = [];
  for (let from = 0; from < values.length; from += MAX_TERMS) {
    const terms = values.slice(from, from + MAX_TERMS);
    queries.push(...fields.map((field) => ({ terms: { [field]: terms } })));
  }
  return queries;
};

/** The calls that a change may concern; pure. */
export const callsOfRequest = (request: ResolverRequest, sinceMs: number): Query => {
  const recent: Query = { range: { '@timestamp': { gte: sinceMs, format: 'epoch_millis' } } };
  if (request.type === 'rebuild' || request.type === 'recent')
    return { bool: { filter: [recent] } };
  return {
    bool: { filter: [recent], should: concerned(request), minimum_should_match: 1 },
  };
};

/** Texts are in the order of their digits. What begins like the last number but has more digits is no other call's. */
const queriesOfRange = (range: NumberRange): Query[] => [
  ...NUMBER_FIELDS.map((field) => ({ range: { [field]: { gte: range.from, lte: range.to } } })),
  // Of a masked number fewer digits can be seen than the range has; the resolver tells whether it is in.
  {
    bool: {
      filter: [
        { range: { 'vishing.external.block': { gte: sharedDigits(range), lte: range.to } } },
      ],
      must_not: [{ exists: { field: 'vishing.external.number' } }],
    },
  },
];

const concerned = (request: Extract<ResolverRequest, { type: 'numbers' | 'people' }>): Query[] => {
  if (request.type === 'people') {
    const { ids, numbers, extensions, users } = request.names;
    return [
      ...anyOf(['vishing.person.id'], ids),
      ...anyOf(NUMBER_FIELDS, numbers),
      ...anyOf(EXTENSION_FIELDS, extensions),
      ...anyOf(USER_FIELDS, users),
    ];
  }
  const exact = request.numbers.filter(({ kind }) => kind === 'number');
  const prefixes = request.numbers.filter(({ kind }) => kind === 'prefix');
  const ranges = request.numbers.flatMap(({ kind, number }) =>
    kind === 'range' ? (parseRange(number) ?? []) : []
  );
  return [
    ...anyOf(
      NUMBER_FIELDS,
      exact.map(({ number }) => number)
    ),
    // The block of a masked number holds the digits that can be seen.
    ...prefixes.flatMap(({ number }) =>
      [...NUMBER_FIELDS, 'vishing.external.block'].map((field) => ({ prefix: { [field]: number } }))
    ),
    ...ranges.flatMap(queriesOfRange),
  ];
};

/** Call ids page by page, oldest call first. */
export async function* findCallIds(
  es: ElasticsearchClient,
  query: Query,
  size: number
): AsyncGenerator<string[]> {
  let position: estypes.SortResults | undefined;
  do {
    const { hits }: estypes.SearchResponse = await es.search({
      index: CALLS_INDEX,
      size,
      track_total_hits: false,
      _source: false,
      query,
      sort: [{ '@timestamp': 'asc' }, { 'vishing.call.id': 'asc' }],
      search_after: position,
    });
    const ids = hits.hits.flatMap(({ _id }) => _id ?? []);
    if (ids.length > 0) yield ids;
    position = hits.hits.length === size ? hits.hits.at(-1)?.sort : undefined;
  } while (position);
}
