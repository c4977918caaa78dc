import type { estypes } from '@elastic/elasticsearch';
import { DIRECTORY_INDEX } from '../../common/constants';
import type { PersonFields } from '../../common/model/person';
import type { ElasticsearchClient } from '../kibana';
import { normaliseAccount, normaliseAddress, normaliseId } from './identity';

/** What a person is called in the directory, as far as it identifies one. */
interface NamedPerson {
  readonly id: string;
  readonly upn?: string;
  readonly emails?: readonly string[];
  readonly account_names?: readonly string[];
  readonly sid?: string;
  readonly cloud_ids?: readonly string[];
}

/** Finds who is stored under these names already. */
export interface KnownNames {
  /** Ids of the people who go by the surest of these names; more than one: it cannot be said which. */
  find(fields: PersonFields): readonly string[];
  hasId(id: string): boolean;
}

const FIELDS = ['id', 'upn', 'emails', 'account_names', 'sid', 'cloud_ids'];
const PAGE = 5000;
/** Elasticsearch takes at most 65,536 terms in one query. */
const MAX_TERMS = 10_000;

/** Names in the order of how surely they identify: own ids, addresses, account names. */
const namesOf = (fields: PersonFields | NamedPerson): readonly (readonly string[])[] => [
  [fields.sid ?? [], fields.cloud_ids ?? []].flat().map(normaliseId),
  [fields.upn ?? [], fields.emails ?? []].flat().map(normaliseAddress),
  (fields.account_names ?? []).map(normaliseAccount),
];

const KINDS = ['id', 'address', 'account'] as const;

const chunks = <T>(values: readonly T[]): T[][] => {
  const result: T[][] = [];
  for (let at = 0; at < values.length; at += MAX_TERMS)
    result.push(values.slice(at, at + MAX_TERMS));
  return result;
};

const queryOf = (
  people: readonly PersonFields[],
  ids: readonly string[]
): estypes.QueryDslQueryContainer => {
  const [own = [], addresses = [], accounts = []] = KINDS.map((_, kind) => [
    ...new Set(people.flatMap((person) => namesOf(person)[kind] ?? [])),
  ]);
  const terms = (field: string, values: readonly string[]): estypes.QueryDslQueryContainer[] =>
    chunks(values).map((chunk) => ({ terms: { [field]: chunk } }));
  return {
    bool: {
      should: [
        ...terms('id', ids),
        ...terms('sid', own),
        ...terms('cloud_ids', own),
        ...terms('upn', addresses),
        ...terms('emails', addresses),
        ...terms('account_names', accounts),
      ],
      minimum_should_match: 1,
    },
  };
};

/** Looks up in one go who is stored under any of these names. @param ids that may be taken already */
export const readKnownNames = async (
  es: ElasticsearchClient,
  people: readonly PersonFields[],
  ids: readonly string[]
): Promise<KnownNames> => {
  const byName = new Map<string, Set<string>>();
  const known = new Set<string>();
  let position: estypes.SortResults | undefined;
  do {
    const { hits }: estypes.SearchResponse<NamedPerson> = await es.search({
      index: DIRECTORY_INDEX,
      size: PAGE,
      track_total_hits: false,
      query: queryOf(people, ids),
      _source: { includes: FIELDS },
      sort: [{ id: 'asc' }],
      search_after: position,
    });
    for (const { _source: person } of hits.hits) {
      if (!person) continue;
      known.add(person.id);
      for (const [kind, names] of namesOf(person).entries()) {
        for (const name of names) {
          const key = `${KINDS[kind] ?? ''}:${name}`;
          byName.set(key, (byName.get(key) ?? new Set()).add(person.id));
        }
      }
    }
    position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (position);
  return {
    hasId: (id) => known.has(id),
    find(fields) {
      for (const [kind, names] of namesOf(fields).entries()) {
        const ids = new Set(
          names.flatMap((name) => [...(byName.get(`${KINDS[kind] ?? ''}:${name}`) ?? [])])
        );
        if (ids.size > 0) return [...ids];
      }
      return [];
    },
  };
};
