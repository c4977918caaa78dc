import type { HttpFetchError, HttpFetchOptions, HttpStart } from '../../../../public/kibana';

/** What `core.http` throws for every answer that is not a success. */
class FetchError extends Error implements HttpFetchError {
  constructor(
    message: string,
    readonly response?: Response,
    readonly body?: unknown
  ) {
    super(message);
    this.name = 'HttpFetchError';
  }
}

const refuseReserved = (headers: Readonly<Record<string, string>>): void => {
  const reserved = Object.keys(headers).find((name) => name.toLowerCase().startsWith('kbn-'));
  if (reserved) throw new Error(`The header ${reserved} is Kibana's own and cannot be set.`);
};

const withQuery = (path: string, query: HttpFetchOptions['query'] = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, String(item));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
};

const parseBody = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return undefined;
  const isJson = response.headers.get('content-type')?.includes('application/json');
  return isJson ? ((await response.json()) as unknown) : response.text();
};

const messageOf = (body: unknown, response: Response): string =>
  typeof body === 'object' && body !== null && 'message' in body
    ? String(body.message)
    : response.statusText;

const headersFor = (kibanaVersion: string, options: HttpFetchOptions): Record<string, string> => ({
  ...(typeof options.body === 'string' ? { 'content-type': 'application/json' } : {}),
  ...options.headers,
  'kbn-version': kibanaVersion,
  'x-elastic-internal-origin': 'Kibana',
  ...(options.version ? { 'elastic-api-version': options.version } : {}),
});

/** Kibana's HTTP client of the browser. @param onLoggedOut called when the server no longer knows the person */
export const createHttp = (options: {
  readonly basePath: string;
  readonly kibanaVersion: string;
  readonly onLoggedOut: () => void;
}): HttpStart => {
  const prepend = (path: string): string => options.basePath + path;
  return {
    basePath: { prepend, get: () => options.basePath },
    fetch: async <T>(
      path: string,
      request: HttpFetchOptions & { readonly method: string }
    ): Promise<T> => {
      refuseReserved(request.headers ?? {});
      const response = await fetch(withQuery(prepend(path), request.query), {
        method: request.method,
        body: request.body,
        signal: request.signal,
        credentials: 'same-origin',
        headers: headersFor(options.kibanaVersion, request),
      }).catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw new FetchError(error instanceof Error ? error.message : String(error));
      });
      const body = await parseBody(response);
      if (response.ok) return body as T;
      if (response.status === 401) options.onLoggedOut();
      throw new FetchError(messageOf(body, response), response, body);
    },
  };
};
