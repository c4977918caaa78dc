import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usageError } from '../../standalone/command/command_error';
import { tell } from '../../standalone/command/run_command';
import { reportPage } from '../evaluation/report/report_page';
import { evaluate } from '../evaluation/run/evaluate';
import { wholeNumber } from './whole_number';
import { withElasticsearch } from './with_elasticsearch';

const DELAY_MINUTES = [0, 30, 120];
const DEFAULTS = { seed: 101, people: 1000, days: 30 };

const HELP = `Usage: npm run evaluate -- [--seed N] [--people N] [--days N] [--report FILE] [--json]
Judges the rules on a made-up company with ten attacks, with call records that come at once, after 30 and after 120 minutes.
Runs on an Elasticsearch of its own, unless VISHING_TEST_ES names one. Prints one JSON object; exit status 1 when a goal is missed.
  --seed N       default ${DEFAULTS.seed}; seeds 1 to 10 are for tuning
  --people N     150 to 1000, default ${DEFAULTS.people}
  --days N       5 to 60, default ${DEFAULTS.days}
  --report FILE  where the report page goes, default target/evaluation/seed-N.html
  --json         the JSON object on one line
`;

const within = (name: string, text: string | undefined, [least, most, usual]: number[]): number => {
  const value = wholeNumber(name, text) ?? usual ?? 0;
  if (value < (least ?? 0) || value > (most ?? 0))
    throw usageError(`${name} takes ${least} to ${most}, not ${value}.`);
  return value;
};

/** Evaluates the rules and prints the result. @returns the exit status */
export const evaluateCommand = async (args: readonly string[]): Promise<number> => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { seed: text, people: text, days: text, report: text, json: flag, help: flag },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const options = {
    seed: within('--seed', values.seed, [0, 2 ** 31, DEFAULTS.seed]),
    people: within('--people', values.people, [150, 1000, DEFAULTS.people]),
    days: within('--days', values.days, [5, 60, DEFAULTS.days]),
  };
  const report = resolve(values.report ?? `target/evaluation/seed-${options.seed}.html`);
  return withElasticsearch(async (es) => {
    const result = await evaluate(es, { ...options, delayMinutes: DELAY_MINUTES, tell });
    await mkdir(dirname(report), { recursive: true });
    await writeFile(report, reportPage(result));
    tell(`Report: ${report}`);
    process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
    return Object.values(result.goals).every((kept) => kept) ? 0 : 1;
  });
};
