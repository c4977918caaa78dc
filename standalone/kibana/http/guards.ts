import type { Request } from '@hapi/hapi';

const SAFE_METHODS = new Set(['get', 'head', 'options']);

/** Why a request is refused before anything else is looked at; undefined lets it through. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** A page of another site can send a form to us, but not this header: Kibana's protection against forged requests. */
export const refuseForged = ({ method, headers }: Request): Refusal | undefined =>
  SAFE_METHODS.has(method) || 'kbn-xsrf' in headers || 'kbn-version' in headers
    ? undefined
    : { status: 400, message: 'Request must contain a kbn-xsrf header.' };

/** Since 9.0 only Kibana's own pages and services may call internal routes (`server.restrictInternalApis`). */
export const refuseForeign = (
  { path, method, headers }: Request,
  access: 'internal' | 'public'
): Refusal | undefined =>
  access === 'public' || headers['x-elastic-internal-origin']
    ? undefined
    : {
        status: 400,
        message: `uri [${path}] with method [${method}] exists but is not available with the current configuration`,
      };
