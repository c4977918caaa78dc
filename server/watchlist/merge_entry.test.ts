import { watchlistEntrySchema, type WatchlistEntryInput } from '../../common/model/watchlist';
import { keptBecause, mergeEntry } from './merge_entry';

const NOW = new Date('2025-01-01T00:00:00.000Z');
const IN_30_DAYS = '2025-01-31T00:00:00.000Z';
const entry = (changes: Partial<WatchlistEntryInput> = {}) =>
  watchlistEntrySchema.parse({ number: '+12025550142', verdict: 'bad', ...changes });
const stored = (changes: Partial<WatchlistEntryInput> = {}) =>
  entry({ added_at: '2024-12-01T00:00:00.000Z', added_by: 'ana', expires: IN_30_DAYS, ...changes });

describe('an entry that is new', () => {
  it('ends after 30 days when it is bad', () => {
    expect(mergeEntry(entry({ added_by: 'ben' }), undefined, { now: NOW })).toMatchObject({
      added_at: NOW.toISOString(),
      added_by: 'ben',
      expires: IN_30_DAYS,
    });
  });

  it.each(['own', 'trusted'] as const)('never ends when it is %s', (verdict) => {
    expect(mergeEntry(entry({ verdict }), undefined, { now: NOW }).expires).toBeUndefined();
  });
});

describe('an entry that is there', () => {
  it('keeps who added it and when, and its end', () => {
    expect(mergeEntry(entry({ added_by: 'ben' }), stored(), { now: NOW })).toEqual(stored());
  });

  it.each([
    ['has ended', stored({ expires: '2024-12-31T00:00:00.000Z' })],
    ['had another verdict', stored({ verdict: 'trusted' })],
  ])('counts as added now when it %s', (_why, present) => {
    expect(mergeEntry(entry({ added_by: 'ben' }), present, { now: NOW })).toMatchObject({
      added_at: NOW.toISOString(),
      added_by: 'ben',
      expires: IN_30_DAYS,
    });
  });
});

describe('a feed', () => {
  const keepOthers = { now: NOW, keepOthers: true };
  const fromFeed = entry({ source: 'feed', reason: 'Imposters', reports: 3 });

  it.each(['own', 'trusted'] as const)('does not make an %s number bad', (verdict) => {
    const present = stored({ verdict, expires: undefined });
    expect(keptBecause(fromFeed, present, keepOthers)).toMatch(`listed as ${verdict} already`);
    expect(mergeEntry(fromFeed, present, keepOthers)).toBe(present);
  });

  it('leaves what a person wrote as it is', () => {
    const present = stored({ reason: 'Called the CFO' });
    expect(mergeEntry(fromFeed, present, keepOthers)).toBe(present);
  });

  it('lets the entry of another feed live longer', () => {
    const present = stored({ source: 'other', expires: '2025-01-02T00:00:00.000Z', reports: 2 });
    expect(mergeEntry(fromFeed, present, keepOthers)).toEqual({
      ...present,
      expires: IN_30_DAYS,
      reports: 3,
    });
  });

  it('takes the place of any entry that has ended', () => {
    const present = stored({ verdict: 'trusted', expires: '2024-12-31T00:00:00.000Z' });
    expect(mergeEntry(fromFeed, present, keepOthers)).toMatchObject({
      verdict: 'bad',
      source: 'feed',
    });
  });
});
