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
