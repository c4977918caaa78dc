import type { estypes } from '@elastic/elasticsearch';
import { DIRECTORY_INDEX, HOSTS_INDEX, STATE_INDEX } from '../../common/constants';
import { hashOf } from '../hash_of';
import type { ElasticsearchClient } from '../kibana';
import { assertIndex } from '../stores/assert_set_up';
import { readStateDocument } from '../stores/state_document';
import { readPeople } from './directory_store';

/** Document of `vishing-state` that says which directory the computers were read from. */
const STATE_ID = 'hosts';
const PAGE = 5000;

/** Changes with every change of the directory, and costs nothing to ask for. */
const versionOfDirectory = async (es: ElasticsearchClient): Promise<string> => {
  const { hits, aggregations } = await es.search<unknown, { last: { value: number | null } }>({
    index: DIRECTORY_INDEX,
    size: 0,
    track_total_hits: true,
    aggs: { last: { max: { field: '_seq_no' } } },
  });
  const total = typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
  return `${total} people, last change ${aggregations?.last.value ?? 'none'}`;
};

const readVersion = async (es: ElasticsearchClient): Promise<string | undefined> => {
  const state = (await readStateDocument(es, STATE_ID)) as { directory?: string } | undefined;
  return state?.directory;
};

interface Owned {
  readonly host: string;
  readonly person: string;
}

/** A computer and its person, by the document's id. */
const readWanted = async (es: ElasticsearchClient): Promise<Map<string, Owned>> => {
  const wanted = new Map<string, Owned>();
  for await (const people of readPeople(es, { exists: { field: 'hosts' } }))
    for (const { id: person, hosts } of people)
      for (const host of hosts) wanted.set(hashOf(host, person), { host, person });
  return wanted;
};

const readPresent = async (es: ElasticsearchClient): Promise<Set<string>> => {
  const present = new Set<string>();
  let after: estypes.SortResults | undefined;
  do {
    const { hits }: estypes.SearchResponse = await es.search({
      index: HOSTS_INDEX,
      size: PAGE,
      track_total_hits: false,
      _source: false,
      sort: [{ 'host.name': 'asc' }, { 'vishing.person.id': 'asc' }],
      search_after: after,
    });
    for (const { _id } of hits.hits) present.add(_id ?? '');
    after = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (after);
  return present;
};

/**
 * Brings `vishing-hosts` to what the directory says now; does nothing while the directory is the same.
 * @returns how many documents were written or removed
 * @throws VishingError `not_set_up`; any error of Elasticsearch
 */
export const storeHosts = async (es: ElasticsearchClient): Promise<number> => {
  await assertIndex(es, HOSTS_INDEX);
  const directory = await versionOfDirectory(es);
  if ((await readVersion(es)) === directory) return 0;
  const [wanted, present] = await Promise.all([readWanted(es), readPresent(es)]);
  const added = [...wanted].filter(([id]) => !present.has(id));
  const removed = [...present].filter((id) => !wanted.has(id));
  const changes = [
    ...added.map(([id, { host, person }]): object[] => [
      { index: { _id: id } },
      { host: { name: host }, vishing: { person: { id: person } } },
    ]),
    ...removed.map((id): object[] => [{ delete: { _id: id } }]),
  ];
  for (let from = 0; from < changes.length; from += PAGE) {
    const operations = changes.slice(from, from + PAGE).flat();
    const { errors, items } = await es.bulk({ index: HOSTS_INDEX, operations, refresh: true });
    const reason = errors
      ? items.find(({ index }) => index?.error)?.index?.error?.reason
      : undefined;
    if (reason) throw new Error(`A computer could not be stored: ${reason}`);
  }
  await es.index({ index: STATE_INDEX, id: STATE_ID, document: { directory } });
  return changes.length;
};
