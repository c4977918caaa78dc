import { randomUUID } from 'node:crypto';
import type { Person } from '../../common/model/person';
import type { EntryKind } from '../../common/model/watchlist';
import { withoutSite } from '../../common/people/extension';
import { STATE_INDEX } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';

/** A number or range whose verdict changed. */
export interface ChangedNumber {
  readonly number: string;
  readonly kind: EntryKind;
}

/** Work for the resolver's next run. It is queued, because one runner only may write calls. */
export type ResolverRequest =
  | { readonly type: 'rebuild' }
  | { readonly type: 'numbers'; readonly numbers: readonly ChangedNumber[] }
  | { readonly type: 'people'; readonly names: PeopleNames }
  /** So many people changed that all recent calls are resolved again. */
  | { readonly type: 'recent' };

/** Everything that calls may know the changed people by. */
export interface PeopleNames {
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly extensions: readonly string[];
  /** Addresses, account names, security identifiers and cloud ids. */
  readonly users: readonly string[];
}

/** Above this, one pass over the recent calls is cheaper than a query by names. */
const MAX_PEOPLE = 2000;
/** Requests that one run takes on; the rest waits for the next. */
const MAX_REQUESTS = 1000;
const PREFIX = 'resolver-request-';

const send = async (es: ElasticsearchClient, request: ResolverRequest): Promise<void> => {
  const id = `${PREFIX}${request.type === 'rebuild' ? 'rebuild' : randomUUID()}`;
  await es.index({ index: STATE_INDEX, id, document: { request }, refresh: true });
};

/** Asks for all records to be resolved again; calls without records are removed at the end. */
export const requestRebuild = (es: ElasticsearchClient): Promise<void> =>
  send(es, { type: 'rebuild' });

/** Asks for the calls of these numbers in the last 90 days to be resolved again, after a change of the watchlist. */
export const reresolveNumbers = async (
  es: ElasticsearchClient,
  numbers: readonly ChangedNumber[]
): Promise<void> => {
  if (numbers.length === 0) return;
  // Entries of the watchlist come with reasons and notes, which a million of them must not leave here.
  await send(es, {
    type: 'numbers',
    numbers: numbers.map(({ number, kind }) => ({ number, kind })),
  });
};

const unique = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
];

/**
 * Asks for the calls of these people in the last 90 days to be resolved again, after a change of the directory.
 * @param people as they are now, and as they were before
 */
export const reresolvePeople = async (
  es: ElasticsearchClient,
  people: readonly Person[]
): Promise<void> => {
  if (people.length === 0) return;
  if (people.length > MAX_PEOPLE) return send(es, { type: 'recent' });
  const names: PeopleNames = {
    ids: unique(people.map(({ id }) => id)),
    numbers: unique(people.flatMap(({ numbers }) => numbers)),
    extensions: unique(people.flatMap(({ extensions }) => extensions.map(withoutSite))),
    users: unique(
      people.flatMap(({ upn, emails, account_names, sid, cloud_ids }) => [
        upn,
        ...emails,
        ...account_names,
        sid,
        ...cloud_ids,
      ])
    ),
  };
  await send(es, { type: 'people', names });
};

export interface WaitingRequest {
  readonly id: string;
  readonly request: ResolverRequest;
}

/** The requests that wait, in no order. */
export const readRequests = async (es: ElasticsearchClient): Promise<WaitingRequest[]> => {
  const { hits } = await es.search<{ request?: ResolverRequest }>({
    index: STATE_INDEX,
    size: MAX_REQUESTS,
    query: { bool: { must_not: [{ ids: { values: ['resolver'] } }] } },
  });
  return hits.hits.flatMap(({ _id, _source }) =>
    _id?.startsWith(PREFIX) && _source?.request ? [{ id: _id, request: _source.request }] : []
  );
};

/** Forgets requests that were carried out, so that a crash before leaves them waiting. */
export const removeRequests = async (
  es: ElasticsearchClient,
  ids: readonly string[]
): Promise<void> => {
  if (ids.length === 0) return;
  const operations = ids.map((id) => ({ delete: { _id: id } }));
  await es.bulk({ index: STATE_INDEX, operations, refresh: true });
};
