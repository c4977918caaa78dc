import { reachableOf, windowOf } from './pages';

describe('pages of a long list', () => {
  it.each([
    [0, 25, 0, 25],
    [3, 25, 75, 25],
    [399, 25, 9975, 25],
    [400, 25, 10_000, 0],
    [1, 9_990, 9_990, 10],
  ])('page %d of %d rows begins at %d and has %d', (page, per_page, from, size) => {
    expect(windowOf({ page, per_page })).toEqual({ from, size });
  });

  it('reaches no further than Elasticsearch does', () => {
    expect([reachableOf(7), reachableOf(12_000)]).toEqual([7, 10_000]);
  });
});
