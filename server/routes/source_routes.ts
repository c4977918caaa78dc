import {
  deleteMapping,
  detectSource,
  getMappings,
  getSources,
  getSourceStatus,
  previewRecords,
  putMapping,
  RECORDS_MAX_BYTES,
  replayFailures,
  storeRecords,
  type SourceEntry,
} from '../../common/api/sources';
import type { Source } from '../../common/model/source';
import { VishingError } from '../errors';
import { previewRecordBatch } from '../records/preview_records';
import { replayFailedRecords } from '../records/replay_failures';
import { storeRecordBatch } from '../records/store_records';
import { detectSources } from '../sources/detect_source';
import { listMappings, removeMapping, saveMapping } from '../sources/mapping_store';
import { readSourceStatus } from '../sources/source_status';
import { defineRoute } from './define_route';
import type { RouteDependencies } from './route_dependencies';

const toEntry = ({ recognise: _, ...entry }: Source): SourceEntry => entry;

/** Routes of the admin's Sources page: what can be read, is it read, read this. */
export const registerSourceRoutes = (dependencies: RouteDependencies): void => {
  const { sources } = dependencies;
  const large = { maxBytes: RECORDS_MAX_BYTES };

  const requireSource = (id: string): void => {
    if (sources.some((source) => source.id === id)) return;
    throw new VishingError('bad_request', `The source "${id}" is not known to this version.`);
  };

  defineRoute(dependencies, getSources, () => Promise.resolve({ sources: sources.map(toEntry) }));

  defineRoute(dependencies, getSourceStatus, async ({ es, query }) => ({
    statuses: await readSourceStatus(es, { ...query, nowMs: Date.now() }),
  }));

  defineRoute(
    dependencies,
    detectSource,
    ({ es, body }) => detectSources(es, sources, body),
    large
  );

  defineRoute(
    dependencies,
    previewRecords,
    async ({ es, body }) => {
      requireSource(body.source);
      return { previews: await previewRecordBatch(es, body) };
    },
    large
  );

  defineRoute(
    dependencies,
    storeRecords,
    ({ es, body }) => {
      requireSource(body.source);
      return storeRecordBatch(es, body);
    },
    large
  );

  defineRoute(dependencies, replayFailures, ({ es, body }) => replayFailedRecords(es, body));

  defineRoute(dependencies, getMappings, async ({ es }) => ({ mappings: await listMappings(es) }));

  defineRoute(dependencies, putMapping, ({ es, params, body }) =>
    saveMapping(es, params.name, body.mapping)
  );

  defineRoute(dependencies, deleteMapping, async ({ es, params }) => {
    await removeMapping(es, params.name);
    return { name: params.name };
  });
};
