import type { Request } from '@hapi/hapi';
import { Subject } from 'rxjs';
import type { KibanaRequest } from '../../../server/kibana';
import { rememberIdentity, rememberSpace, type Identity } from './identity';

/** The parts of a request after validation. */
export interface ValidParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly authzResult?: Readonly<Record<string, boolean>>;
}

/** Fires once when the connection closes before the answer was sent. */
const abortsOf = (request: Request): Subject<void> => {
  const aborted$ = new Subject<void>();
  const { res } = request.raw;
  res.once('close', () => {
    if (!res.writableEnded) aborted$.next();
    aborted$.complete();
  });
  return aborted$;
};

/** What the plugin sees of an incoming request. The person's credentials are not among it, as in Kibana. */
export const toKibanaRequest = (
  request: Request,
  parts: ValidParts,
  identity: Identity
): KibanaRequest => {
  const headers = request.raw.req.headers;
  const aborted$ = abortsOf(request);
  const kibanaRequest: KibanaRequest = {
    ...parts,
    headers: { ...headers, authorization: undefined, cookie: undefined },
    url: request.url,
    events: { aborted$: { subscribe: (next) => aborted$.subscribe(next) } },
  };
  rememberIdentity(kibanaRequest, identity);
  return kibanaRequest;
};

/** A request without a person at the other end: a task acts with the API key that was made for it. */
export const toFakeRequest = (apiKey: string, spaceId: string): KibanaRequest => {
  const authorization = `ApiKey ${apiKey}`;
  const request: KibanaRequest = {
    params: {},
    query: {},
    body: {},
    headers: { authorization },
    url: new URL('http://fake.invalid/'),
    events: { aborted$: { subscribe: () => ({ unsubscribe: () => undefined }) } },
  };
  rememberSpace(request, spaceId);
  return request;
};
