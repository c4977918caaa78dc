import {
  assignLine,
  decideConflict,
  getConflicts,
  getDirectorySync,
  getPeople,
  getUnresolved,
  importPeople,
  previewPeople,
  runDirectorySync,
} from '../../common/api/people';
import { editPerson } from '../../common/api/person';
import { SYNC_TASK_ID } from '../../common/constants';
import type { ChangedPerson } from '../directory/change_person';
import { assignLineTo } from '../directory/assign_line';
import { decideLine, listConflicts } from '../directory/conflicts';
import { editPerson as storeEdit } from '../directory/edit_person';
import { importRows, previewImport } from '../directory/import_people';
import { listPeople } from '../directory/list_people';
import { readSyncStatus } from '../directory/sync/sync_state';
import { listUnresolved } from '../directory/unresolved';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';
import { reresolvePeople } from '../resolver/requests';
import { isScheduled } from '../setup/is_scheduled';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';
import { runSoon } from './run_soon';

/** 5,000 rows of a list. */
const MAX_BYTES = 20 * 1024 * 1024;

const resolveAgain = (es: ElasticsearchClient, changed: readonly ChangedPerson[]): Promise<void> =>
  reresolvePeople(
    es,
    changed.flatMap(({ document, previous }) => [document, previous])
  );

/** Routes of the page of all people: list, import, contested lines, lines without a person. */
export const registerPeopleRoutes = (dependencies: RouteDependencies): void => {
  const { formatNumber, started } = dependencies;
  const large = { maxBytes: MAX_BYTES };

  defineRoute(dependencies, getPeople, ({ es, query }) => listPeople(es, query, formatNumber), {
    access: ({ query }, answer) => ({
      action: 'directory_list',
      search: query.search,
      people: answer?.people.map(({ id }) => id),
    }),
  });

  defineRoute(
    dependencies,
    previewPeople,
    ({ es, body }) => previewImport(es, body, formatNumber),
    large
  );

  defineRoute(
    dependencies,
    importPeople,
    async ({ es, body }) => {
      const { result, changed } = await importRows(es, body);
      await reresolvePeople(es, changed);
      return result;
    },
    large
  );

  defineRoute(dependencies, getConflicts, ({ es }) => listConflicts(es, formatNumber), {
    access: () => ({ action: 'directory_conflicts' }),
  });

  defineRoute(dependencies, decideConflict, async ({ es, body, request }) => {
    const user = (await started()).core.security.authc.getCurrentUser(request);
    const changed = await decideLine(es, { ...body, decidedBy: user?.username, now: new Date() });
    await resolveAgain(es, changed);
    return { decided: changed.length };
  });

  defineRoute(
    dependencies,
    getUnresolved,
    ({ es, query }) => listUnresolved(es, query, formatNumber),
    { access: () => ({ action: 'directory_unresolved' }) }
  );

  defineRoute(dependencies, assignLine, async ({ es, body }) => {
    const { kind, value, person_id: personId } = body;
    const changed = await assignLineTo(es, { kind, value, personId });
    if (changed) await resolveAgain(es, [changed]);
    return { changed: changed !== undefined };
  });

  defineRoute(dependencies, editPerson, async ({ es, params, body }) => {
    const changed = await storeEdit(es, { id: params.person_id, ...body });
    if (changed) await resolveAgain(es, [changed]);
    return { changed: changed !== undefined };
  });

  defineRoute(dependencies, getDirectorySync, async ({ es }) => {
    const { taskManager } = (await started()).plugins;
    const [scheduled, status] = await Promise.all([
      isScheduled(taskManager, SYNC_TASK_ID),
      readSyncStatus(es),
    ]);
    return { scheduled, ...status };
  });

  defineRoute(dependencies, runDirectorySync, async () => {
    const { taskManager } = (await started()).plugins;
    if (!(await isScheduled(taskManager, SYNC_TASK_ID))) {
      throw new VishingError(
        'not_set_up',
        'The synchronisation is not scheduled yet. Run the setup once more.'
      );
    }
    return { started: await runSoon(taskManager, SYNC_TASK_ID) };
  });
};
