import type { z } from 'zod';
import type { ApiDefinition } from '../../common/api/define_api';
import { INTERNAL_API_VERSION } from '../../common/constants';
import type { HttpStart } from '../kibana';
import { ApiError, isAbort, toApiError } from './api_error';

/** Input of one call; parts that the route does not have are left out. */
export interface CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: z.input<P>;
  readonly query?: z.input<Q>;
  readonly body?: z.input<B>;
  readonly signal?: AbortSignal;
}

/** Fills Kibana's placeholders, each value encoded as one segment of the path. */
export const fillPath = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));

type Query = Record<string, string | number | boolean | undefined>;

/**
 * Calls one of our routes and checks the answer against its contract.
 * @throws {ApiError} for every failure but an abort, which stays an `AbortError`
 */
export const callApi = async <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  http: HttpStart,
  api: ApiDefinition<P, Q, B, R>,
  { params, query, body, signal }: CallInput<P, Q, B> = {}
): Promise<z.output<R>> => {
  const path = fillPath(api.path, params ?? {});
  try {
    const answer = await http.fetch<unknown>(path, {
      method: api.method.toUpperCase(),
      version: INTERNAL_API_VERSION,
      ...(query === undefined ? {} : { query: query as Query }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    return decode(api, answer);
  } catch (error) {
    throw isAbort(error) ? error : toApiError(error);
  }
};

const decode = <R extends z.ZodType>(
  api: { readonly response: R; readonly path: string },
  answer: unknown
): z.output<R> => {
  const parsed = api.response.safeParse(answer);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue ? ` (${issue.path.join('.')}: ${issue.message})` : '';
  throw new ApiError(
    'unexpected_answer',
    200,
    `The server answered in an unknown form${where}. Reload the page: the plugin may have been updated.`
  );
};
