import { chanceOf, windowSecondsOf } from './chance';

/** Rows of the table of coincidences: calls a day, minutes, share in percent. */
it.each([
  [0.5, 10, 1.0],
  [1, 30, 6.1],
  [5, 15, 14.5],
  [10, 60, 71.3],
  [40, 10, 56.5],
])('%s calls a day and a window of %s minutes give %s percent', (calls, minutes, percent) => {
  const chance = chanceOf({ events: 100, calls, callers: 1, days: 1, windowSeconds: minutes * 60 });
  expect(((chance?.share ?? 0) * 100).toFixed(1)).toBe(percent.toFixed(1));
  expect(chance?.alerts).toBeCloseTo((chance?.share ?? 0) * 100, 5);
});

it('spreads the calls over the people and the days', () => {
  const chance = chanceOf({ events: 1, calls: 60, callers: 6, days: 10, windowSeconds: 1800 });
  expect(chance?.callsPerDay).toBe(1);
});

it('says nothing without people, days or a window', () => {
  const input = { events: 1, calls: 1, callers: 1, days: 1, windowSeconds: 60 };
  expect(chanceOf({ ...input, callers: 0 })).toBeUndefined();
  expect(chanceOf({ ...input, days: 0 })).toBeUndefined();
  expect(chanceOf({ ...input, windowSeconds: 0 })).toBeUndefined();
});

it('adds up the windows before and after the call', () => {
  const window = (id: string, value: string) => ({
    ...{ id, det0245: 'TimeWindow' as const, type: 'duration' as const, help: 'How long it is.' },
    ...{ default: value, min: '0m', max: '4h' },
  });
  const parameters = [window('after', '30m'), window('before', '10m')];
  expect(windowSecondsOf(parameters, { after: '1h' })).toBe(4200);
});
