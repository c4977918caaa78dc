import { z } from 'zod';
import { MANAGE_PRIVILEGE } from '../constants';
import { personSchema } from '../model/person';
import { watchlistEntrySchema } from '../model/watchlist';
import { defineApi } from './define_api';
import { nothing } from './shared';

const upsertResultSchema = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  failed: z.array(z.object({ id: z.string(), reason: z.string() })),
});
export type UpsertResult = z.infer<typeof upsertResultSchema>;

export const putPeople = defineApi({
  method: 'post',
  path: '/internal/vishing/directory/people',
  summary:
    'Adds or replaces people of the directory; the calls of the last 90 days are resolved again',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({ people: z.array(personSchema).min(1).max(5000) }),
  response: upsertResultSchema,
});

export const putWatchlist = defineApi({
  method: 'post',
  path: '/internal/vishing/watchlist',
  summary: 'Adds or replaces watchlist entries; the calls of these numbers are resolved again',
  privilege: MANAGE_PRIVILEGE,
  params: nothing,
  query: nothing,
  body: z.strictObject({ entries: z.array(watchlistEntrySchema).min(1).max(5000) }),
  response: upsertResultSchema,
});
