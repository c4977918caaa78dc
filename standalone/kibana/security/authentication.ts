import { createHash } from 'node:crypto';
import type { AuthenticatedUser } from '../../../server/kibana';
import type { ElasticsearchAccess } from '../elasticsearch/clients';
import { statusOf } from '../elasticsearch/errors';

/** Seconds for which Elasticsearch's "yes, I know this person" is believed; a changed password counts after that. */
const TRUST_SECONDS = 10;
const MOST_REMEMBERED = 1000;

export interface Authenticator {
  /**
   * Asks Elasticsearch who this is. @returns undefined when it does not know the person
   * @throws the client's error when Elasticsearch does not answer
   */
  authenticate(authorization: string): Promise<AuthenticatedUser | undefined>;
}

/** Recognises people by asking Elasticsearch. */
export const createAuthenticator = (es: ElasticsearchAccess): Authenticator => {
  const known = new Map<string, { user: AuthenticatedUser; until: number }>();
  const ask = async (authorization: string): Promise<AuthenticatedUser | undefined> => {
    try {
      const { username, full_name, roles } = await es.as(authorization).security.authenticate();
      return { username, full_name: full_name ?? undefined, roles };
    } catch (error) {
      const status = statusOf(error);
      if (status === 401 || status === 403) return undefined;
      throw error;
    }
  };
  return {
    authenticate: async (authorization) => {
      const key = createHash('sha256').update(authorization).digest('base64');
      const remembered = known.get(key);
      if (remembered && remembered.until > Date.now()) return remembered.user;
      const user = await ask(authorization);
      known.delete(key);
      if (known.size >= MOST_REMEMBERED) known.clear();
      if (user) known.set(key, { user, until: Date.now() + TRUST_SECONDS * 1000 });
      return user;
    },
  };
};
