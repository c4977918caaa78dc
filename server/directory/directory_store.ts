import type { estypes } from '@elastic/elasticsearch';
import type { UpsertResult } from '../../common/api/directory';
import { DIRECTORY_INDEX } from '../../common/constants';
import {
  knownPersonSchema,
  type KnownPerson,
  type Person,
  type PersonLine,
  type StoredPerson,
} from '../../common/model/person';
import type { ElasticsearchClient } from '../kibana';
import { toListedNumber } from '../numbers/listed_number';
import { upsertDocuments } from '../stores/upsert_documents';
import { createDirectory, type Directory } from './directory';
import {
  domainOfAccount,
  normaliseAccount,
  normaliseAddress,
  normaliseHost,
  normaliseId,
} from './identity';
import { buildStored, fieldsOf } from './layers';

const PAGE = 5000;

const unique = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => text !== '')),
];

const toUtc = (instant: string | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString();

const toLine = (line: PersonLine): PersonLine => ({
  ...line,
  value: toListedNumber(line.value) ?? line.value.trim(),
  valid_from: toUtc(line.valid_from),
  valid_to: toUtc(line.valid_to),
});

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
      domains: unique([
        ...person.domains.map((domain) => domain.trim().toLowerCase()),
        ...person.account_names.flatMap((name) => domainOfAccount(name) ?? []),
      ]),
      sid: person.sid && normaliseId(person.sid),
      cloud_ids: unique(person.cloud_ids.map(normaliseId)),
      numbers: unique(person.numbers.flatMap((number) => toListedNumber(number) ?? [])),
      extensions: unique(person.extensions.map((extension) => extension.trim())),
      lines: person.lines.map(toLine),
      hosts: unique(person.hosts.map(normaliseHost)),
    },
  };
};

/** What directories say, and what was decided, stays when someone replaces a person. */
const keepParts = (document: StoredPerson, present: StoredPerson | undefined): StoredPerson =>
  present?.synced || present?.decided
    ? buildStored({ ...present, id: document.id, manual: fieldsOf(document) })
    : document;

/**
 * Adds or replaces people; equal ones are not written. A person with a number that is not E.164 is refused.
 * @returns what happened, and the changed people as they are and as they were, whose calls have to be resolved again
 * @throws VishingError `not_set_up`
 */
export const upsertPeople = async (
  es: ElasticsearchClient,
  people: readonly Person[]
): Promise<{ readonly result: UpsertResult; readonly changed: readonly Person[] }> => {
  const documents = new Map<string, StoredPerson>();
  const failed: UpsertResult['failed'] = [];
  for (const { person, badNumbers } of people.map(normalisePerson)) {
    if (badNumbers.length === 0)
      documents.set(person.id, buildStored({ id: person.id, manual: person }));
    else {
      failed.push({
        id: person.id,
        reason: `${badNumbers.join(', ')} is not a number in international form. Write it with plus and country code, such as +12025550142.`,
      });
    }
  }
  const { result, changed } = await upsertDocuments(es, {
    index: DIRECTORY_INDEX,
    documents,
    merge: (document, present) => keepParts(document, present),
  });
  return {
    result: { ...result, failed: [...failed, ...result.failed] },
    changed: changed.flatMap(({ document, previous }) =>
      previous ? [document, previous] : [document]
    ),
  };
};

/** What a person is made of is not needed to find one. */
const PARTS = ['manual', 'synced'];

/**
 * Reads people page by page, in the order of their ids.
 * @param onUnreadable told of each document that is no person, which then is left out
 */
export async function* readPeople(
  es: ElasticsearchClient,
  query: estypes.QueryDslQueryContainer,
  onUnreadable?: (id: string) => void
): AsyncGenerator<KnownPerson[]> {
  let position: estypes.SortResults | undefined;
  do {
    const { hits }: estypes.SearchResponse = await es.search({
      index: DIRECTORY_INDEX,
      size: PAGE,
      track_total_hits: false,
      query,
      _source: { excludes: PARTS },
      sort: [{ id: 'asc' }],
      search_after: position,
    });
    const people: KnownPerson[] = [];
    for (const { _id, _source } of hits.hits) {
      const parsed = knownPersonSchema.safeParse(_source);
      if (parsed.success) people.push(parsed.data);
      else onUnreadable?.(_id ?? '');
    }
    yield people;
    position = hits.hits.length === PAGE ? hits.hits.at(-1)?.sort : undefined;
  } while (position);
}

/**
 * Reads everybody and builds the look-up structures.
 * @param onUnreadable told of each document that is no person, which then is left out
 */
export const loadDirectory = async (
  es: ElasticsearchClient,
  onUnreadable?: (id: string) => void
): Promise<Directory> => {
  const people: KnownPerson[] = [];
  for await (const page of readPeople(es, { match_all: {} }, onUnreadable)) people.push(...page);
  return createDirectory(people);
};
