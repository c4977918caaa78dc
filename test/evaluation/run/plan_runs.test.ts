import { loadShippedRules, toStoredRule } from './stored_rules';
import { nextRun, planRuns, type Due } from './plan_runs';
import { HOUR_MS, MINUTE_MS } from '../../../standalone/generator/local_time';

const rule = (() => {
  const [compiled] = loadShippedRules('plan').rules.filter(
    ({ name }) => name === 'External call, then a remote access tool started'
  );
  if (compiled === undefined) throw new Error('The rule is gone.');
  return toStoredRule(compiled, 'plan');
})();

const NOON_MS = Date.parse('2026-10-05T12:00:00.000Z');
const due = (minutes: number, eventId = `event ${minutes}`, ageMinutes = 1): Due => ({
  eventId,
  callId: 'call',
  timeMs: NOON_MS + (minutes - ageMinutes) * MINUTE_MS,
  dueMs: NOON_MS + minutes * MINUTE_MS,
});

describe('the runs of a rule in the simulated time', () => {
  it('neighbouring times become one run, whose alerts get their own times', () => {
    const dues = [due(0), due(7), due(40)];
    const runs = planRuns(rule, dues);
    expect(runs).toHaveLength(1);
    expect([...(runs[0]?.ticks ?? [])]).toEqual(
      dues.map(({ eventId, dueMs }) => [eventId, nextRun(rule, dueMs)])
    );
    expect(runs[0]?.atMs).toBe(nextRun(rule, dues[2]?.dueMs ?? 0));
  });

  it('a run ends before an event would leave its look-back of four hours', () => {
    const runs = planRuns(rule, [due(0, 'old', 225), due(10, 'old too', 225), due(30)]);
    expect(runs.map(({ ticks }) => [...ticks.keys()])).toEqual([['old', 'old too'], ['event 30']]);
  });

  it('an event that comes again with another call is left to a run of its own', () => {
    const runs = planRuns(rule, [due(0, 'twice'), due(20, 'twice')]);
    expect(runs).toHaveLength(2);
  });

  it('hours apart are runs apart', () => {
    expect(planRuns(rule, [due(0), due(180)])).toHaveLength(2);
  });

  it('what is counted has a run for each time of the schedule', () => {
    const counted = [0, 1, 20].map((minutes) => ({ dueMs: NOON_MS + minutes * MINUTE_MS }));
    const ticks = new Set(counted.map(({ dueMs }) => nextRun(rule, dueMs)));
    expect(planRuns(rule, counted)).toHaveLength(ticks.size);
  });

  it('a run never comes before what it finds', () => {
    for (let minutes = 0; minutes < 60; minutes += 1) {
      const dueMs = NOON_MS + minutes * MINUTE_MS;
      expect(nextRun(rule, dueMs)).toBeGreaterThanOrEqual(dueMs);
      expect(nextRun(rule, dueMs)).toBeLessThan(dueMs + HOUR_MS);
    }
  });
});
