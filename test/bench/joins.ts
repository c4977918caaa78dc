// `npm run joins -- [--seed 1] [--people 5000] [--calls 40000] [--json]`: how often a call finds its person.
import { parseArgs } from 'node:util';
import { CommandError } from '../../standalone/command/command_error';
import { runCommand } from '../../standalone/command/run_command';
import { measureJoins, type JoinReport, type Shares } from './joins/measure';

/** What the product promises of joins (issue 5). */
const BOUNDS = { right: 0.98, wrong: 0.001 } as const;
const CALLS_PER_PERSON = 8;

const percent = (share: number): string => `${(100 * share).toFixed(3)} %`.padStart(10);

const line = (name: string, { calls, ...shares }: Shares): string =>
  [
    name.padEnd(26),
    String(calls).padStart(8),
    percent(shares.right_share),
    percent(shares.wrong_share),
    percent(shares.unresolved_share),
  ].join('  ');

const describe = (report: JoinReport): string =>
  [
    `${'kind of call'.padEnd(26)}     calls       right       wrong  unresolved`,
    ...Object.entries(report.by_kind).map(([kind, shares]) => line(kind, shares)),
    line('all', report),
  ].join('\n');

const numberOf = (name: string, text: string | undefined, fallback: number): number => {
  const value = text === undefined ? fallback : Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new CommandError(`--${name} takes a whole number from 1 on, not "${text ?? ''}".`, 2);
};

const main = (args: string[]): Promise<number> => {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      people: { type: 'string' },
      calls: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const people = numberOf('people', values.people, 5000);
  const seed = numberOf('seed', values.seed, 1);
  const calls = numberOf('calls', values.calls, people * CALLS_PER_PERSON);
  const report = measureJoins({ seed, people, calls });
  process.stdout.write(`${values.json ? JSON.stringify(report, null, 2) : describe(report)}\n`);
  const kept = report.right_share >= BOUNDS.right && report.wrong_share < BOUNDS.wrong;
  return Promise.resolve(kept ? 0 : 1);
};

void runCommand(() => main(process.argv.slice(2)));
