import type { estypes } from '@elastic/elasticsearch';
import type { z } from 'zod';
import {
  MAX_LISTED,
  type getPeople,
  type ListedPerson,
  type PeopleList,
} from '../../common/api/people';
import { DIRECTORY_INDEX } from '../../common/constants';
import { knownPersonSchema, type KnownPerson } from '../../common/model/person';
import { VishingError } from '../errors';
import type { ElasticsearchClient } from '../kibana';

type Query = z.output<typeof getPeople.query>;
type Clause = estypes.QueryDslQueryContainer;

const TEXT_FIELDS = [
  'full_name',
  'upn',
  'emails',
  'account_names',
  'department',
  'title',
  'hosts',
  'extensions',
  'id',
];
const ID_FIELDS = ['sid', 'cloud_ids'];

const literal = (text: string): string => text.replace(/[\\*?]/g, '\\$&');

const contains = (field: string, text: string): Clause => ({
  wildcard: { [field]: { value: `*${literal(text)}*`, case_insensitive: true } },
});

/** Every word has to be in one of the fields; digits are also looked for in numbers, however they are written. */
export const searchClauses = (search: string): Clause[] => {
  const text = search.trim();
  if (text === '') return [];
  const digits = /^[+\d\s().-]{3,}$/.test(text) ? text.replace(/\D/g, '') : '';
  if (digits !== '') {
    const should = [
      ...['numbers', 'extensions'].map((field) => contains(field, digits)),
      contains('account_names', text),
    ];
    return [{ bool: { should, minimum_should_match: 1 } }];
  }
  return text.split(/\s+/).map((word) => ({
    bool: {
      should: [
        ...TEXT_FIELDS.map((field) => contains(field, word)),
        ...ID_FIELDS.map((field) => ({
          term: { [field]: { value: word, case_insensitive: true } },
        })),
      ],
      minimum_should_match: 1,
    },
  }));
};

/** A person as pages show one. @param formatNumber makes the display form of an E.164 number */
export const toListed = (
  person: KnownPerson,
  formatNumber: (number: string) => string
): ListedPerson => ({
  ...person,
  numbers: person.numbers.map((value) => ({ value, display: formatNumber(value) })),
});

const kindClause = (kind: Query['kind']): Clause[] => {
  if (kind === undefined) return [];
  const term: Clause = { term: { kind } };
  // Documents of the first version name no kind.
  const none: Clause = { bool: { must_not: [{ exists: { field: 'kind' } }] } };
  return kind === 'person' ? [{ bool: { should: [term, none], minimum_should_match: 1 } }] : [term];
};

/**
 * One page of the directory, searched and sorted by Elasticsearch.
 * @throws VishingError `bad_request` beyond the first 10,000
 */
export const listPeople = async (
  es: ElasticsearchClient,
  query: Query,
  formatNumber: (number: string) => string
): Promise<PeopleList> => {
  const { search = '', kind, role, sort, order, page, per_page: size } = query;
  if ((page + 1) * size > MAX_LISTED) {
    throw new VishingError(
      'bad_request',
      `Only the first ${MAX_LISTED} people can be paged through. Search for a name, a department or a number.`
    );
  }
  const filter = [
    ...searchClauses(search),
    ...kindClause(kind),
    ...(role === undefined ? [] : [{ term: { roles: role } }]),
  ];
  const [{ hits }, { count: all }] = await Promise.all([
    es.search({
      index: DIRECTORY_INDEX,
      from: page * size,
      size,
      track_total_hits: true,
      query: { bool: { filter } },
      _source: { excludes: ['manual', 'synced'] },
      sort: [{ [sort]: { order, missing: '_last' } }, { id: 'asc' }],
    }),
    es.count({ index: DIRECTORY_INDEX }),
  ]);
  const people = hits.hits.flatMap(({ _source }) => {
    const parsed = knownPersonSchema.safeParse(_source);
    return parsed.success ? [toListed(parsed.data, formatNumber)] : [];
  });
  const total = typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
  return { people, total, all };
};
