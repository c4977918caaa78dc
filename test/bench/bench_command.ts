import type { Client } from '@elastic/elasticsearch';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { usageError } from '../../standalone/command/command_error';
import { tell } from '../../standalone/command/run_command';
import { BENCH_STREAM } from './bench_stream';
import { emptyStream } from './empty_stream';
import { measurePipelines } from './measure_pipelines';
import { measureRebuild, measureResolver } from './measure_resolver';
import { measureBacktest } from './rules/measure_backtest';
import { measureRules } from './rules/measure_rules';
import { wholeNumber } from './whole_number';
import { withElasticsearch } from './with_elasticsearch';

const PARTS = ['pipelines', 'resolver', 'rebuild', 'rules', 'backtest'] as const;
/** What is measured when nothing is named; rules and back-test need the most data, so they are asked for. */
const USUAL_PARTS: readonly Part[] = ['pipelines', 'resolver', 'rebuild'];
type Part = (typeof PARTS)[number];

const DEFAULT_RECORDS = 7_000;
const DEFAULT_CALLS = 200_000;
const DEFAULT_REBUILT_CALLS = 1_000_000;
const DEFAULT_EVENTS = 10_000_000;

const HELP = `Usage: npm run bench -- [--only ${PARTS.join('|')}] [--records N] [--calls N] [--events N]
Measures on an Elasticsearch of its own, unless VISHING_TEST_ES names one, whose calls it then deletes. Prints one JSON object.
  --only PART   one part: what the pipelines cost a record, how many calls the resolver makes a second, how long a rebuild takes,
                and only when named: what all rules cost over calls and events, and how long the back-test of 30 days takes
  --records N   records for each source, default ${DEFAULT_RECORDS}
  --calls N     calls for resolver and rebuild, default ${DEFAULT_CALLS} and ${DEFAULT_REBUILT_CALLS}; for rules and backtest
                ${DEFAULT_REBUILT_CALLS}
  --events N    events for rules and backtest, default ${DEFAULT_EVENTS}
  --json        the JSON object on one line
`;

interface BenchOptions {
  readonly parts: readonly Part[];
  readonly records: number;
  readonly calls?: number;
  readonly events?: number;
  readonly json: boolean;
}

const readOptions = (args: readonly string[]): BenchOptions | 'help' => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { only: text, records: text, calls: text, events: text, json: flag, help: flag },
  });
  if (values.help) return 'help';
  const parts =
    values.only === undefined ? USUAL_PARTS : PARTS.filter((part) => part === values.only);
  if (parts.length === 0)
    throw usageError(`--only takes ${PARTS.join(', ')}, not "${values.only}".`);
  return {
    parts,
    records: Math.max(1, wholeNumber('--records', values.records) ?? DEFAULT_RECORDS),
    calls: wholeNumber('--calls', values.calls),
    events: wholeNumber('--events', values.events),
    json: values.json,
  };
};

const measurePart = (
  es: Client,
  part: Part,
  { records, calls, events }: BenchOptions
): Promise<unknown> => {
  const ruleData = { calls: calls ?? DEFAULT_REBUILT_CALLS, events: events ?? DEFAULT_EVENTS };
  switch (part) {
    case 'pipelines':
      return measurePipelines(es, records, (speed) => tell(JSON.stringify(speed)));
    case 'resolver':
      return measureResolver(es, calls ?? DEFAULT_CALLS);
    case 'rebuild':
      return measureRebuild(es, calls ?? DEFAULT_REBUILT_CALLS);
    case 'rules':
      return measureRules(es, ruleData);
    case 'backtest':
      return measureBacktest(es, ruleData);
  }
};

/** Measures what was asked for and prints the result. @returns the exit status */
export const benchCommand = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  return withElasticsearch(async (es) => {
    const measured: Record<string, unknown> = {};
    for (const part of options.parts) {
      tell(`Measuring: ${part}`);
      measured[part] = await measurePart(es, part, options);
      tell(JSON.stringify(measured[part]));
    }
    await emptyStream(es, BENCH_STREAM);
    const machine = { cpus: cpus().length, load_average: loadavg()[0], node: process.version };
    process.stdout.write(
      `${JSON.stringify({ machine, ...measured }, null, options.json ? 0 : 2)}\n`
    );
    return 0;
  });
};
