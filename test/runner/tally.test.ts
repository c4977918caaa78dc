import { addTallies, tallyJestReport } from './tally';

const report = (overrides: object = {}): object => ({
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
  ],
  ...overrides,
});

describe('tallyJestReport', () => {
  it('counts every test once', () => {
    const failing = report({
      numFailedTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
    });
    expect(tallyJestReport(report())).toEqual({ passed: 2, failed: 0 });
    expect(tallyJestReport(failing)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts a file that could not be run as one failure', () => {
    const broken = report({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(tallyJestReport(broken)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts skipped tests as failures', () => {
    expect(tallyJestReport(report({ numPendingTests: 2, numTodoTests: 1 }))).toEqual({
      passed: 2,
      failed: 3,
    });
  });

  it('refuses what is not a report of jest', () => {
    expect(() => tallyJestReport({ passed: 1 })).toThrow();
  });
});

describe('addTallies', () => {
  it('adds passed and failed checks', () => {
    const tallies = [
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ];
    expect(addTallies(tallies)).toEqual({ passed: 3, failed: 3 });
  });
});
