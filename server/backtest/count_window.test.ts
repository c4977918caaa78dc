import { countWindows, type CountedEvent } from './count_window';

const MINUTE_MS = 60_000;
const at = (...minutes: number[]): CountedEvent[] =>
  minutes.map((minute) => ({ atMs: minute * MINUTE_MS, value: `sender ${minute}` }));
const RULE = { windowMs: 60 * MINUTE_MS, intervalMs: 5 * MINUTE_MS, events: 3 };

const found = (events: readonly CountedEvent[], rule = RULE) =>
  countWindows(events, rule).map(({ runMs, firstMs, lastMs, count }) =>
    [runMs, firstMs, lastMs].map((ms) => ms / MINUTE_MS).concat(count)
  );

describe('countWindows', () => {
  it.each([
    ['too few events', at(1, 2), []],
    ['enough events in one window', at(1, 2, 3), [[5, 1, 3, 3]]],
    ['events further apart than the window', at(1, 40, 80), []],
    ['events that fill the window only in a later run', at(1, 20, 50), [[50, 1, 50, 3]]],
    ['all events of the run that finds them', at(1, 2, 3, 4, 7), [[5, 1, 4, 4]]],
    [
      'a second alert only after as many new events',
      at(1, 2, 3, 11, 12, 21),
      [
        [5, 1, 3, 3],
        [25, 11, 21, 3],
      ],
    ],
    ['an event exactly at the edge of the window', at(5, 10, 65), [[65, 5, 65, 3]]],
  ])('finds %s', (_what, events, expected) => {
    expect(found(events)).toEqual(expected);
  });

  it('asks for different values where the rule does', () => {
    const same = at(1, 2, 3).map(({ atMs }) => ({ atMs, value: 'one' }));
    expect(countWindows(same, { ...RULE, different: 2 })).toEqual([]);
    expect(countWindows(at(1, 2, 3), { ...RULE, different: 2 })).toEqual([
      expect.objectContaining({ different: 3 }),
    ]);
  });

  it('forgets the values of events that left the window', () => {
    const events = [...at(1, 2), ...at(70, 71, 72).map(({ atMs }) => ({ atMs, value: 'one' }))];
    expect(countWindows(events, { ...RULE, different: 2 })).toEqual([]);
  });
});
