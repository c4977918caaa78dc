import type { estypes } from '@elastic/elasticsearch';
import type { WatchlistFilter } from '../../common/api/watchlist';

type Query = estypes.QueryDslQueryContainer;

/** A range has three digits behind its plus at least, and fifteen at most. */
const SHORTEST_RANGE = 4;

const listOf = (text: string | undefined): string[] | undefined =>
  text === undefined || text === '' ? undefined : text.split(',');

/** Only digits and a leading plus are left of what a person typed, so that nothing of it is query text. */
const digitsOf = (search: string): string => {
  const text = search.trim().replace(/^00/, '+');
  return (text.startsWith('+') ? '+' : '') + text.replace(/\D/g, '');
};

/** After a plus, the entries that begin so and the ranges that hold the number; else those that have the digits anywhere. */
const searchQuery = (search: string): Query | undefined => {
  const digits = digitsOf(search);
  if (digits === '' || digits === '+') return search.trim() === '' ? undefined : { match_none: {} };
  if (!digits.startsWith('+')) {
    // National numbers begin with a 0 that the international form does not have.
    return { wildcard: { number: { value: `*${digits.replace(/^0+(?=\d)/, '')}*` } } };
  }
  const wider = Array.from({ length: Math.max(0, digits.length - SHORTEST_RANGE) }, (_, index) =>
    digits.slice(0, SHORTEST_RANGE + index)
  );
  const ranges: Query = {
    bool: { filter: [{ term: { kind: 'prefix' } }, { terms: { number: wider } }] },
  };
  // The leading digits of a range from number to number may be all digits of one.
  const fromTo: Query = { terms: { prefixes: [...wider, digits] } };
  return {
    bool: { should: [{ prefix: { number: digits } }, ranges, fromTo], minimum_should_match: 1 },
  };
};

/** Entries that had ended at an instant. */
export const expiredQuery = (nowMs: number): Query => ({
  range: { expires: { lte: nowMs, format: 'epoch_millis' } },
});

/** The query of a filter; pure. */
export const watchlistQuery = (
  { search = '', verdict, source, kind, state }: WatchlistFilter,
  nowMs: number
): Query => {
  const verdicts = listOf(verdict);
  const sources = listOf(source);
  const found = searchQuery(search);
  const filter: Query[] = [
    ...(found ? [found] : []),
    ...(verdicts ? [{ terms: { verdict: verdicts } }] : []),
    ...(sources ? [{ terms: { source: sources } }] : []),
    ...(kind ? [{ terms: { kind: kind === 'prefix' ? ['prefix', 'range'] : [kind] } }] : []),
    ...(state === 'expired' ? [expiredQuery(nowMs)] : []),
  ];
  const must_not = state === 'active' ? [expiredQuery(nowMs)] : [];
  return { bool: { filter, must_not } };
};
