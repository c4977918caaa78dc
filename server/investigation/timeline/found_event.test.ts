import fc from 'fast-check';
import { collapseRuns, RUN_GAP_MS, RUN_MINIMUM, type FoundEvent } from './found_event';

const at = (time: number): FoundEvent => ({
  time,
  end: time,
  id: `e${time}`,
  index: 'i',
  fields: {},
});

describe('collapseRuns', () => {
  it('draws a burst as one run from its first to its last event', () => {
    const events = Array.from({ length: 100 }, (_, n) => at(n * 1000));
    expect(collapseRuns(events)).toEqual([{ first: at(0), last: at(99_000), count: 100 }]);
  });

  it('leaves a few events single', () => {
    expect(collapseRuns([at(0), at(1), at(2)]).map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  it('starts a new run after a pause', () => {
    const burst = (start: number): FoundEvent[] =>
      Array.from({ length: RUN_MINIMUM }, (_, n) => at(start + n));
    const runs = collapseRuns([...burst(0), ...burst(RUN_GAP_MS + RUN_MINIMUM)]);
    expect(runs.map(({ count }) => count)).toEqual([RUN_MINIMUM, RUN_MINIMUM]);
  });

  it('keeps every event in exactly one run, whatever the times', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 * RUN_GAP_MS })), (times) => {
        const events = [...times].sort((a, b) => a - b).map(at);
        const total = collapseRuns(events).reduce((sum, { count }) => sum + count, 0);
        expect(total).toBe(events.length);
      })
    );
  });
});
