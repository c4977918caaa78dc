import {
  exportWatchlist,
  getIndicatorStatus,
  getWatchlist,
  importWatchlist,
  previewWatchlist,
  pullIndicators,
  removeFromWatchlist,
  removeMatching,
} from '../../common/api/watchlist';
import { INDICATOR_TASK_ID } from '../../common/constants';
import type { KibanaRequest } from '../kibana';
import { reresolveNumbers } from '../resolver/requests';
import { isScheduled } from '../setup/is_scheduled';
import { importEntries } from '../watchlist/import_entries';
import { readIndicatorState, writeIndicatorState } from '../watchlist/indicator_state';
import { stateOf } from '../watchlist/indicator_task';
import { exportEntries, listEntries } from '../watchlist/list_entries';
import { previewEffect } from '../watchlist/preview_effect';
import { pullIndicators as pullPhoneIndicators } from '../watchlist/pull_indicators';
import { removeEntries, removeMatchingEntries } from '../watchlist/remove_entries';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';

/** 5,000 rows with a reason and notes each. */
const MAX_BYTES = 30 * 1024 * 1024;

/** Routes of the watchlist; calls whose numbers a change touches are resolved again. */
export const registerWatchlistRoutes = (dependencies: RouteDependencies): void => {
  const { formatNumber, started } = dependencies;

  const userOf = async (request: KibanaRequest): Promise<string | undefined> =>
    (await started()).core.security.authc.getCurrentUser(request)?.username;

  defineRoute(
    dependencies,
    getWatchlist,
    ({ es, query }) => listEntries(es, query, { nowMs: Date.now(), formatNumber }),
    {
      access: ({ query }, answer) => ({
        action: 'watchlist_view',
        search: query.search,
        numbers: answer?.entries.map(({ number }) => number),
      }),
    }
  );

  defineRoute(
    dependencies,
    exportWatchlist,
    ({ es, query }) => exportEntries(es, query, Date.now()),
    { access: ({ query }) => ({ action: 'watchlist_export', search: query.search }) }
  );

  defineRoute(
    dependencies,
    previewWatchlist,
    async ({ es, body }) => ({
      effects: await previewEffect(es, body, { nowMs: Date.now(), formatNumber }),
    }),
    { access: ({ body }) => ({ action: 'number_effect', numbers: body.numbers }) }
  );

  defineRoute(
    dependencies,
    importWatchlist,
    async ({ es, body, request }) => {
      const addedBy = await userOf(request);
      const { response, changed } = await importEntries(es, { ...body, addedBy });
      await reresolveNumbers(es, changed);
      return response;
    },
    { maxBytes: MAX_BYTES }
  );

  defineRoute(
    dependencies,
    removeFromWatchlist,
    async ({ es, body }) => {
      const removed = await removeEntries(es, body.entries);
      await reresolveNumbers(es, removed);
      return { removed: removed.length };
    },
    { maxBytes: MAX_BYTES }
  );

  defineRoute(dependencies, removeMatching, async ({ es, body }) => {
    const { response, removed } = await removeMatchingEntries(es, body.filter, Date.now());
    await reresolveNumbers(es, removed);
    return response;
  });

  defineRoute(dependencies, pullIndicators, async ({ es, body, request }) => {
    const options = { nowMs: Date.now(), country: body.country, addedBy: await userOf(request) };
    const { response, changed } = await pullPhoneIndicators(es, options);
    await reresolveNumbers(es, changed);
    await writeIndicatorState(es, stateOf(response, options.nowMs));
    return response;
  });

  defineRoute(dependencies, getIndicatorStatus, async ({ es }) => {
    const { taskManager } = (await started()).plugins;
    const [scheduled, state] = await Promise.all([
      isScheduled(taskManager, INDICATOR_TASK_ID),
      readIndicatorState(es),
    ]);
    return { scheduled, ...state };
  });
};
