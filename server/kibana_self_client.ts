import type { KibanaRequest } from './kibana';

/**
 * Core's "self client" (newest Kibana only, hence optional): calls Kibana's own public API as the person who made the
 * request. Source: `src/core/packages/http/server/src/http_contract.ts`.
 */
export interface HttpSelfService {
  asScoped(request: KibanaRequest): {
    fetch<T>(
      path: string,
      options: {
        method: string;
        body?: string;
        query?: Readonly<Record<string, string>>;
        version?: string;
        access?: 'public' | 'internal';
        signal?: AbortSignal;
      }
    ): Promise<T>;
  };
}
