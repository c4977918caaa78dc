import { getSuspiciousCalls } from '../../common/api/suspicious_calls';
import { readSearch } from '../shared/url/search_params';
import { DEFAULT_LIST_STATE, hasFilters, listStateSchema, toList, toQuery } from './list_state';

const NOW = new Date('2025-01-02T12:00:00.000Z');

describe('state of the suspicious calls', () => {
  it('asks for open and acknowledged calls of the last 24 hours by score when nothing is chosen', () => {
    expect(toQuery(DEFAULT_LIST_STATE, NOW)).toEqual({
      from: '2025-01-01T12:00:00.000Z',
      to: '2025-01-02T12:00:00.000Z',
      search: undefined,
      status: 'open,acknowledged',
      severity: undefined,
      rule: undefined,
      sort: 'score',
      order: 'desc',
      page: 0,
      per_page: 25,
    });
  });

  it('asks for every status with "all"', () => {
    expect(toQuery({ ...DEFAULT_LIST_STATE, status: 'all' }, NOW).status).toBeUndefined();
    expect(toList('all')).toEqual([]);
  });

  it.each([
    '?page=-4&size=7&sort=x&order=up&refresh=often',
    `?q=${'x'.repeat(5000)}`,
    '?from=%00&to=%F0%9F%92%A9',
  ])('makes a valid request of the address %s', (search) => {
    const query = toQuery(readSearch(listStateSchema, search), NOW);
    expect(getSuspiciousCalls.query.safeParse(query).success).toBe(true);
  });

  it('knows whether anything is filtered', () => {
    expect(hasFilters(DEFAULT_LIST_STATE)).toBe(false);
    expect(hasFilters({ ...DEFAULT_LIST_STATE, q: 'ana' })).toBe(true);
  });
});
