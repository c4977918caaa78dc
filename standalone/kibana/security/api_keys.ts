import type { ElasticsearchAccess } from '../elasticsearch/clients';

/** An Elasticsearch API key that acts with the rights its owner had when it was made. */
export interface StoredApiKey {
  /** Absent for a key that its owner sent us: we may use it, but not end it. */
  readonly id?: string;
  /** Value after `ApiKey ` in the header. */
  readonly encoded: string;
}

export interface ApiKeys {
  /** Makes a key with the rights of a person. @param authorization the person's own header */
  grant(name: string, authorization: string): Promise<StoredApiKey>;
  /** Ends keys for good. */
  invalidate(keys: readonly StoredApiKey[]): Promise<void>;
}

const basicParts = (authorization: string): { username: string; password: string } | undefined => {
  const [scheme, encoded] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
};

/**
 * Keys for work that goes on when the person has left: tasks and detection rules. Like Kibana, `kibana_system` asks for them on
 * behalf of the person; a caller who came with an API key gives that very key away.
 */
export const createApiKeys = (es: ElasticsearchAccess): ApiKeys => ({
  grant: async (name, authorization) => {
    const person = basicParts(authorization);
    if (!person) return { encoded: authorization.replace(/^ApiKey /i, '') };
    const { id, encoded } = await es.asInternalUser.security.grantApiKey({
      grant_type: 'password',
      // Otherwise Elasticsearch waits for its next refresh, a second for each rule.
      refresh: true,
      ...person,
      api_key: { name, metadata: { managed: true, application: 'vishing-standalone' } },
    });
    return { id, encoded };
  },
  invalidate: async (keys) => {
    const ids = keys.flatMap(({ id }) => id ?? []);
    if (ids.length > 0) await es.asInternalUser.security.invalidateApiKey({ ids });
  },
});
