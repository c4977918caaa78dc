import { z } from 'zod';
import { DIRECTORY_INDEX } from '../../common/constants';
import type { CallDocument } from '../../common/model/call';
import { personRoleSchema, personSchema, type Person } from '../../common/model/person';
import { isSid } from '../directory/identity';
import { elasticsearchErrorType, elasticsearchStatus } from '../elasticsearch_errors';
import { VishingError } from '../errors';
import { toCall } from '../investigation/calls';
import type { ElasticsearchClient } from '../kibana';
import { readStore } from '../stores/read_store';
import { newestCallQuery } from './person_query';

export interface FoundInDirectory {
  readonly person: Person;
  readonly in_directory: boolean;
}

const unreadable = (id: string): VishingError =>
  new VishingError(
    'not_found',
    `The entry of ${id} in the directory is not one of a person. Import this person again.`
  );

/** A stored person also tells what it was made of, which is left out. */
const storedPersonSchema = z.object(personSchema.shape);

const readFromDirectory = async (
  es: ElasticsearchClient,
  id: string
): Promise<Person | undefined> => {
  try {
    const { _source } = await es.get({ index: DIRECTORY_INDEX, id });
    const parsed = storedPersonSchema.safeParse(_source);
    if (!parsed.success) throw unreadable(id);
    return parsed.data;
  } catch (error) {
    const isMissing =
      elasticsearchStatus(error) === 404 &&
      elasticsearchErrorType(error) !== 'index_not_found_exception';
    if (isMissing) return undefined;
    throw error;
  }
};

const listOf = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined);

/** What a call still knows of a person who is gone from the directory. */
export const personOfCall = (id: string, { user, host, vishing }: CallDocument): Person => {
  const ours = vishing.call.direction === 'outbound' ? vishing.caller : vishing.callee;
  const isWindows = user?.id !== undefined && isSid(user.id);
  return {
    id,
    kind: vishing.person?.kind ?? 'person',
    domains: [],
    lines: [],
    members: [],
    full_name: user?.full_name ?? user?.email ?? id,
    emails: listOf(user?.email),
    account_names: listOf(user?.name),
    sid: isWindows ? user.id : undefined,
    cloud_ids: isWindows ? [] : listOf(user?.id),
    numbers: listOf(ours.number),
    extensions: listOf(ours.extension),
    hosts: [host?.name ?? []].flat(),
    department: vishing.person?.department,
    title: vishing.person?.title,
    roles: (user?.roles ?? []).flatMap((role) => personRoleSchema.safeParse(role).data ?? []),
    privileged: vishing.person?.privileged ?? false,
  };
};

/**
 * A person of the directory; of one who was removed from it, what the newest call knew.
 * @throws VishingError `not_found`, `not_set_up`
 */
export const findPersonById = async (
  es: ElasticsearchClient,
  id: string
): Promise<FoundInDirectory> => {
  const person = await readStore(readFromDirectory(es, id));
  if (person) return { person, in_directory: true };
  const { hits } = await readStore(es.search(newestCallQuery(id)));
  const call = toCall(hits.hits[0]?._source);
  if (call) return { person: personOfCall(id, call), in_directory: false };
  throw new VishingError(
    'not_found',
    `There is no person ${id} in the directory, and no call of such a person. The id may have changed with an import; look the person up by name.`
  );
};
