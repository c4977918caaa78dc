import { watchlistEntrySchema, type WatchlistEntryInput } from '../../common/model/watchlist';
import { createWatchlistMatcher } from './watchlist_matcher';

const NOW = Date.parse('2025-01-01T00:00:00.000Z');
const entry = (input: WatchlistEntryInput) => watchlistEntrySchema.parse(input);

const matcher = createWatchlistMatcher([
  entry({ number: '+12025550142', verdict: 'trusted' }),
  entry({ number: '+1202', kind: 'prefix', verdict: 'own' }),
  entry({ number: '+1202555', kind: 'prefix', verdict: 'bad' }),
  entry({ number: '+12025550150', verdict: 'trusted', expires: '2024-12-31T00:00:00Z' }),
  entry({ number: '+12025550151', verdict: 'trusted', expires: '2025-01-02T00:00:00Z' }),
]);

it.each([
  ['+12025550142', 'trusted', 'by its own entry, although a prefix says otherwise'],
  ['+12025550143', 'bad', 'by the longest prefix'],
  ['+12021110143', 'own', 'by the shorter prefix'],
  ['+12025550150', 'bad', 'by a prefix when its own entry has expired'],
  ['+12025550151', 'trusted', 'by an entry that has not expired yet'],
])('%s is %s %s', (e164, verdict) => {
  expect(matcher.find({ e164 }, NOW)?.verdict).toBe(verdict);
});

it('matches a masked number by the prefixes that its visible digits begin with', () => {
  expect(matcher.find({ visible: '+1202555' }, NOW)?.verdict).toBe('bad');
  expect(matcher.find({ visible: '+12' }, NOW)).toBeUndefined();
});

it('finds nothing for an unlisted or absent number', () => {
  expect(matcher.find({ e164: '+442079460958' }, NOW)).toBeUndefined();
  expect(matcher.find({}, NOW)).toBeUndefined();
});

describe('a range from number to number', () => {
  const range = (from: string, to: string, verdict: 'bad' | 'own' | 'trusted', rest = {}) =>
    entry({ number: `+1202555${from}-+1202555${to}`, kind: 'range', verdict, ...rest });
  const ranges = createWatchlistMatcher([
    entry({ number: '+120255501', kind: 'prefix', verdict: 'bad' }),
    range('0101', '0149', 'own'),
    range('0105', '0114', 'trusted'),
    range('0200', '0299', 'own', { expires: '2024-12-31T00:00:00Z' }),
  ]);

  it.each<[string, string | undefined, string]>([
    ['+12025550101', 'own', 'by its first number'],
    ['+12025550149', 'own', 'by its last number'],
    ['+12025550150', 'bad', 'by a prefix behind its end'],
    ['+120255501011', 'bad', 'by a prefix when it has more digits'],
    ['+12025550105', 'trusted', 'by the narrower of two'],
    ['+12025550112', 'trusted', 'by the narrower of two'],
    ['+12025550120', 'own', 'by the wider one outside of the narrower'],
    ['+12025550201', undefined, 'when it has expired'],
  ])('%s is %s %s', (e164, verdict) => {
    expect(ranges.find({ e164 }, NOW)?.verdict).toBe(verdict);
  });

  it('holds a masked number when all that it may be is in the range', () => {
    const visible = ['+1202555012', '+12025550', '+1202555010'];
    expect(visible.map((text) => ranges.find({ visible: text }, NOW)?.verdict)).toEqual([
      'own',
      undefined,
      'bad',
    ]);
  });
});
