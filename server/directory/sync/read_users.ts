import type { estypes } from '@elastic/elasticsearch';
import type { PersonFields } from '../../../common/model/person';
import { isMissingIndex } from '../../elasticsearch_errors';
import type { ElasticsearchClient } from '../../kibana';
import { toSyncedFields } from './raw_user';
import type { SyncDefinition } from './sync_sources';

/** What a directory says of one user: the newest whole document, and parts. */
export interface ReadUser {
  readonly whole?: { readonly fields: PersonFields; readonly at: string; readonly isGone: boolean };
  readonly parts: readonly PersonFields[];
}

export interface ReadUsers {
  readonly users: readonly ReadUser[];
  /** ISO instant of the newest document, where there is one. */
  readonly newest?: string;
}

interface ReadOptions {
  /** ISO instant. */
  readonly since: string;
  readonly usualCountry?: string;
  readonly signal?: AbortSignal;
}

const PAGE = 1000;
const KEEP_ALIVE = '2m';

type MutableUser = { whole?: NonNullable<ReadUser['whole']>; parts: PersonFields[] };

async function* readDocuments(
  es: ElasticsearchClient,
  { index, filter }: SyncDefinition,
  { since, signal }: ReadOptions
): AsyncGenerator<estypes.SearchHit> {
  // Documents of one synchronisation have the same time: only a point in time gives them a stable order.
  const { id } = await es.openPointInTime({
    index,
    keep_alive: KEEP_ALIVE,
    ignore_unavailable: true,
  });
  try {
    let position: estypes.SortResults | undefined;
    do {
      signal?.throwIfAborted();
      const { hits }: estypes.SearchResponse = await es.search({
        size: PAGE,
        track_total_hits: false,
        pit: { id, keep_alive: KEEP_ALIVE },
        query: { bool: { filter: [filter, { range: { '@timestamp': { gte: since } } }] } },
        sort: [{ '@timestamp': 'desc' }],
        search_after: position,
      });
      yield* hits.hits;
      position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
    } while (position);
  } finally {
    await es.closePointInTime({ id });
  }
}

const timeOf = (source: unknown): string | undefined => {
  const text = (source as Record<string, unknown> | undefined)?.['@timestamp'];
  const atMs = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? undefined : new Date(atMs).toISOString();
};

/** Reads the newest document of each user. Indices that do not exist hold no users. */
export const readUsers = async (
  es: ElasticsearchClient,
  definition: SyncDefinition,
  options: ReadOptions
): Promise<ReadUsers> => {
  const users = new Map<string, MutableUser>();
  let newest: string | undefined;
  try {
    for await (const { _source } of readDocuments(es, definition, options)) {
      const at = timeOf(_source);
      if (at === undefined) continue;
      newest ??= at;
      for (const raw of definition.read(_source)) {
        const fields = toSyncedFields(raw, options.usualCountry);
        if (!fields) continue;
        const key = raw.key.toLowerCase();
        const user = users.get(key) ?? { parts: [] };
        if (raw.isPart) user.parts.push(fields);
        else user.whole ??= { fields, at, isGone: raw.isGone ?? false };
        users.set(key, user);
      }
    }
  } catch (error) {
    if (!isMissingIndex(error)) throw error;
  }
  return { users: [...users.values()], ...(newest === undefined ? {} : { newest }) };
};
