import type { AuthenticatedUser, KibanaRequest } from '../../../server/kibana';

export const DEFAULT_SPACE = 'default';

/** Who sent a request. */
export interface Identity {
  /** Value of the `authorization` header that Elasticsearch gets for this person. */
  readonly authorization: string;
  readonly user: AuthenticatedUser;
  readonly spaceId: string;
}

const identities = new WeakMap<KibanaRequest, Identity>();

/** Remembers who sent a request, where the plugin that handles it cannot see it. */
export const rememberIdentity = (request: KibanaRequest, identity: Identity): void => {
  identities.set(request, identity);
};

export const identityOf = (request: KibanaRequest): Identity | undefined => identities.get(request);

const spaces = new WeakMap<KibanaRequest, string>();

/** The space of a request that no person made. */
export const rememberSpace = (request: KibanaRequest, spaceId: string): void => {
  spaces.set(request, spaceId);
};

export const spaceOf = (request: KibanaRequest): string =>
  identities.get(request)?.spaceId ?? spaces.get(request) ?? DEFAULT_SPACE;

/** @throws an Error for a request that this Kibana did not make: such a request has no rights */
export const authorizationOf = (request: KibanaRequest): string => {
  const known = identities.get(request);
  if (known) return known.authorization;
  const header = request.headers.authorization;
  if (typeof header === 'string') return header;
  throw new Error('The request carries no credentials, so Elasticsearch cannot be asked for it.');
};
