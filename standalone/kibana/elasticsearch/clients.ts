import { Client } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '../../../server/kibana';

/** Elasticsearch with different rights, over one pool of connections. */
export interface ElasticsearchAccess {
  readonly url: string;
  /** The real `kibana_system` user (or service account), which may not see user data. */
  readonly asInternalUser: ElasticsearchClient;
  /** @param authorization value of the header, such as `Basic ...` or `ApiKey ...` */
  as(authorization: string): ElasticsearchClient;
  close(): Promise<void>;
}

export const basicAuthorization = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Kibana names itself on every call; Elasticsearch then lets it use its own system indices. */
const PRODUCT_ORIGIN = { 'x-elastic-product-origin': 'kibana' };

/** Opens the clients; nothing is sent yet. */
export const openElasticsearch = (
  url: string,
  internalAuthorization: string
): ElasticsearchAccess => {
  const root = new Client({ node: url, maxRetries: 1, requestTimeout: 60_000 });
  return {
    url,
    asInternalUser: root.child({
      headers: { ...PRODUCT_ORIGIN, authorization: internalAuthorization },
    }),
    as: (authorization) => root.child({ headers: { authorization } }),
    close: () => root.close(),
  };
};
