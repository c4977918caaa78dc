import type { estypes } from '@elastic/elasticsearch';
import {
  ACCOUNTS_INDEX,
  DIRECTORY_INDEX,
  HOSTS_INDEX,
  STATE_INDEX,
} from '../../../common/constants';
import type { Person } from '../../../common/model/person';
import { hashOf } from '../../hash_of';
import type { ElasticsearchClient } from '../../kibana';
import { assertIndex } from '../../stores/assert_set_up';
import { readStateDocument } from '../../stores/state_document';
import { readPeople } from '../directory_store';
import { otherNames } from './other_names';

/** Document of `vishing-state` that says which directory the indices were made from. */
const STATE_ID = 'lookups';
const PAGE = 5000;

/** An index that is made from the directory, so that rules can join it. */
interface Lookup {
  readonly index: string;
  /** Fields that no two documents have alike. */
  readonly sort: readonly string[];
  /** Its documents, by id. */
  readonly documentsOf: (people: readonly Person[]) => Map<string, object>;
}

const LOOKUPS: readonly Lookup[] = [
  {
    index: HOSTS_INDEX,
    sort: ['host.name', 'vishing.person.id'],
    documentsOf: (people) =>
      new Map(
        people.flatMap(({ id: person, hosts }) =>
          hosts.map((host): [string, object] => [
            hashOf(host, person),
            { host: { name: host }, vishing: { person: { id: person } } },
          ])
        )
      ),
  },
  {
    index: ACCOUNTS_INDEX,
    sort: ['vishing.account.name', 'kind'],
    documentsOf: (people) =>
      new Map(
        otherNames(people).map(({ field, other, inCalls }): [string, object] => [
          hashOf(field, other, inCalls),
          {
            kind: field,
            user: { [field]: other },
            vishing: { account: { name: other, in_calls: inCalls } },
          },
        ])
      ),
  },
];

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

const readPresent = async (
  es: ElasticsearchClient,
  { index, sort }: Lookup
): Promise<Set<string>> => {
  const present = new Set<string>();
  let after: estypes.SortResults | undefined;
  do {
    const { hits }: estypes.SearchResponse = await es.search({
      index,
      size: PAGE,
      track_total_hits: false,
      _source: false,
      sort: sort.map((field) => ({ [field]: 'asc' as const })),
      search_after: after,
    });
    for (const { _id } of hits.hits) present.add(_id ?? '');
    after = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (after);
  return present;
};

/** @returns how many documents were written or removed */
const bringUpToDate = async (
  es: ElasticsearchClient,
  lookup: Lookup,
  people: readonly Person[]
): Promise<number> => {
  const wanted = lookup.documentsOf(people);
  const present = await readPresent(es, lookup);
  const removed = [...present].filter((id) => !wanted.has(id));
  const changes = [
    ...removed.map((id): object[] => [{ delete: { _id: id } }]),
    ...[...wanted]
      .filter(([id]) => !present.has(id))
      .map(([id, document]): object[] => [{ index: { _id: id } }, document]),
  ];
  for (let from = 0; from < changes.length; from += PAGE) {
    const operations = changes.slice(from, from + PAGE).flat();
    const { errors, items } = await es.bulk({ index: lookup.index, operations, refresh: true });
    const reason = errors
      ? items.find(({ index }) => index?.error)?.index?.error?.reason
      : undefined;
    if (reason) throw new Error(`A document of ${lookup.index} could not be stored: ${reason}`);
  }
  return changes.length;
};

/**
 * Brings `vishing-hosts` (whose computer it is) and `vishing-accounts` (under which name the calls of an account are found)
 * to what the directory says now; does nothing while the directory is the same.
 * @returns how many documents were written or removed
 * @throws VishingError `not_set_up`; any error of Elasticsearch
 */
export const storeLookups = async (es: ElasticsearchClient): Promise<number> => {
  for (const { index } of LOOKUPS) await assertIndex(es, index);
  const directory = await versionOfDirectory(es);
  if ((await readVersion(es)) === directory) return 0;
  const people: Person[] = [];
  for await (const page of readPeople(es, { match_all: {} })) people.push(...page);
  let changes = 0;
  for (const lookup of LOOKUPS) changes += await bringUpToDate(es, lookup, people);
  await es.index({ index: STATE_INDEX, id: STATE_ID, document: { directory } });
  return changes;
};
