import fc from 'fast-check';
import { buildTimelineEvent, CALL_START_MS } from '../../test/builders/timeline';
import { createAxis } from './axis';
import { layoutTimeline, type LaneLayout } from './layout';
import type { Mark } from './marks';
import { filterItems, LANES, markLabel, toItems } from './model';
import { fullView } from './scale';

const MINUTE = 60_000;
const RANGE = { startMs: CALL_START_MS - 15 * MINUTE, endMs: CALL_START_MS + 45 * MINUTE };
const axis = createAxis(RANGE, []);
const scale = { axis, view: fullView(axis), widthPx: 1200 };

const call = buildTimelineEvent({
  id: 'call',
  lane: 'calls',
  role: 'call',
  offset_ms: 0,
  end: new Date(CALL_START_MS + 18 * MINUTE).toISOString(),
  label: 'Call',
});
const laneOf = (events: Parameters<typeof toItems>[0], lane = 'endpoint'): LaneLayout => {
  const found = layoutTimeline(toItems(events), scale).lanes.find((laid) => laid.lane === lane);
  if (!found) throw new Error(`No lane ${lane}`);
  return found;
};

/** Of a font that is as wide as thought. */
const stretchOf = ({ text, px, anchor }: NonNullable<Mark['label']>) => {
  const width = text.length * 6;
  return anchor === 'start' ? { from: px, to: px + width } : { from: px - width, to: px };
};

describe('the layout', () => {
  it('has every lane, one below the other, also without events', () => {
    const { lanes, heightPx } = layoutTimeline([], scale);
    expect(lanes.map(({ lane }) => lane)).toEqual(LANES);
    expect(lanes.map(({ topPx }) => topPx)).toEqual([0, 36, 72, 108, 144, 180, 216]);
    expect(heightPx).toBe(252);
  });

  it('draws the call as a bar from its start to its end', () => {
    const [mark] = laneOf([call], 'calls').marks;
    expect(mark).toMatchObject({ px: 300, widthPx: 360, row: 0 });
  });

  it('puts labels that would overlap into other rows', () => {
    const events = [0, 1, 2].map((index) =>
      buildTimelineEvent({ role: 'evidence', id: `e${index}`, offset_ms: index * 1000 })
    );
    expect(laneOf(events).marks.map(({ row }) => row)).toEqual([0, 1, 2]);
  });

  it('leaves labels out rather than growing without end', () => {
    const events = Array.from({ length: 50 }, (_, index) =>
      buildTimelineEvent({ role: 'evidence', id: `e${index}`, offset_ms: index * 100 })
    );
    const lane = laneOf(events);
    expect(lane.heightPx).toBeLessThanOrEqual(108);
    expect(lane.marks).toHaveLength(50);
  });

  it('writes a label before its mark at the right edge', () => {
    const [mark] = laneOf([buildTimelineEvent({ offset_ms: 44 * MINUTE })]).marks;
    expect(mark?.label?.px).toBeLessThan(mark?.px ?? 0);
    // Its end stays where it is, however wide the font.
    expect(mark?.label?.anchor).toBe('end');
  });

  it('never lets two labels of one row overlap', () => {
    const offsets = fc.array(fc.integer({ min: -15 * MINUTE, max: 45 * MINUTE }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(offsets, (all) => {
        const events = all.map((offset_ms, index) =>
          buildTimelineEvent({
            id: `e${index}`,
            offset_ms,
            role: index % 3 ? 'context' : 'evidence',
          })
        );
        const labels = laneOf(events).marks.flatMap(({ row, label }) =>
          label ? [{ row, ...stretchOf(label) }] : []
        );
        for (const [index, a] of labels.entries()) {
          const clash = labels
            .slice(index + 1)
            .find((b) => a.row === b.row && a.from < b.to && b.from < a.to);
          expect(clash).toBeUndefined();
        }
      })
    );
  });

  it('draws more than 2,000 context marks as columns and keeps the evidence single', () => {
    const flood = Array.from({ length: 2500 }, (_, index) =>
      buildTimelineEvent({ id: `m${index}`, offset_ms: index * 100 })
    );
    const lane = laneOf([...flood, buildTimelineEvent({ id: 'x', role: 'evidence' })]);
    expect(lane.marks.map(({ item }) => item.event.id)).toEqual(['x']);
    expect(lane.columns.reduce((sum, { count }) => sum + count, 0)).toBe(2500);
  });

  it('draws only what is in sight', () => {
    const zoomed = { ...scale, view: { from: 0, to: 5 * MINUTE } };
    const { lanes } = layoutTimeline(toItems([buildTimelineEvent()]), zoomed);
    expect(lanes.flatMap(({ marks }) => marks)).toEqual([]);
  });
});

describe('items of the timeline', () => {
  it('stand in time order and have an end that is not before the start', () => {
    const items = toItems([
      buildTimelineEvent({ offset_ms: 5000, end: new Date(CALL_START_MS).toISOString() }),
      call,
    ]);
    expect(items.map(({ event, startMs, endMs }) => [event.id, endMs - startMs])).toEqual([
      ['call', 18 * MINUTE],
      ['event-5000', 0],
    ]);
  });

  it('are filtered by role and by a facet, and the call always stays', () => {
    const items = toItems([
      call,
      buildTimelineEvent({ id: 'a', role: 'evidence', facets: { host: 'ws-114' } }),
      buildTimelineEvent({ id: 'b', role: 'context', facets: { host: 'ws-114' } }),
      buildTimelineEvent({ id: 'c', role: 'evidence', facets: { host: 'ws-7' } }),
    ]);
    const ids = (filter: Parameters<typeof filterItems>[1]): string[] =>
      filterItems(items, filter).map(({ event }) => event.id);
    expect(ids({ onlyEvidence: false, facet: '' })).toEqual(['call', 'a', 'b', 'c']);
    expect(ids({ onlyEvidence: true, facet: '' })).toEqual(['call', 'a', 'c']);
    expect(ids({ onlyEvidence: true, facet: 'host:ws-114' })).toEqual(['call', 'a']);
  });

  it('carry their offset when they are evidence, and their count when they stand for many', () => {
    const [evidence] = toItems([
      buildTimelineEvent({
        role: 'evidence',
        label: 'Mails',
        count: 2841,
        offset_ms: -40 * MINUTE,
      }),
    ]);
    expect(evidence && markLabel(evidence)).toBe('−40 min Mails × 2,841');
  });
});
