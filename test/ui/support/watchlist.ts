import type { ListedEntry, WatchlistResponse } from '../../../common/api/watchlist';
import { answersWith } from './answers';
import type { Answers, AskedFor } from './harness';

export const LIST = 'GET /internal/vishing/watchlist';
export const EXPORT = 'GET /internal/vishing/watchlist/export';
export const EFFECT = 'POST /internal/vishing/watchlist/effect';
export const IMPORT = 'POST /internal/vishing/watchlist/import';
export const REMOVE = 'POST /internal/vishing/watchlist/remove';
export const REMOVE_MATCHING = 'POST /internal/vishing/watchlist/remove_matching';
export const INDICATORS = 'GET /internal/vishing/watchlist/indicators';
export const PULL = 'POST /internal/vishing/watchlist/indicators';
export const DAY_MS = 86_400_000;

export const buildEntry = (index: number): ListedEntry => ({
  number:
    index % 5 === 4
      ? `+12025550${index % 10}`
      : `+120255501${String(index % 100).padStart(2, '0')}`,
  kind: index % 5 === 4 ? 'prefix' : 'number',
  display: `+1 202 555 01${String(index % 100).padStart(2, '0')}`,
  verdict: (['bad', 'trusted', 'own'] as const)[index % 3] ?? 'bad',
  reason: index % 2 === 0 ? 'Called the finance department' : undefined,
  source: index % 2 === 0 ? 'manual' : 'MISP',
  confidence: index % 4 === 1 ? 'low' : undefined,
  reports: index % 4 === 1 ? 12 : undefined,
  added_at: '2025-01-01T14:03:00.000Z',
  added_by: 'ana',
  expires: index % 3 === 0 ? new Date(Date.now() + (index - 3) * DAY_MS).toISOString() : undefined,
});

/** One page of a list of `count` entries, of all kinds. */
export const buildWatchlist = (
  count: number,
  overrides: Partial<WatchlistResponse> = {}
): WatchlistResponse => ({
  entries: Array.from({ length: Math.min(count, 25) }, (_, index) => buildEntry(index)),
  total: count,
  counts: { all: count, bad: 4, trusted: 3, own: 3, ranges: 2, expired: 1 },
  sources: [
    { source: 'manual', entries: 6 },
    { source: 'MISP', entries: 4 },
  ],
  ...overrides,
});

export const stored = { created: 1, updated: 0, unchanged: 0, merged: 0, refused: [] };
export const effectsOf = ({ body }: AskedFor) => ({
  body: {
    effects: (body as { numbers: string[] }).numbers.map((input) =>
      /\d{7}/.test(input)
        ? {
            input,
            number: '+12025550142',
            kind: 'number',
            display: '+1 202 555 0142',
            calls: 7,
            people: 3,
            last_call: '2025-01-01T14:03:00.000Z',
          }
        : { input, refused: 'It is too short for a phone number.' }
    ),
  },
});

/** A cluster with ten entries, unless it is said otherwise. */
export const watchlistAnswers = (overrides: Answers = {}): Answers =>
  answersWith({
    [LIST]: { body: buildWatchlist(10) },
    [EXPORT]: { body: { entries: [], total: 0 } },
    [EFFECT]: effectsOf,
    [IMPORT]: { body: stored },
    [REMOVE]: { body: { removed: 2 } },
    [INDICATORS]: {
      body: { scheduled: true, last_run: '2025-01-01T11:00:00.000Z', read: 3, created: 1 },
    },
    [REMOVE_MATCHING]: { body: { removed: 10, remaining: 0 } },
    ...overrides,
  });

/** What was sent to one route. */
export const bodiesOf = (asked: readonly AskedFor[], route: string): unknown[] =>
  asked.filter(({ path, method }) => `${method} ${path}` === route).map(({ body }) => body);
