import { join } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import { buildPlugin } from '../../build/build_plugin';
import { CommandError } from '../command/command_error';
import { createClient, requireConnection, type Connection } from '../command/connection';
import { startElasticsearch } from '../elasticsearch/start';
import { createLogger } from '../kibana/log';
import { createDemoUsers, DEMO_USERS, type DemoUser } from '../kibana/security/demo_users';
import { startKibana, type RunningKibana } from '../kibana/start_kibana';
import type { DemoState } from './demo_state';
import type { DemoOptions } from './options';
import type { Progress } from './progress';

/** Elasticsearch and the app, ready to be used. */
export interface Stack {
  readonly kibana: RunningKibana;
  /** Acts as the administrator of Elasticsearch. */
  readonly client: Client;
  readonly connection: Connection;
  /** Who presses the buttons in the app. */
  readonly admin: { readonly username: string; readonly password: string };
  stop(): Promise<void>;
}

interface Elasticsearch {
  readonly connection: Connection;
  readonly kibanaSystemPassword?: string;
  stop(): Promise<void>;
}

export interface StackOptions {
  readonly options: DemoOptions;
  readonly state: DemoState;
  readonly progress: Progress;
  /** Aborted on Ctrl-C, and with a sentence as reason when Elasticsearch ends by itself. */
  readonly stopping: AbortController;
}

const startOwn = async ({ options, progress, stopping }: StackOptions): Promise<Elasticsearch> => {
  const running = await startElasticsearch({
    dataDir: options.dataDir,
    log: progress.tell,
    signal: stopping.signal,
  });
  let isStopping = false;
  running.onExit(({ code, signal }) => {
    if (isStopping || stopping.signal.aborted) return;
    stopping.abort(
      new CommandError(
        `Elasticsearch ended by itself (${signal ?? `exit status ${code}`}). What was stored is safe in ${options.dataDir}; run the same command again to go on.`
      )
    );
  });
  const { url, username, password, kibanaSystemPassword } = running;
  const stop = (): Promise<void> => {
    isStopping = true;
    return running.stop();
  };
  return { connection: { url, username, password }, kibanaSystemPassword, stop };
};

const useGiven = async (connection: Connection): Promise<Elasticsearch> => {
  const client = createClient(connection);
  try {
    await requireConnection(client, connection);
  } finally {
    await client.close();
  }
  return { connection, stop: () => Promise.resolve() };
};

const passwordsOf = ({ passwords }: DemoState): Record<DemoUser, string> => {
  const passwordOf = (user: DemoUser): string => passwords[user] ?? '';
  return {
    admin: passwordOf('admin'),
    engineer: passwordOf('engineer'),
    analyst: passwordOf('analyst'),
    privacy: passwordOf('privacy'),
    nobody: passwordOf('nobody'),
  };
};

/**
 * Builds the plugin and starts Elasticsearch and the app around it. The demo's users are made in an Elasticsearch of our own
 * only; elsewhere people log in with the users they have.
 * @throws errors whose message is for the person at the terminal
 */
export const startStack = async (context: StackOptions): Promise<Stack> => {
  const { options, state, progress, stopping } = context;
  const { dataDir, kibanaVersion, port } = options;
  const own = options.elasticsearch === undefined;
  const building = buildPlugin({ kibanaVersion, outDir: join(dataDir, 'plugin'), zip: false });
  const starting =
    options.elasticsearch === undefined ? startOwn(context) : useGiven(options.elasticsearch);
  const [built, started] = await Promise.allSettled([building, starting]);
  if (started.status === 'rejected') throw started.reason;
  const elasticsearch = started.value;
  if (built.status === 'rejected') {
    await elasticsearch.stop();
    throw built.reason;
  }
  const { connection, kibanaSystemPassword } = elasticsearch;
  progress.tell(`Elasticsearch answers at ${connection.url}`);
  const client = createClient(connection);
  try {
    if (own) await createDemoUsers(client, passwordsOf(state));
    stopping.signal.throwIfAborted();
    const kibana = await startKibana({
      pluginDir: built.value.dir,
      elasticsearch: {
        url: connection.url,
        kibanaSystemPassword,
        adminUsername: connection.username,
        adminPassword: connection.password,
      },
      port,
      dataDir: join(dataDir, 'kibana'),
      log: createLogger((line) => progress.tell(line), 'warn'),
    });
    const admin = own ? { username: 'admin', password: state.passwords.admin ?? '' } : connection;
    return {
      kibana,
      client,
      connection,
      admin,
      stop: async () => {
        await kibana.stop();
        await client.close();
        await elasticsearch.stop();
      },
    };
  } catch (error) {
    await client.close();
    await elasticsearch.stop();
    throw error;
  }
};

/** User names that `startStack` makes in an Elasticsearch of our own. */
export const STACK_USERS: readonly string[] = DEMO_USERS;
