import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endRunningTools, runTool, type ToolRun } from './runner/run_tool';
import { addTallies, tallyJestReport, type Tally } from './runner/tally';

/**
 * Jest projects that take minutes, by what they wait for; all others run first, so that simple mistakes show early.
 * Each leaves one of two cores idle for half of the time, and they share nothing: they run side by side.
 */
const BROWSER_PROJECTS = ['ui'];
const ELASTICSEARCH_PROJECTS = ['integration', 'stack'];

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const outcome = ({ exitCode, timedOut }: ToolRun, timeLimitMinutes: number): string => {
  if (timedOut) return `was ended after ${timeLimitMinutes} minutes`;
  if (exitCode === undefined) return 'was ended from outside';
  return exitCode === 0 ? 'passed' : `failed with exit code ${exitCode}`;
};

/** A tool that passes or fails as a whole counts as one check. */
const checkWith = async (name: string, script: string, args: readonly string[]): Promise<Tally> => {
  const timeLimitMinutes = 5;
  say(`--- ${name} ...`);
  const run = await runTool(script, { args, timeLimitMinutes });
  say(`--- ${name} ${outcome(run, timeLimitMinutes)}`);
  return run.exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

interface JestGroup {
  readonly name: string;
  readonly args: readonly string[];
  readonly timeLimitMinutes: number;
}

/** Runs some of the jest projects; a run that left no report counts as one failure. */
const runJest = async (reportDir: string, group: JestGroup): Promise<Tally> => {
  const { name, timeLimitMinutes } = group;
  const report = join(reportDir, `${name.replaceAll(' ', '-')}.json`);
  say(`--- ${name} ...`);
  const run = await runTool('jest/bin/jest.js', {
    args: ['--ci', '--json', `--outputFile=${report}`, ...group.args],
    timeLimitMinutes,
  });
  say(`--- ${name} ${outcome(run, timeLimitMinutes)}`);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const tally = tallyJestReport(JSON.parse(readFileSync(report, 'utf8')));
  // Jest can fail without a failed test, such as in its teardown.
  return run.exitCode === 0 || tally.failed > 0
    ? tally
    : addTallies([tally, { passed: 0, failed: 1 }]);
};

const runAll = async (reportDir: string): Promise<Tally> => {
  const [types, lint] = await Promise.all([
    checkWith('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']),
    checkWith('lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']),
  ]);
  const quick = await runJest(reportDir, {
    name: 'tests of the logic',
    args: ['--ignoreProjects', ...BROWSER_PROJECTS, ...ELASTICSEARCH_PROJECTS],
    timeLimitMinutes: 8,
  });
  const slow = await Promise.all([
    runJest(reportDir, {
      name: 'tests in a browser',
      args: ['--runInBand', '--selectProjects', ...BROWSER_PROJECTS],
      timeLimitMinutes: 22,
    }),
    runJest(reportDir, {
      name: 'tests with Elasticsearch',
      args: ['--runInBand', '--selectProjects', ...ELASTICSEARCH_PROJECTS],
      timeLimitMinutes: 22,
    }),
  ]);
  const tests = addTallies([quick, ...slow]);
  if (tests.passed + tests.failed === 0) {
    say('No test was run.');
    return addTallies([types, lint, { passed: 0, failed: 1 }]);
  }
  return addTallies([types, lint, tests]);
};

const main = async (): Promise<number> => {
  const reportDir = mkdtempSync(join(tmpdir(), 'vishing-test-'));
  try {
    const { passed, failed } = await runAll(reportDir);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(reportDir, { recursive: true, force: true });
  }
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endRunningTools();
    process.exit(1);
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.stdout.write('0 passed, 1 failed\n');
    process.exitCode = 1;
  }
);
