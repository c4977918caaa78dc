import { DIRECTORY_INDEX } from '../../../common/constants';
import type { StoredPerson } from '../../../common/model/person';
import type { ElasticsearchClient } from '../../kibana';
import { readPresent, upsertDocuments } from '../../stores/upsert_documents';
import { loadDirectory, readPeople } from '../directory_store';
import { buildStored, partsOf, withoutSynced, withSynced } from '../layers';
import { ownersOfHosts } from './owners_of_hosts';
import { readLogons } from './read_logons';

interface LogonOptions {
  readonly es: ElasticsearchClient;
  readonly now: Date;
  readonly signal?: AbortSignal;
  readonly onChanged: (people: readonly StoredPerson[]) => Promise<void>;
}

export interface SyncedLogons {
  /** People who have a computer by their logons. */
  readonly people: number;
  readonly updated: number;
  readonly failed: number;
  /** ISO instant of the newest logon, where there is one. */
  readonly newest?: string;
}

/** A computer that someone has not logged on at for so long is not theirs any more. */
const DAYS = 7;
const DAY_MS = 86_400_000;
/** Less sure than the owner that a directory of devices names. */
const CONFIDENCE = 0.8;

const CHUNK = 2000;

const readHolders = async (es: ElasticsearchClient): Promise<string[]> => {
  const ids: string[] = [];
  for await (const people of readPeople(es, { term: { sources: 'logons' } })) {
    ids.push(...people.map(({ id }) => id));
  }
  return ids;
};

const withHosts = (person: StoredPerson, hosts: readonly string[]): StoredPerson => {
  const parts = partsOf(person);
  if (hosts.length === 0) return buildStored(withoutSynced(parts, 'logons'));
  const host_confidence = hosts.map((value) => ({ value, confidence: CONFIDENCE }));
  return buildStored(withSynced(parts, 'logons', { hosts: [...hosts], host_confidence }));
};

const storeHosts = async (
  { es, onChanged }: LogonOptions,
  ids: string[],
  owners: ReadonlyMap<string, readonly string[]>
): Promise<{ readonly updated: number; readonly failed: number }> => {
  const { result, changed } = await upsertDocuments<StoredPerson>(es, {
    index: DIRECTORY_INDEX,
    // Logons make nobody a person: whoever is gone by now stays so.
    documents: await readPresent<StoredPerson>(es, DIRECTORY_INDEX, ids),
    merge: (known, present) => withHosts(present ?? known, owners.get(known.id) ?? []),
  });
  await onChanged(
    changed.flatMap(({ document, previous }) => (previous ? [document, previous] : [document]))
  );
  return { updated: result.updated, failed: result.failed.length };
};

/**
 * Gives people whom the directory knows the computers they logged on at in the last seven days, and takes those away
 * that they did not. What directories of devices and people say of computers stays.
 */
export const syncLogons = async (options: LogonOptions): Promise<SyncedLogons> => {
  const { es, now, signal } = options;
  const { counts, newest } = await readLogons(es, {
    since: new Date(now.getTime() - DAYS * DAY_MS).toISOString(),
    until: now.toISOString(),
    signal,
  });
  const owners =
    counts.length === 0
      ? new Map<string, string[]>()
      : ownersOfHosts(counts, await loadDirectory(es));
  const ids = [...new Set([...owners.keys(), ...(await readHolders(es))])];
  let [updated, failed] = [0, 0];
  for (let at = 0; at < ids.length; at += CHUNK) {
    signal?.throwIfAborted();
    const stored = await storeHosts(options, ids.slice(at, at + CHUNK), owners);
    updated += stored.updated;
    failed += stored.failed;
  }
  return { people: owners.size, updated, failed, ...(newest === undefined ? {} : { newest }) };
};
