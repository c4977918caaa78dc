import type { estypes } from '@elastic/elasticsearch';
import type { UpsertResult } from '../../common/api/directory';
import { DIRECTORY_INDEX } from '../../common/constants';
import { personSchema, type Person } from '../../common/model/person';
import type { ElasticsearchClient } from '../kibana';
import { toListedNumber } from '../numbers/listed_number';
import { upsertDocuments } from '../stores/upsert_documents';
import { createDirectory, type Directory } from './directory';
import { normaliseAccount, normaliseAddress, normaliseHost, normaliseId } from './identity';

const PAGE = 5000;

const unique = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => text !== '')),
];

/**
 * Puts all names of a person into the form in which calls and host events are compared.
 * @returns the texts of `numbers` that are no E.164 numbers beside the person
 */
export const normalisePerson = (
  person: Person
): { readonly person: Person; readonly badNumbers: readonly string[] } => {
  const badNumbers = person.numbers.filter((number) => toListedNumber(number) === undefined);
  return {
    badNumbers,
    person: {
      ...person,
      upn: person.upn && normaliseAddress(person.upn),
      emails: unique(person.emails.map(normaliseAddress)),
      account_names: unique(person.account_names.map(normaliseAccount)),
      sid: person.sid && normaliseId(person.sid),
      cloud_ids: unique(person.cloud_ids.map(normaliseId)),
      numbers: unique(person.numbers.flatMap((number) => toListedNumber(number) ?? [])),
      extensions: unique(person.extensions.map((extension) => extension.trim())),
      hosts: unique(person.hosts.map(normaliseHost)),
    },
  };
};

/**
 * Adds or replaces people; equal ones are not written. A person with a number that is not E.164 is refused.
 * @returns what happened, and the changed people as they are and as they were, whose calls have to be resolved again
 * @throws VishingError `not_set_up`
 */
export const upsertPeople = async (
  es: ElasticsearchClient,
  people: readonly Person[]
): Promise<{ readonly result: UpsertResult; readonly changed: readonly Person[] }> => {
  const documents = new Map<string, Person>();
  const failed: UpsertResult['failed'] = [];
  for (const { person, badNumbers } of people.map(normalisePerson)) {
    if (badNumbers.length === 0) documents.set(person.id, person);
    else {
      failed.push({
        id: person.id,
        reason: `${badNumbers.join(', ')} is not a number in international form. Write it with plus and country code, such as +12025550142.`,
      });
    }
  }
  const { result, changed } = await upsertDocuments(es, { index: DIRECTORY_INDEX, documents });
  return {
    result: { ...result, failed: [...failed, ...result.failed] },
    changed: changed.flatMap(({ document, previous }) =>
      previous ? [document, previous] : [document]
    ),
  };
};

/**
 * Reads everybody and builds the look-up structures.
 * @param onUnreadable told of each document that is no person, which then is left out
 */
export const loadDirectory = async (
  es: ElasticsearchClient,
  onUnreadable?: (id: string) => void
): Promise<Directory> => {
  const people: Person[] = [];
  let position: estypes.SortResults | undefined;
  do {
    const { hits }: estypes.SearchResponse = await es.search({
      index: DIRECTORY_INDEX,
      size: PAGE,
      track_total_hits: false,
      query: { match_all: {} },
      sort: [{ id: 'asc' }],
      search_after: position,
    });
    for (const { _id, _source } of hits.hits) {
      const parsed = personSchema.safeParse(_source);
      if (parsed.success) people.push(parsed.data);
      else onUnreadable?.(_id ?? '');
    }
    position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (position);
  return createDirectory(people);
};
