import { z } from 'zod';
import { defineApi } from '../../common/api/define_api';
import type { HttpStart } from '../kibana';
import { ApiError } from './api_error';
import { callApi, fillPath } from './call_api';

const api = defineApi({
  method: 'post',
  path: '/internal/vishing/calls/{call_id}',
  summary: 'An example',
  privilege: 'read_vishing',
  params: z.strictObject({ call_id: z.string() }),
  query: z.strictObject({ page: z.number() }),
  body: z.strictObject({ note: z.string() }),
  response: z.object({ total: z.number() }),
});
const INPUT = { params: { call_id: 'a/b' }, query: { page: 2 }, body: { note: 'x' } };

const httpThat = (fetch: HttpStart['fetch']): HttpStart => ({
  fetch,
  basePath: { get: () => '', prepend: (path) => path },
});

const failWith = (extra: object): HttpStart =>
  httpThat(() => Promise.reject(Object.assign(new Error('Bad Gateway'), extra)));

const errorOf = async (http: HttpStart): Promise<ApiError> => {
  const result: unknown = await callApi(http, api, INPUT).catch((error: unknown) => error);
  if (result instanceof ApiError) return result;
  throw new Error(`Expected an ApiError, got ${String(result)}`);
};

describe('calls to the server', () => {
  it('sends path, version, query and body, and returns the decoded answer', async () => {
    const seen: unknown[] = [];
    const http = httpThat(<T>(path: string, options: object) => {
      seen.push([path, options]);
      return Promise.resolve({ total: 3, more: 'ignored' } as T);
    });
    expect(await callApi(http, api, INPUT)).toEqual({ total: 3 });
    expect(seen).toEqual([
      [
        '/internal/vishing/calls/a%2Fb',
        { method: 'POST', version: '1', query: { page: 2 }, body: '{"note":"x"}' },
      ],
    ]);
  });

  it('keeps a value with slashes inside its own path segment', () => {
    expect(fillPath('/x/{a}/y', { a: 'x/../z' })).toBe('/x/x%2F..%2Fz/y');
  });

  it('keeps the code, status and sentence of our own errors', async () => {
    const body = { statusCode: 409, message: 'Run the setup.', attributes: { code: 'not_set_up' } };
    const error = await errorOf(failWith({ body, response: { status: 409 } }));
    expect([error.code, error.status, error.message]).toEqual([
      'not_set_up',
      409,
      'Run the setup.',
    ]);
  });

  it('calls a refusal by Kibana forbidden', async () => {
    const error = await errorOf(failWith({ body: { statusCode: 403, message: 'No.' } }));
    expect(error.code).toBe('forbidden');
  });

  it('says that there was no answer when there was none', async () => {
    expect((await errorOf(failWith({}))).code).toBe('offline');
  });

  it('refuses an answer of another form', async () => {
    const error = await errorOf(httpThat(<T>() => Promise.resolve({ total: 'many' } as T)));
    expect(error.code).toBe('unexpected_answer');
    expect(error.message).toContain('total');
  });

  it('lets an abort through as it is', async () => {
    const abort = Object.assign(new Error('aborted'), { name: 'AbortError' });
    const http = httpThat(() => Promise.reject(abort));
    await expect(callApi(http, api, INPUT)).rejects.toBe(abort);
  });
});
