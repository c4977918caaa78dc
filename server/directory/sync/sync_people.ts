import { CALLS_INDEX, DIRECTORY_INDEX } from '../../../common/constants';
import type { PersonFields, StoredPerson, SyncSource } from '../../../common/model/person';
import type { ElasticsearchClient, Logger } from '../../kibana';
import { assertSetUp } from '../../stores/assert_set_up';
import { upsertDocuments } from '../../stores/upsert_documents';
import { readKnownNames } from '../find_people';
import { newIdOf } from '../import_row';
import { buildStored, partsOf, withSynced } from '../layers';
import { addPart, replaceLayer } from './merge_layer';
import { readUsers, type ReadUser } from './read_users';
import { syncLogons } from './sync_logons';
import { SYNC_DEFINITIONS, type SyncDefinition } from './sync_sources';
import { readSyncState, writeSyncState, type SyncState } from './sync_state';

export interface SyncOptions {
  readonly es: ElasticsearchClient;
  readonly logger: Logger;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
  /** Told of people who changed, as they are and as they were: their calls are to be resolved again. */
  readonly onChanged: (people: readonly StoredPerson[]) => Promise<void>;
}

export interface SyncResult {
  readonly users: number;
  readonly created: number;
  readonly updated: number;
  /** Users that could not be stored, or that may be two people. */
  readonly failed: number;
}

const DAY_MS = 86_400_000;
/** Documents may become visible after newer ones. */
const OVERLAP_MS = 3_600_000;
const CHUNK = 2000;

/** The country that most calls are from: HR seldom writes country codes. */
const readUsualCountry = async (es: ElasticsearchClient): Promise<string | undefined> => {
  const { aggregations } = await es.search<
    unknown,
    { countries: { buckets: readonly { readonly key: string }[] } }
  >({
    index: CALLS_INDEX,
    size: 0,
    aggs: { countries: { terms: { field: 'vishing.site.country', size: 1 } } },
  });
  return aggregations?.countries.buckets[0]?.key;
};

const namesOf = ({ whole, parts }: ReadUser): PersonFields =>
  parts.reduce(addPart, whole?.fields ?? {});

/** What a directory says of one person: several of its users may turn out to be the same one. */
const layerOf = (before: PersonFields | undefined, users: readonly ReadUser[]): PersonFields => {
  const wholes = users.flatMap(({ whole }) => whole ?? []);
  const [first, ...more] = wholes;
  const whole = more.reduce((layer, { fields }) => addPart(layer, fields), first?.fields ?? {});
  const base = first ? replaceLayer(before, whole, first.at) : before;
  return users
    .flatMap(({ parts }) => parts)
    .reduce<PersonFields>((layer, part) => addPart(layer, part), base ?? {});
};

const placeUsers = async (
  es: ElasticsearchClient,
  users: readonly ReadUser[]
): Promise<{ readonly placed: Map<string, ReadUser[]>; readonly ambiguous: number }> => {
  const names = users.map(namesOf);
  const candidates = names.map((fields) => newIdOf(fields, undefined));
  const known = await readKnownNames(
    es,
    names,
    candidates.flatMap((id) => id ?? [])
  );
  const placed = new Map<string, ReadUser[]>();
  let ambiguous = 0;
  for (const [at, user] of users.entries()) {
    const found = known.find(names[at] ?? {});
    const id = found[0] ?? candidates[at];
    const isNew = found.length === 0;
    // One who left before anybody knew of this person is nobody's business.
    if (id === undefined || (isNew && user.whole?.isGone)) continue;
    if (found.length > 1) ambiguous += 1;
    else placed.set(id, [...(placed.get(id) ?? []), user]);
  }
  return { placed, ambiguous };
};

const storeUsers = async (
  { es, onChanged }: SyncOptions,
  source: SyncSource,
  users: readonly ReadUser[]
): Promise<SyncResult> => {
  const { placed, ambiguous } = await placeUsers(es, users);
  const toStored = (id: string, present: StoredPerson | undefined): StoredPerson => {
    const parts = present ? partsOf(present) : { id };
    const layer = layerOf(parts.synced?.[source], placed.get(id) ?? []);
    return buildStored(withSynced(parts, source, layer));
  };
  const { result, changed } = await upsertDocuments<StoredPerson>(es, {
    index: DIRECTORY_INDEX,
    documents: new Map([...placed.keys()].map((id) => [id, toStored(id, undefined)])),
    merge: ({ id }, present) => toStored(id, present),
  });
  await onChanged(
    changed.flatMap(({ document, previous }) => (previous ? [document, previous] : [document]))
  );
  return {
    users: users.length,
    created: result.created,
    updated: result.updated,
    failed: result.failed.length + ambiguous,
  };
};

const sinceOf = ({ firstDays }: SyncDefinition, newest: string | undefined, now: Date): string =>
  new Date(
    newest === undefined ? now.getTime() - firstDays * DAY_MS : Date.parse(newest) - OVERLAP_MS
  ).toISOString();

const add = (a: SyncResult, b: SyncResult): SyncResult => ({
  users: a.users + b.users,
  created: a.created + b.created,
  updated: a.updated + b.updated,
  failed: a.failed + b.failed,
});

const NOTHING: SyncResult = { users: 0, created: 0, updated: 0, failed: 0 };

const syncOne = async (
  options: SyncOptions,
  definition: SyncDefinition,
  { newest, usualCountry, now }: { newest?: string; usualCountry?: string; now: Date }
): Promise<{ readonly result: SyncResult; readonly newest?: string }> => {
  const read = await readUsers(options.es, definition, {
    since: sinceOf(definition, newest, now),
    usualCountry,
    signal: options.signal,
  });
  let result = NOTHING;
  for (let at = 0; at < read.users.length; at += CHUNK) {
    options.signal?.throwIfAborted();
    const chunk = read.users.slice(at, at + CHUNK);
    result = add(result, await storeUsers(options, definition.source, chunk));
  }
  return { result, newest: read.newest ?? newest };
};

/**
 * Reads what is new in the directories that Elastic's integrations write, and adds it to our people. What people set
 * here wins. Repeating it changes nothing; a run that is cut off is repeated from where the last whole one ended.
 * @throws VishingError `not_set_up`; any error of Elasticsearch
 */
export const syncPeople = async (options: SyncOptions): Promise<SyncResult> => {
  const { es, logger } = options;
  await assertSetUp(es);
  const now = (options.now ?? (() => new Date()))();
  const before = await readSyncState(es);
  const usualCountry = await readUsualCountry(es);
  const directories: SyncState['directories'] = { ...before.directories };
  let total = NOTHING;
  for (const definition of SYNC_DEFINITIONS) {
    const last = before.directories[definition.source];
    const { result, newest } = await syncOne(options, definition, {
      newest: last?.newest,
      usualCountry,
      now,
    });
    total = add(total, result);
    if (newest === undefined) continue;
    const users = result.users > 0 ? result.users : (last?.users ?? 0);
    directories[definition.source] = { users, newest };
    if (result.failed > 0) {
      logger.warn(
        `${result.failed} users of ${definition.source} may be several people, or were refused`
      );
    }
  }
  const state = { last_run: now.toISOString(), directories };
  await writeSyncState(es, state);
  const { newest, people: users, ...logons } = await syncLogons({ ...options, now });
  if (newest !== undefined) {
    await writeSyncState(es, {
      ...state,
      directories: { ...directories, logons: { users, newest } },
    });
  }
  return add(total, { ...NOTHING, ...logons, users });
};
