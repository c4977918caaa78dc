import fc from 'fast-check';
import { axisUnits, createAxis, toInstant, toUnits } from './axis';

const HOUR = 3_600_000;
const DAY = { startMs: 0, endMs: 24 * HOUR };
const at = (ms: number) => ({ startMs: ms, endMs: ms });

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 24 * HOUR }), fc.integer({ min: 0, max: 2 * HOUR }))
    .map(([startMs, length]) => ({ startMs, endMs: startMs + length })),
  { maxLength: 30 }
);

describe('the time axis', () => {
  it('squeezes a long empty stretch and keeps a short one', () => {
    const axis = createAxis(DAY, [at(HOUR), at(2 * HOUR), at(20 * HOUR), at(23 * HOUR)]);
    expect(axis.gaps).toHaveLength(1);
    expect(axis.gaps[0]?.startMs).toBeGreaterThan(2 * HOUR);
    expect(axis.gaps[0]?.endMs).toBeLessThan(20 * HOUR);
  });

  it('never squeezes time in which something lasts', () => {
    const axis = createAxis(DAY, [{ startMs: HOUR, endMs: 23 * HOUR }]);
    expect(axis.gaps).toEqual([]);
  });

  it('squeezes nothing when there is nothing to see', () => {
    expect(createAxis(DAY, []).gaps).toEqual([]);
  });

  it('squeezes the empty ends of a range', () => {
    expect(createAxis(DAY, [at(12 * HOUR)]).gaps).toHaveLength(2);
  });

  it('finds its way back from units to instants', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: -HOUR, max: 25 * HOUR }), (events, instantMs) => {
        const axis = createAxis(DAY, events);
        expect(toInstant(axis, toUnits(axis, instantMs))).toBeCloseTo(instantMs, 2);
      })
    );
  });

  it('keeps the order of instants', () => {
    const instant = fc.integer({ min: 0, max: 24 * HOUR });
    fc.assert(
      fc.property(spans, instant, instant, (events, a, b) => {
        fc.pre(a < b);
        const axis = createAxis(DAY, events);
        expect(toUnits(axis, a)).toBeLessThan(toUnits(axis, b));
      })
    );
  });

  it('is never longer than the range itself', () => {
    fc.assert(
      fc.property(spans, (events) => {
        expect(axisUnits(createAxis(DAY, events))).toBeLessThanOrEqual(24 * HOUR + 1);
      })
    );
  });
});
