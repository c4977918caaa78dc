import { putPeople, putWatchlist } from '../../common/api/directory';
import { upsertPeople } from '../directory/directory_store';
import { reresolveNumbers, reresolvePeople } from '../resolver/requests';
import { upsertWatchlist } from '../watchlist/watchlist_store';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';

/** 5,000 people or entries in one request, with everything that names them. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Routes that change the directory and the watchlist; calls that a change touches are resolved again. */
export const registerDirectoryRoutes = (dependencies: RouteDependencies): void => {
  const options = { maxBytes: MAX_BYTES };

  defineRoute(
    dependencies,
    putPeople,
    async ({ es, body }) => {
      const { result, changed } = await upsertPeople(es, body.people);
      await reresolvePeople(es, changed);
      return result;
    },
    options
  );

  defineRoute(
    dependencies,
    putWatchlist,
    async ({ es, body }) => {
      const { result, changed } = await upsertWatchlist(es, body.entries);
      await reresolveNumbers(es, changed);
      return result;
    },
    options
  );
};
