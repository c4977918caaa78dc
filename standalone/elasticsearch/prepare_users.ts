import { setTimeout as sleep } from 'node:timers/promises';
import type { Credentials } from './credentials';
import { describeError, ElasticsearchStartError } from './errors';

/** The first answers may be 503 while the node finds its indices. */
const attempts = 60;
const attemptDelayMs = 250;

type Send = (method: string, path: string, user: keyof Users, body?: unknown) => Promise<Response>;
type Users = { elastic: string; kibana_system: string };

function sender(url: string, users: Users, signal?: AbortSignal): Send {
  return (method, path, user, body) =>
    fetch(url + path, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${users[user]}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
}

/** Sends until the answer is one of the `expected` statuses; throws `start_failed` when it never is. */
async function until(
  send: () => Promise<Response>,
  expected: number[],
  signal?: AbortSignal
): Promise<number> {
  let last = 'no answer';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const response = await send();
      const text = await response.text();
      if (expected.includes(response.status)) return response.status;
      last = `${response.status} ${text.slice(0, 300)}`;
    } catch (error) {
      last = describeError(error);
    }
    await sleep(attemptDelayMs, undefined, { signal });
  }
  throw new ElasticsearchStartError(
    'start_failed',
    `Elasticsearch started but does not answer as it should: ${last}. If the data folder came from another start, delete it or choose another one with --data-dir.`
  );
}

/** Waits for the indices of an earlier run and sets the password of `kibana_system` where it is not set yet. */
export async function prepareUsers(
  url: string,
  { elastic, kibanaSystem }: Credentials,
  signal?: AbortSignal
): Promise<void> {
  const send = sender(url, { elastic, kibana_system: kibanaSystem }, signal);
  const health = '/_cluster/health?wait_for_status=yellow&timeout=30s';
  await until(() => send('GET', health, 'elastic'), [200], signal);
  const known = await until(
    () => send('GET', '/_security/_authenticate', 'kibana_system'),
    [200, 401],
    signal
  );
  if (known === 200) return;
  const path = '/_security/user/kibana_system/_password';
  await until(() => send('POST', path, 'elastic', { password: kibanaSystem }), [200], signal);
}
