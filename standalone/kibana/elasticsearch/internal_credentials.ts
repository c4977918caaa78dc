import { Client } from '@elastic/elasticsearch';
import { KibanaStartError } from '../errors';
import { basicAuthorization } from './clients';
import { reasonOf, statusOf } from './errors';

/** How the stand-in reaches Elasticsearch. One of the two ways to act as Kibana itself is needed. */
export interface ElasticsearchOptions {
  readonly url: string;
  /** Password of the built-in user `kibana_system`, where it is known. */
  readonly kibanaSystemPassword?: string;
  /** An administrator; used to make a service token when there is no `kibanaSystemPassword`. */
  readonly adminUsername?: string;
  readonly adminPassword?: string;
}

const SERVICE_TOKEN = 'vishing-standalone';

const makeServiceToken = async (
  url: string,
  username: string,
  password: string
): Promise<string> => {
  const admin = new Client({ node: url, auth: { username, password } });
  const account = { namespace: 'elastic', service: 'kibana', name: SERVICE_TOKEN };
  try {
    await admin.security.deleteServiceToken(account, { ignore: [404] });
    const { token } = await admin.security.createServiceToken(account);
    return `Bearer ${token.value}`;
  } catch (error) {
    const status = statusOf(error);
    const advice =
      status === 401 || status === 403
        ? 'Check the username and password; the person needs the cluster privilege manage_service_account.'
        : 'Check that it runs and that the address is right.';
    throw new KibanaStartError(
      'elasticsearch_refused',
      `Elasticsearch at ${url} gave no service token for Kibana: ${reasonOf(error)}. ${advice}`,
      { cause: error }
    );
  } finally {
    await admin.close();
  }
};

/**
 * The authorization header with which Kibana itself acts: `kibana_system`, or the service account `elastic/kibana`, which has
 * the same rights and leaves the password of a real Kibana alone.
 * @throws KibanaStartError when Elasticsearch refuses
 */
export const internalAuthorization = (options: ElasticsearchOptions): Promise<string> => {
  const { url, kibanaSystemPassword, adminUsername, adminPassword } = options;
  if (kibanaSystemPassword) {
    return Promise.resolve(basicAuthorization('kibana_system', kibanaSystemPassword));
  }
  if (!adminUsername || !adminPassword) {
    throw new KibanaStartError(
      'elasticsearch_refused',
      'Neither the password of kibana_system nor an administrator was given. Pass a username and password that may make service tokens.'
    );
  }
  return makeServiceToken(url, adminUsername, adminPassword);
};
