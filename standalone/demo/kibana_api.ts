import type { z } from 'zod';
import type { ApiDefinition } from '../../common/api/define_api';
import { apiErrorSchema } from '../../common/api/shared';
import { INTERNAL_API_VERSION } from '../../common/constants';
import { CommandError } from '../command/command_error';

/** Calls the plugin's routes over HTTP, as the browser does. */
export interface KibanaApi {
  /** @throws CommandError with the route's own message when it answers with a status of 400 and above */
  call<
    Params extends z.ZodType,
    Query extends z.ZodType,
    Body extends z.ZodType,
    Response extends z.ZodType,
  >(
    api: ApiDefinition<Params, Query, Body, Response>,
    input?: { query?: z.input<Query>; body?: z.input<Body> }
  ): Promise<z.infer<Response>>;
}

const queryText = (query: unknown): string => {
  const pairs = Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
};

const explain = async (response: Response, summary: string): Promise<CommandError> => {
  const text = await response.text();
  let message = text;
  try {
    message = apiErrorSchema.parse(JSON.parse(text)).message;
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof Error && error.name === 'ZodError'))
      throw error;
  }
  return new CommandError(`The app refused "${summary}" (status ${response.status}): ${message}`);
};

/** The server closes a connection that was idle; a busy process notices only when it uses it again. */
const STALE = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

const isStaleConnection = (error: unknown): boolean => {
  const cause = error instanceof TypeError ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && STALE.has(String(cause.code));
};

/** All our routes may be called twice, so a request that met a closed connection is sent again. */
const send = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (!isStaleConnection(error)) throw error;
    return fetch(url, init);
  }
};

/** @param url of Kibana or its stand-in */
export const createKibanaApi = (
  url: string,
  { username, password }: { username: string; password: string },
  signal: AbortSignal
): KibanaApi => ({
  call: async (api, { query, body } = {}) => {
    const response = await send(`${url}${api.path}${queryText(query)}`, {
      method: api.method.toUpperCase(),
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
        'content-type': 'application/json',
        'elastic-api-version': INTERNAL_API_VERSION,
        'kbn-xsrf': 'vishing',
        'x-elastic-internal-origin': 'Kibana',
      },
      body: api.method === 'get' ? undefined : JSON.stringify(body ?? {}),
      signal,
    });
    if (!response.ok) throw await explain(response, api.summary);
    return api.response.parse(await response.json());
  },
});
