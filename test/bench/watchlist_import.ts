/**
 * How long an import of a million numbers takes, and what a list of that length costs the resolver:
 * `VISHING_TEST_ES='{"url":...}' node scripts/run.mjs test/bench/watchlist_import.ts [count]`.
 * For a test's Elasticsearch only: it empties the watchlist at the end.
 */
import { WATCHLIST_INDEX } from '../../common/constants';
import { IMPORT_ROWS, importWatchlist, type ImportRow } from '../../common/api/watchlist';
import { parseImport } from '../../common/watchlist/parse_import';
import { reresolveNumbers } from '../../server/resolver/requests';
import { resolveCalls } from '../../server/resolver/resolve_calls';
import { importEntries } from '../../server/watchlist/import_entries';
import { loadWatchlist } from '../../server/watchlist/watchlist_store';
import { installContent } from '../pipelines/pipeline_tester';
import { logger } from '../resolver/resolver_bench';
import { testClient } from '../setup/test_client';

const COUNT = Number(process.argv[2] ?? 1_000_000);
/** As in the browser: while one request is stored, the next one travels. */
const IN_FLIGHT = 2;
const ASKED = 2000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const seconds = (fromMs: number): number => Math.round((performance.now() - fromMs) / 10) / 100;

/** Numbers that exist in the numbering plan, in a fixed order; nobody is meant. */
function* generateText(): Generator<string> {
  const lines: string[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    lines.push(`+1202${String(2_000_000 + index)}`);
    if (lines.length === 4000) yield `${lines.splice(0).join('\n')}\n`;
  }
  yield lines.join('\n');
}

const es = testClient();

const sendAll = async (): Promise<Record<string, number>> => {
  const counts = { created: 0, unchanged: 0, refused: 0, requests: 0 };
  const running = new Set<Promise<void>>();
  const send = async (rows: readonly ImportRow[]): Promise<void> => {
    const body = JSON.stringify({ rows, verdict: 'bad', source: 'bench', country: 'US' });
    const request = importWatchlist.body.parse(JSON.parse(body));
    const { response, changed } = await importEntries(es, { ...request, addedBy: 'bench' });
    await reresolveNumbers(es, changed);
    counts.created += response.created;
    counts.unchanged += response.unchanged;
    counts.refused += response.refused.length;
    counts.requests += 1;
  };
  let waiting: ImportRow[] = [];
  const start = async (): Promise<void> => {
    while (running.size >= IN_FLIGHT) await Promise.race(running);
    const rows = waiting.slice(0, IMPORT_ROWS);
    waiting = waiting.slice(IMPORT_ROWS);
    const sending = send(rows).finally(() => running.delete(sending));
    running.add(sending);
  };
  for await (const { rows } of parseImport({ format: 'list' }, generateText())) {
    waiting.push(...rows.map(({ line: _, ...row }) => row));
    while (waiting.length >= IMPORT_ROWS) await start();
  }
  while (waiting.length > 0) await start();
  await Promise.all(running);
  return counts;
};

const timeLookups = async (): Promise<number> => {
  const begun = performance.now();
  const watchlist = await loadWatchlist(es);
  await watchlist.prefetch(
    Array.from({ length: ASKED }, (_, index) => `+1202${String(2_000_000 + index * 7)}`)
  );
  return seconds(begun);
};

const timeRun = async (): Promise<number> => {
  const begun = performance.now();
  await resolveCalls({ es, logger });
  return seconds(begun);
};

const main = async (): Promise<void> => {
  await installContent(es);
  const { count } = await es.count({ index: WATCHLIST_INDEX });
  if (count > 0)
    throw new Error(`The watchlist has ${count} entries already; the bench needs an empty one.`);
  say(`resolver's run, empty list: ${await timeRun()} s`);
  const parsing = performance.now();
  let rows = 0;
  for await (const part of parseImport({ format: 'list' }, generateText()))
    rows += part.rows.length;
  say(`parse alone: ${rows} rows in ${seconds(parsing)} s`);
  say(`resolver's look-up of ${ASKED} numbers, empty list: ${await timeLookups()} s`);
  const first = performance.now();
  const counts = await sendAll();
  say(`import: ${JSON.stringify(counts)} in ${seconds(first)} s`);
  say(`resolver's look-up of ${ASKED} numbers: ${await timeLookups()} s`);
  say(`resolver's run that looks for the calls of all of them: ${await timeRun()} s`);
  say(`resolver's next run: ${await timeRun()} s`);
};

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(async () => {
    await es.indices.delete({ index: WATCHLIST_INDEX, ignore_unavailable: true });
    await installContent(es);
    await es.close();
  });
