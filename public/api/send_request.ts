import { DETECTION_ENGINE_API_VERSION } from '../../common/constants';
import type { HttpRequest, SendRequest } from '../../common/detection_engine/client';
import type { HttpStart } from '../kibana';
import { toApiError } from './api_error';

/** Calls Kibana's public API from the browser, as the person who is logged in. */
export const createSendRequest =
  (http: HttpStart): SendRequest =>
  async <T>({ method, path, query, body }: HttpRequest): Promise<T> => {
    try {
      return await http.fetch<T>(path, {
        method,
        version: DETECTION_ENGINE_API_VERSION,
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw toApiError(error);
    }
  };
