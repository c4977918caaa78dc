import { z } from 'zod';
import { reachedSortSchema } from '../../common/api/number';
import { pageInUrl, rangeInUrl } from '../shared/url/range_state';

/** Everything that can be chosen on the page of a number; it lives in the address. */
export const numberStateSchema = z.object({
  ...rangeInUrl,
  peoplePage: pageInUrl,
  sort: reachedSortSchema.catch('newest').default('newest'),
  order: z.enum(['asc', 'desc']).catch('desc').default('desc'),
  neighboursPage: pageInUrl,
  alertsPage: pageInUrl,
});
export type NumberState = z.infer<typeof numberStateSchema>;
