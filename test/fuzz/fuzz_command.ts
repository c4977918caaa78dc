import { parseArgs } from 'node:util';
import { usageError } from '../../standalone/command/command_error';
import { tell } from '../../standalone/command/run_command';
import { emptyStream } from '../bench/empty_stream';
import { wholeNumber } from '../bench/whole_number';
import { withElasticsearch } from '../bench/with_elasticsearch';
import { isSound, runFuzz, type FuzzOptions, type FuzzResult } from './run_fuzz';
import { FUZZ_STREAM } from './store';

const DEFAULT_RECORDS = 100_000;
const SHOWN_REASONS = 25;
const SHOWN_FAULTS = 20;
const SHOWN_TEXT = 1_500;

const HELP = `Usage: npm run fuzz -- [--seed N] [--records N] [--from N] [--json]
Sends damaged records of all sources to an Elasticsearch, and checks that each one is stored: parsed, or failed with a reason.
  --seed N     makes the same records again; default a new one
  --records N  how many, default ${DEFAULT_RECORDS}
  --from N     first case; with --records 1 it repeats one case of a seed
  --json       prints the result as one JSON object
Starts an Elasticsearch of its own, unless VISHING_TEST_ES names one.
`;

const readOptions = (
  args: readonly string[]
): (FuzzOptions & { readonly json: boolean }) | 'help' => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: text,
      records: text,
      from: text,
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const seed = wholeNumber('--seed', values.seed) ?? Date.now() % 1_000_000;
  const records = wholeNumber('--records', values.records) ?? DEFAULT_RECORDS;
  if (records < 1) throw usageError('--records needs at least 1.');
  return { seed, records, from: wholeNumber('--from', values.from), json: values.json };
};

const shorten = (text: string): string =>
  text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}... (${text.length} characters)` : text;

const describe = (result: FuzzResult): string[] => {
  const { sent, created, understood, failed, known, dropped, refused, stored, bytes, faults } =
    result;
  const reasons = [...result.reasons].sort(([, a], [, b]) => b - a);
  return [
    `${sent} records (${Math.round(bytes / 1e6)} MB) sent: ${created} created (${understood} understood, ${failed} failed), ${known} known, ${dropped} dropped, ${refused} refused; ${stored} stored.`,
    ...reasons.slice(0, SHOWN_REASONS).map(([reason, count]) => `  ${count} x ${reason}`),
    ...faults
      .slice(0, SHOWN_FAULTS)
      .map(
        ({ seed, number, seedFile, fault, text }) =>
          `FAULT --seed ${seed} --from ${number} --records 1 (${seedFile}): ${fault}\n    ${shorten(text)}`
      ),
    ...(faults.length > SHOWN_FAULTS
      ? [`... and ${faults.length - SHOWN_FAULTS} more faults.`]
      : []),
  ];
};

const toJson = (result: FuzzResult, seconds: number): string =>
  JSON.stringify({
    ...result,
    seconds,
    sound: isSound(result),
    reasons: Object.fromEntries(result.reasons),
    faults: result.faults.map((fault) => ({ ...fault, text: shorten(fault.text) })),
  });

/** @returns the exit status: 1 when a record was lost, or was stored other than it should */
export const fuzzCommand = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  tell(`Seed ${options.seed}.`);
  return withElasticsearch(async (es) => {
    const started = Date.now();
    let told = 0;
    const result = await runFuzz(es, {
      ...options,
      onProgress: ({ sent, faults }) => {
        if (sent - told < 10_000) return;
        told = sent;
        tell(`${sent} records, ${faults.length} faults`);
      },
    });
    const seconds = (Date.now() - started) / 1000;
    for (const line of describe(result)) tell(line);
    if (options.json) process.stdout.write(`${toJson(result, seconds)}\n`);
    await emptyStream(es, FUZZ_STREAM);
    return isSound(result) ? 0 : 1;
  });
};
