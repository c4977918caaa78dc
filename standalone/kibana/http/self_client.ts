import type { HttpSelfService } from '../../../server/kibana_self_client';
import { basePathOf } from './hapi_state';
import { authorizationOf, spaceOf } from './identity';
import { VERSION_HEADER } from './versions';

/** What a failed call of Kibana's own API throws; `body` is the parsed answer. */
export class SelfFetchError extends Error {
  constructor(
    message: string,
    readonly response: Response,
    readonly body: unknown
  ) {
    super(message);
    this.name = 'HttpFetchError';
  }
}

const messageOf = (body: unknown, fallback: string): string =>
  typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : fallback;

const parse = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
};

/**
 * Calls this server's own API over real HTTP, as the person who made a request and in that person's space.
 * @param baseUrl the server's address, known once it listens
 */
export const createSelfClient = (baseUrl: () => string): HttpSelfService => ({
  asScoped: (request) => ({
    fetch: async <T>(
      path: string,
      { method, body, query, version, access = 'public', signal }: SelfFetchOptions
    ): Promise<T> => {
      const url = new URL(basePathOf(spaceOf(request)) + path, baseUrl());
      for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
      const response = await fetch(url, {
        method,
        body,
        signal,
        redirect: 'error',
        headers: {
          authorization: authorizationOf(request),
          'kbn-xsrf': 'self',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(version ? { [VERSION_HEADER]: version } : {}),
          ...(access === 'internal' ? { 'x-elastic-internal-origin': 'Kibana' } : {}),
        },
      });
      const answer = parse(await response.text());
      if (!response.ok) {
        throw new SelfFetchError(messageOf(answer, response.statusText), response, answer);
      }
      return answer as T;
    },
  }),
});

type SelfFetchOptions = Parameters<ReturnType<HttpSelfService['asScoped']>['fetch']>[1];
