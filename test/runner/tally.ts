import { z } from 'zod';

/** How many checks passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const addTallies = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
});

/** The part of jest's `--json` report that is counted. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(), // passed | failed
      assertionResults: z.array(z.object({ status: z.string() })), // passed | failed | pending | todo ...
    })
  ),
});

/**
 * Counts jest's report, one for each test. A file that could not be run at all counts as one failure, and so does a test
 * that was skipped: a check that did not take place has not passed.
 * @throws ZodError when this is not a report of jest
 */
export const tallyJestReport = (report: unknown): Tally => {
  const parsed = reportSchema.parse(report);
  const brokenFiles = parsed.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
  );
  const notRun = parsed.numPendingTests + parsed.numTodoTests;
  return {
    passed: parsed.numPassedTests,
    failed: parsed.numFailedTests + notRun + brokenFiles.length,
  };
};
