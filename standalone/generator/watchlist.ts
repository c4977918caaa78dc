import type { WatchlistEntryInput } from '../../common/model/watchlist';

/** A vendor whose support line IT has approved. */
export const TRUSTED_VENDOR_NUMBER = '+17375550170';

/** What the made-up security team put on its list: an approved vendor, the company's own ranges, and numbers reported by others. */
export const generateWatchlist = (): WatchlistEntryInput[] => [
  {
    number: TRUSTED_VENDOR_NUMBER,
    verdict: 'trusted',
    reason: 'Support line of the storage vendor, approved by IT',
    source: 'it',
  },
  { number: '+493023125', kind: 'prefix', verdict: 'own', reason: 'Berlin office', source: 'it' },
  { number: '+151255501', kind: 'prefix', verdict: 'own', reason: 'Austin office', source: 'it' },
  { number: '+442079460', kind: 'prefix', verdict: 'own', reason: 'London office', source: 'it' },
];
