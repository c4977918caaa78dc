import type { estypes } from '@elastic/elasticsearch';
import { activityAggregation } from '../activity/activity';
import type { TimeRange } from '../activity/range_unit';
import { CALLS_INDEX, DIRECTORY_INDEX } from '../../common/constants';

const SHOWN_NAMES = 5;
const OWNERS = 5;
const RERESOLVED_DAYS = 90;
const DAY_MS = 86_400_000;

/** The start of the 90 days whose calls a change of the watchlist resolves again. */
export const ninetyDaysBefore = (nowMs: number): string =>
  new Date(nowMs - RERESOLVED_DAYS * DAY_MS).toISOString();

/** Calls with a number at the other end, in any direction. */
export const callsOfNumber = (e164: string): estypes.QueryDslQueryContainer => ({
  term: { 'vishing.external.number': e164 },
});

const ATTESTATIONS = { terms: { field: 'vishing.call.attestation', size: 5 } };

/** Everything that is counted of a number: ever, and in a range. */
export const numberQuery = (
  e164: string,
  { zone, nowMs, ...range }: TimeRange & { readonly zone: string; readonly nowMs: number }
): estypes.SearchRequest => ({
  index: CALLS_INDEX,
  size: 0,
  track_total_hits: true,
  query: { bool: { filter: [callsOfNumber(e164)] } },
  aggs: {
    first_seen: { min: { field: '@timestamp' } },
    last_seen: { max: { field: '@timestamp' } },
    last_90d: { filter: { range: { '@timestamp': { gte: ninetyDaysBefore(nowMs) } } } },
    names: { terms: { field: 'vishing.external.display_name', size: SHOWN_NAMES } },
    own_number: { filter: { term: { 'vishing.external.own_number': true } } },
    in_range: activityAggregation(range, zone, { attestations: ATTESTATIONS }),
  },
});

/** People of the directory who have a number. */
export const ownersQuery = (e164: string): estypes.SearchRequest => ({
  index: DIRECTORY_INDEX,
  size: OWNERS,
  _source: ['id', 'full_name'],
  query: { bool: { filter: [{ term: { numbers: e164 } }] } },
  sort: [{ full_name: 'asc' }, { id: 'asc' }],
});
