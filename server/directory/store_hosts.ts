import { createHash } from 'node:crypto';
import type { estypes } from '@elastic/elasticsearch';
import { DIRECTORY_INDEX, HOSTS_INDEX, STATE_INDEX } from '../../common/constants';
import { elasticsearchStatus } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';

/** Document of `vishing-state` that says which directory the computers were read from. */
const STATE_ID = 'hosts';
const PAGE = 5000;

interface Owner {
  readonly id: string;
  readonly hosts?: readonly string[];
}

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
  try {
    const answer = await es.get<{ directory?: string }>({ index: STATE_INDEX, id: STATE_ID });
    return answer._source?.directory;
  } catch (error) {
    if (elasticsearchStatus(error) === 404) return undefined;
    throw error;
  }
};

async function* allOf<T>(
  es: ElasticsearchClient,
  request: estypes.SearchRequest
): AsyncGenerator<estypes.SearchHit<T>[]> {
  let after: estypes.SortResults | undefined;
  do {
    const { hits }: estypes.SearchResponse<T> = await es.search<T>({
      ...request,
      size: PAGE,
      track_total_hits: false,
      search_after: after,
    });
    yield hits.hits;
    after = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (after);
}

const idOf = (host: string, person: string): string =>
  createHash('sha256')
    .update(JSON.stringify([host, person]))
    .digest('hex')
    .slice(0, 40);

/** A computer and its person, by the document's id. */
const readWanted = async (es: ElasticsearchClient): Promise<Map<string, [string, string]>> => {
  const wanted = new Map<string, [string, string]>();
  const people = allOf<Owner>(es, {
    index: DIRECTORY_INDEX,
    _source: ['id', 'hosts'],
    query: { exists: { field: 'hosts' } },
    sort: [{ id: 'asc' }],
  });
  for await (const hits of people)
    for (const { _source } of hits)
      for (const host of _source?.hosts ?? [])
        wanted.set(idOf(host, _source?.id ?? ''), [host, _source?.id ?? '']);
  return wanted;
};

const readPresent = async (es: ElasticsearchClient): Promise<Set<string>> => {
  const present = new Set<string>();
  const sort: estypes.Sort = [{ 'host.name': 'asc' }, { 'vishing.person.id': 'asc' }];
  for await (const hits of allOf(es, { index: HOSTS_INDEX, _source: false, sort }))
    for (const { _id } of hits) present.add(_id ?? '');
  return present;
};

/** Elasticsearch would make a missing index up, with a wrong mapping. */
const assertThere = async (es: ElasticsearchClient): Promise<void> => {
  if (await es.indices.exists({ index: HOSTS_INDEX })) return;
  throw new VishingError(
    'not_set_up',
    `The index ${HOSTS_INDEX} does not exist yet. An administrator has to run the setup again.`
  );
};

/**
 * Brings `vishing-hosts` to what the directory says now; does nothing while the directory is the same.
 * @returns how many documents were written or removed
 * @throws VishingError `not_set_up`; any error of Elasticsearch
 */
export const storeHosts = async (es: ElasticsearchClient): Promise<number> => {
  await assertThere(es);
  const directory = await versionOfDirectory(es);
  if ((await readVersion(es)) === directory) return 0;
  const [wanted, present] = await Promise.all([readWanted(es), readPresent(es)]);
  const added = [...wanted].filter(([id]) => !present.has(id));
  const removed = [...present].filter((id) => !wanted.has(id));
  const changes = [
    ...added.map(([id, [host, person]]): object[] => [
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
