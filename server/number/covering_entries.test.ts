import type { WatchlistEntry } from '../../common/model/watchlist';
import { prefixesOf, rankEntries } from './covering_entries';

const entry = (number: string, rest: Partial<WatchlistEntry> = {}): WatchlistEntry => ({
  number,
  kind: 'prefix',
  verdict: 'bad',
  source: 'test',
  ...rest,
});
const NUMBER = '+12025550142';
const NOW = Date.parse('2025-06-01T00:00:00.000Z');

describe('the entries that cover a number', () => {
  it('are looked for by every range that the number can lie in', () => {
    expect(prefixesOf('+1202')).toEqual(['+1', '+12', '+120', '+1202']);
  });

  it('are ranked: the own entry, then the narrowest range, and last what expired', () => {
    const ranked = rankEntries(
      [
        entry('+1202'),
        entry('+12025550142', { kind: 'number', expires: '2025-05-01T00:00:00.000Z' }),
        entry('+1202555', { verdict: 'trusted' }),
        entry('+12025550100-+12025550149', { kind: 'range', verdict: 'own' }),
        entry('+12025550100-+12025550141', { kind: 'range', verdict: 'own' }),
      ],
      NUMBER,
      NOW
    );
    expect(ranked.map(({ number, state }) => [number, state])).toEqual([
      ['+12025550100-+12025550149', 'effective'],
      ['+1202555', 'overruled'],
      ['+1202', 'overruled'],
      ['+12025550142', 'expired'],
    ]);
  });

  it('are none for most numbers', () => {
    expect(rankEntries([], NUMBER, NOW)).toEqual([]);
  });
});
