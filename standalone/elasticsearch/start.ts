import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { requireReachable, serverAccount } from './account';
import { readOrCreateCredentials } from './credentials';
import { prepareDataFolder, type DataFolder } from './data_folder';
import { requireDiskSpace } from './disk_space';
import { ElasticsearchStartError } from './errors';
import { explainFailedStart } from './failed_start';
import { ensureHome } from './home';
import { findJava } from './java';
import { javaOptions } from './java_options';
import { freePort } from './port';
import { prepareUsers } from './prepare_users';
import { recordServer, waitForPreviousServer } from './previous_server';
import { startServerProcess, type ServerExit, type ServerProcess } from './server_process';
import { nodeSettings } from './settings';

const defaultHeapMb = 1024;
/** A first start on two busy cores takes about 25 s. */
const startLimitMs = 180_000;
/** Room for the indices, logs and temporary files of an ordinary run. */
const dataBytes = 500_000_000;

export interface StartElasticsearchOptions {
  /** Keeps indices and passwords; made when missing. */
  dataDir: string;
  /** Port on 127.0.0.1; 0 (default) takes any free one. */
  port?: number;
  /** Heap in MB, default 1024. */
  heapMb?: number;
  /** One line for the person at the terminal. */
  log?: (line: string) => void;
  /** Every line that Elasticsearch itself logs. */
  onServerLine?: (line: string) => void;
  /** Gives up the start. A running Elasticsearch is stopped with `stop()`. */
  signal?: AbortSignal;
  /** Longest wait for readiness in milliseconds. */
  timeoutMs?: number;
}

/** An Elasticsearch of our own that answers requests. */
export interface RunningElasticsearch {
  /** Such as `http://127.0.0.1:9200`. */
  url: string;
  username: 'elastic';
  password: string;
  /** Password of the user `kibana_system`. */
  kibanaSystemPassword: string;
  pid: number;
  /** Stops it in good order and waits until it is gone; calling it again is fine. */
  stop(): Promise<void>;
  /** Calls back once when the process has ended, whether it was asked to or not. */
  onExit(listener: (exit: ServerExit) => void): void;
}

async function launch(
  folder: DataFolder,
  port: number,
  password: string,
  options: StartElasticsearchOptions
): Promise<ServerProcess> {
  const account = serverAccount();
  const java = await findJava();
  const home = await ensureHome({ log: options.log, signal: options.signal });
  if (account) {
    const remedy = 'Set VISHING_CACHE_DIR to a folder that every user can enter.';
    await requireReachable(join(home, 'lib'), account, remedy);
  }
  const bridgeFolder = 'lib/entitlement-bridge';
  const [bridge = ''] = await readdir(join(home, bridgeFolder));
  await requireDiskSpace(folder.data, dataBytes, 'Elasticsearch');
  options.signal?.throwIfAborted();
  return startServerProcess({
    java: java.path,
    options: javaOptions({
      java,
      home,
      tmpDir: folder.tmp,
      logsDir: folder.logs,
      heapMb: options.heapMb ?? defaultHeapMb,
      bridgeJar: join(bridgeFolder, bridge),
    }),
    cwd: folder.base,
    tmpDir: folder.tmp,
    account,
    args: {
      settings: nodeSettings(home, folder, port),
      secrets: { 'bootstrap.password': password },
      configDir: folder.config,
      logsDir: folder.logs,
    },
    onLine: options.onServerLine,
  });
}

/** Waits until the server says it is up. Throws `start_failed`, `port_in_use`, `data_dir_in_use`, `start_timeout`, `aborted`. */
async function waitUntilReady(
  server: ServerProcess,
  folder: DataFolder,
  port: number,
  { signal, timeoutMs = startLimitMs }: StartElasticsearchOptions
): Promise<void> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const given = signal ? AbortSignal.any([signal, timeout]) : timeout;
  const stopped = new Promise<'stopped'>((resolve) => {
    if (given.aborted) resolve('stopped');
    given.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  const outcome = await Promise.race([server.ready, server.exited, stopped]);
  if (outcome === undefined) return;
  const lines = server.lastLines();
  await server.stop();
  if (outcome !== 'stopped') throw explainFailedStart(server.lastLines(), folder, port);
  signal?.throwIfAborted();
  throw new ElasticsearchStartError(
    'start_timeout',
    `Elasticsearch was not ready after ${Math.round(timeoutMs / 1000)} s. The machine may be too busy; end other programs and start again. Its last lines (all are in ${folder.logFile}):\n${lines.slice(-10).join('\n')}`
  );
}

async function start(options: StartElasticsearchOptions): Promise<RunningElasticsearch> {
  const port = await freePort(options.port ?? 0);
  const folder = await prepareDataFolder(options.dataDir, serverAccount());
  const credentials = await readOrCreateCredentials(folder.root);
  await waitForPreviousServer(folder.root);
  const server = await launch(folder, port, credentials.elastic, options);
  const url = `http://127.0.0.1:${port}`;
  try {
    await recordServer(folder.root, server);
    await waitUntilReady(server, folder, port, options);
    await prepareUsers(url, credentials, options.signal);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url,
    username: 'elastic',
    password: credentials.elastic,
    kibanaSystemPassword: credentials.kibanaSystem,
    pid: server.pid,
    stop: server.stop,
    onExit: (listener) => void server.exited.then(listener),
  };
}

/**
 * Starts an Elasticsearch of our own on 127.0.0.1 and waits until it answers; prepares what is missing
 * (download, folders, passwords). It ends with this process at the latest.
 * Throws `ElasticsearchStartError`, whose message says what to do.
 */
export async function startElasticsearch(
  options: StartElasticsearchOptions
): Promise<RunningElasticsearch> {
  try {
    return await start(options);
  } catch (error) {
    const told = error instanceof ElasticsearchStartError && error.code === 'aborted';
    if (!options.signal?.aborted || told) throw error;
    throw new ElasticsearchStartError('aborted', 'The start of Elasticsearch was stopped.', {
      cause: error,
    });
  }
}
