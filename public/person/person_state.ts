import { z } from 'zod';
import { pageInUrl, rangeInUrl } from '../shared/url/range_state';

/** Everything that can be chosen on the page of a person; it lives in the address. */
export const personStateSchema = z.object({
  ...rangeInUrl,
  callsPage: pageInUrl,
  alertsPage: pageInUrl,
});
export type PersonState = z.infer<typeof personStateSchema>;
