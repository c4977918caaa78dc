import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usageError } from '../command/command_error';
import type { Connection } from '../command/connection';
import { defaultDataFolder } from '../elasticsearch/data_folder';

/** The version that the plugin is built for when nobody names one; the stand-in takes any. */
const DEFAULT_KIBANA_VERSION = '9.5.4';
const DEFAULT_PORT = 5601;

export const DEMO_HELP = `Usage: npm run demo -- [options]
Starts Elasticsearch and the app, loads made-up calls and events of two weeks with three attacks in them,
installs and runs the rules, and prints address and log-ins. Stop it with Ctrl-C; the data stays.
  --once                 does all that, then stops
  --json                 prints the result as one JSON object
  --port N               port of the app on 127.0.0.1, default ${DEFAULT_PORT}, 0 for any free one
  --data-dir DIR         keeps data and passwords, default ${defaultDataFolder()}
  --no-demo-data         starts empty: nothing is installed or loaded
  --elasticsearch-url URL --username NAME --password WORD
                         uses this Elasticsearch instead of an own one; log in with its users then
  --kibana-version V     builds the plugin for this Kibana, default ${DEFAULT_KIBANA_VERSION}
`;

/** A checked command line. */
export interface DemoOptions {
  readonly once: boolean;
  readonly json: boolean;
  readonly port: number;
  readonly dataDir: string;
  readonly demoData: boolean;
  readonly kibanaVersion: string;
  /** Absent: an embedded Elasticsearch is started. */
  readonly elasticsearch?: Connection;
}

const readPort = (text: string | undefined, once: boolean): number => {
  if (text === undefined) return once ? 0 : DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw usageError(`--port needs a whole number from 0 to 65535, not "${text}".`);
};

interface ConnectionValues {
  readonly 'elasticsearch-url'?: string;
  readonly username?: string;
  readonly password?: string;
}

const readElasticsearch = (values: ConnectionValues): Connection | undefined => {
  const { 'elasticsearch-url': url, username, password } = values;
  if (url === undefined && username === undefined && password === undefined) return undefined;
  if (url === undefined || username === undefined || password === undefined) {
    throw usageError('--elasticsearch-url, --username and --password are needed together.');
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw usageError(
      `--elasticsearch-url needs an address such as http://127.0.0.1:9200, not "${url}".`
    );
  }
  return { url: url.replace(/\/+$/, ''), username, password };
};

/**
 * Reads the command line.
 * @returns `help` when it was asked for
 * @throws CommandError with exit status 2, TypeError of `node:util` for an unknown option
 */
export const parseDemoOptions = (args: readonly string[]): DemoOptions | 'help' => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      once: flag,
      json: flag,
      port: text,
      'data-dir': text,
      'elasticsearch-url': text,
      username: text,
      password: text,
      'no-demo-data': flag,
      'kibana-version': text,
      help: flag,
    },
  });
  if (values.help) return 'help';
  const kibanaVersion = values['kibana-version'] ?? DEFAULT_KIBANA_VERSION;
  if (!/^\d+\.\d+\.\d+$/.test(kibanaVersion)) {
    throw usageError(
      `--kibana-version needs three numbers such as ${DEFAULT_KIBANA_VERSION}, not "${kibanaVersion}".`
    );
  }
  return {
    once: values.once,
    json: values.json,
    port: readPort(values.port, values.once),
    // npm runs commands in the repository's folder and says where the person was.
    dataDir:
      values['data-dir'] === undefined
        ? defaultDataFolder()
        : resolve(process.env.INIT_CWD ?? '', values['data-dir']),
    demoData: !values['no-demo-data'],
    kibanaVersion,
    elasticsearch: readElasticsearch(values),
  };
};
