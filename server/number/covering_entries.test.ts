import type { WatchlistEntry } from '../../common/model/watchlist';
import { prefixesOf, rankEntries } from './covering_entries';

const entry = (number: string, rest: Partial<WatchlistEntry> = {}): WatchlistEntry => ({
  number,
  kind: 'prefix',
  verdict: 'bad',
  source: 'test',
  ...rest,
});
const NOW = Date.parse('2025-06-01T00:00:00.000Z');

describe('the entries that cover a number', () => {
  it('are looked for by every range that the number can lie in', () => {
    expect(prefixesOf('+1202')).toEqual(['+1', '+12', '+120', '+1202']);
  });

  it('are ranked: the own entry, then the longest range, and last what expired', () => {
    const ranked = rankEntries(
      [
        entry('+1202'),
        entry('+12025550142', { kind: 'number', expires: '2025-05-01T00:00:00.000Z' }),
        entry('+1202555', { verdict: 'trusted' }),
      ],
      NOW
    );
    expect(ranked.map(({ number, state }) => [number, state])).toEqual([
      ['+1202555', 'effective'],
      ['+1202', 'overruled'],
      ['+12025550142', 'expired'],
    ]);
  });

  it('are none for most numbers', () => {
    expect(rankEntries([], NOW)).toEqual([]);
  });
});
