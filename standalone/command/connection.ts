import { Client, errors } from '@elastic/elasticsearch';
import { CommandError } from './command_error';

/** Where an Elasticsearch is and who asks. */
export interface Connection {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** A client that does not retry by itself: callers decide what may be sent again. */
export const createClient = ({ url, username, password }: Connection): Client =>
  new Client({ node: url, auth: { username, password }, maxRetries: 0, requestTimeout: 60_000 });

/** A sentence for the ways in which Elasticsearch cannot be used, or nothing when it is about something else. */
export const describeConnectionFailure = (
  error: unknown,
  { url, username }: Pick<Connection, 'url' | 'username'>
): string | undefined => {
  if (error instanceof errors.ConnectionError) {
    return `Elasticsearch at ${url} does not answer (${error.message}). Check the address and that it is running.`;
  }
  if (error instanceof errors.TimeoutError) {
    return `Elasticsearch at ${url} did not answer in time. It may be overloaded; try again later.`;
  }
  if (!(error instanceof errors.ResponseError)) return undefined;
  if (error.statusCode === 401) {
    return `Elasticsearch at ${url} refuses the user ${username}: the password or the user name is wrong. Check --username and --password.`;
  }
  if (error.statusCode === 403) {
    return `The user ${username} may not do this at ${url}: ${error.message}. Ask an administrator for the right, or use another user.`;
  }
  return undefined;
};

/**
 * Makes sure that Elasticsearch answers and accepts the user.
 * @throws CommandError with one sentence
 */
export const requireConnection = async (client: Client, connection: Connection): Promise<void> => {
  try {
    await client.security.authenticate();
  } catch (error) {
    const text =
      describeConnectionFailure(error, connection) ??
      `What answers at ${connection.url} is not an Elasticsearch that can be used (${error instanceof Error ? error.message : String(error)}). Check the address.`;
    throw new CommandError(text, 1, { cause: error });
  }
};
