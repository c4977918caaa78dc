import fc from 'fast-check';
import { buildTimelineEvent, CALL_START_MS } from '../../test/builders/timeline';
import { createAxis } from './axis';
import { binItems, columnShare, COLUMN_PX } from './binning';
import { toItems } from './model';
import { fullView } from './scale';

const HOUR = 3_600_000;
const axis = createAxis({ startMs: CALL_START_MS, endMs: CALL_START_MS + HOUR }, []);
const scale = { axis, view: fullView(axis), widthPx: 600 };

describe('binning', () => {
  it('loses no event that is in sight', () => {
    const offsets = fc.array(fc.integer({ min: 0, max: HOUR }), { maxLength: 300 });
    fc.assert(
      fc.property(offsets, (all) => {
        const items = toItems(all.map((offset_ms) => buildTimelineEvent({ offset_ms })));
        const columns = binItems(items, scale);
        expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      })
    );
  });

  it('counts a mark that stands for many as many', () => {
    const items = toItems([buildTimelineEvent({ count: 2841 }), buildTimelineEvent()]);
    expect(binItems(items, scale)).toMatchObject([{ count: 2842 }]);
  });

  it('leaves out what is out of sight', () => {
    const items = toItems([-1, HOUR + 1].map((offset_ms) => buildTimelineEvent({ offset_ms })));
    expect(binItems(items, scale)).toEqual([]);
  });

  it('puts columns side by side from left to right', () => {
    const items = toItems([HOUR, 0, 70_000].map((offset_ms) => buildTimelineEvent({ offset_ms })));
    expect(binItems(items, scale).map(({ px }) => px / COLUMN_PX)).toEqual([0, 1, 99]);
  });

  it('keeps a single event visible beside thousands', () => {
    expect(columnShare(1, 100_000)).toBe(0.15);
    expect(columnShare(100_000, 100_000)).toBe(1);
  });
});
