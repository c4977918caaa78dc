import { parseArgs } from 'node:util';
import { defaultDataFolder } from './data_folder';
import { ElasticsearchStartError } from './errors';
import { startElasticsearch } from './start';

const usage = `Usage: node --import tsx standalone/elasticsearch/cli.ts [--data-dir DIR] [--port N] [--heap-mb N] [--verbose]
Starts the embedded Elasticsearch, prints one line of JSON when it is ready, and stops on Ctrl-C.
  --data-dir DIR  keeps data and passwords (default ${defaultDataFolder()})
  --port N        port on 127.0.0.1, 0 for any free one (default 0)
  --heap-mb N     Java heap in MB (default 1024)
  --verbose       prints Elasticsearch's own log to the error stream
`;

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most && text.trim() !== '')
    return value;
  throw new TypeError(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string', default: defaultDataFolder() },
      port: { type: 'string', default: '0' },
      'heap-mb': { type: 'string', default: '1024' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    verbose: values.verbose,
    dataDir: values['data-dir'],
    port: wholeNumber('--port', values.port, 0, 65_535),
    heapMb: wholeNumber('--heap-mb', values['heap-mb'], 256, 31_000),
  };
}

async function main(): Promise<void> {
  const { help, verbose, ...options } = readOptions();
  if (help) {
    process.stdout.write(usage);
    return;
  }
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => stopping.abort());
  const running = await startElasticsearch({
    ...options,
    log: tell,
    onServerLine: verbose ? tell : undefined,
    signal: stopping.signal,
  });
  running.onExit(({ code, signal }) => {
    if (stopping.signal.aborted) return;
    tell(`Elasticsearch ended by itself (${signal ?? code}). Its log is in ${options.dataDir}.`);
    process.exitCode = 1;
  });
  const { url, username, password, kibanaSystemPassword, pid } = running;
  process.stdout.write(
    `${JSON.stringify({ url, username, password, kibanaSystemPassword, pid })}\n`
  );
  stopping.signal.addEventListener('abort', () => void running.stop());
  if (stopping.signal.aborted) await running.stop();
}

main().catch((error: unknown) => {
  const known = error instanceof ElasticsearchStartError || error instanceof TypeError;
  const text = known ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
