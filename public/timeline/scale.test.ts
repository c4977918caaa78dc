import fc from 'fast-check';
import { createAxis } from './axis';
import {
  clampView,
  fullView,
  instantAt,
  panView,
  revealInstant,
  toPixels,
  zoomView,
  type Scale,
} from './scale';

const HOUR = 3_600_000;
const axis = createAxis({ startMs: 0, endMs: 24 * HOUR }, [
  { startMs: HOUR, endMs: HOUR },
  { startMs: 20 * HOUR, endMs: 21 * HOUR },
]);
const FULL: Scale = { axis, view: fullView(axis), widthPx: 1000 };

describe('the scale', () => {
  it('spans the whole range when it is fitted', () => {
    expect([toPixels(FULL, 0), toPixels(FULL, 24 * HOUR)]).toEqual([0, 1000]);
  });

  it('finds the instant under a pixel', () => {
    const instant = fc.integer({ min: 0, max: 24 * HOUR });
    fc.assert(
      fc.property(instant, (instantMs) => {
        expect(instantAt(FULL, toPixels(FULL, instantMs))).toBeCloseTo(instantMs, 1);
      })
    );
  });

  it('keeps the instant under the pointer when it zooms in', () => {
    const px = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(px, fc.double({ min: 0.1, max: 1, noNaN: true }), (pointer, factor) => {
        const zoomed = { ...FULL, view: zoomView(FULL, factor, pointer) };
        expect(toPixels(zoomed, instantAt(FULL, pointer))).toBeCloseTo(pointer, 3);
      })
    );
  });

  it('never leaves the axis, however it is zoomed and moved', () => {
    const step = fc.tuple(
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: -3000, max: 3000 })
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const view = steps.reduce((current, [factor, px, shift]) => {
          const zoomed = { ...FULL, view: zoomView({ ...FULL, view: current }, factor, px) };
          return panView(zoomed, shift);
        }, FULL.view);
        expect(view.from).toBeGreaterThanOrEqual(0);
        expect(view.to).toBeLessThanOrEqual(FULL.view.to + 0.001);
        expect(view.to - view.from).toBeGreaterThanOrEqual(499);
      })
    );
  });

  it('shows half a second at the least', () => {
    expect(clampView(axis, { from: 100, to: 101 })).toEqual({ from: 100, to: 600 });
  });

  it('moves just enough to show an instant that is out of sight', () => {
    const scale = { ...FULL, view: { from: 0, to: 1000 } };
    expect(revealInstant(scale, 500)).toBe(scale.view);
    expect(revealInstant(scale, 2000)).toEqual({ from: 1100, to: 2100 });
  });
});
