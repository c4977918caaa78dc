import { DETECTION_ENGINE_API_VERSION } from '../../common/constants';
import type { SendRequest } from '../../common/detection_engine/client';
import type { KibanaRequest } from '../kibana';
import type { HttpSelfService } from '../kibana_self_client';

/** The Detection Engine's routes are the only ones that this plugin calls as the person. */
const ALLOWED = /^\/api\/detection_engine\//;

/**
 * Calls Kibana's public API through Core's self client, with the rights of the person behind `request`.
 * @throws for a path outside the Detection Engine, which would be a fault of this plugin
 */
export const createSelfSendRequest =
  (selfClient: HttpSelfService, request: KibanaRequest): SendRequest =>
  async <T>({ method, path, query, body }: Parameters<SendRequest>[0]): Promise<T> => {
    if (!ALLOWED.test(path)) throw new Error(`${path} is not a route of the Detection Engine.`);
    return selfClient.asScoped(request).fetch<T>(path, {
      method,
      query,
      body: body === undefined ? undefined : JSON.stringify(body),
      version: DETECTION_ENGINE_API_VERSION,
      access: 'public',
    });
  };
