import { measureJoins } from './joins/measure';

describe('the joins of a made-up company', () => {
  it.each([7, 2025])(
    'find the right person for 98 %% of calls, and a wrong one for less than 0.1 %% (seed %d)',
    (seed) => {
      const report = measureJoins({ seed, people: 1500, calls: 12_000 });
      expect(report.right_share).toBeGreaterThanOrEqual(0.98);
      expect(report.wrong_share).toBeLessThan(0.001);
    }
  );

  it('are the same for the same seed', () => {
    const options = { seed: 3, people: 100, calls: 200 };
    expect(measureJoins(options)).toEqual(measureJoins(options));
  });
});
