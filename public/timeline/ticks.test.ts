import { createAxis } from './axis';
import { fullView } from './scale';
import { ticksOf } from './ticks';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2025-01-01T14:03:00.000Z');

const scaleOf = (
  startMs: number,
  endMs: number,
  gaps: Array<{ startMs: number; endMs: number }>
) => {
  const axis = { ...createAxis({ startMs, endMs }, []), gaps, gapUnits: MINUTE };
  return { axis, view: fullView(axis), widthPx: 900 };
};

describe('ticks of the axis', () => {
  it('count from the start of the call', () => {
    const scale = scaleOf(START - 15 * MINUTE, START + 30 * MINUTE, []);
    const labels = ticksOf(scale, { kind: 'relative', originMs: START }).map(({ label }) => label);
    expect(labels).toEqual([
      '−15 min',
      '−10 min',
      '−5 min',
      '0 s',
      '+5 min',
      '+10 min',
      '+15 min',
      '+20 min',
      '+25 min',
      '+30 min',
    ]);
  });

  it('stand on round times of the reader’s zone, and name the day at midnight', () => {
    const scale = scaleOf(START, START + 24 * HOUR, []);
    const labels = ticksOf(scale, { kind: 'clock', zone: 'Asia/Kolkata' }).map(
      ({ label }) => label
    );
    expect(labels).toEqual([
      '21:00',
      '2 Jan',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
    ]);
  });

  it('leave gaps alone', () => {
    const gap = { startMs: START + 10 * MINUTE, endMs: START + 10 * HOUR };
    const scale = scaleOf(START, START + 10 * HOUR + 20 * MINUTE, [gap]);
    const labels = ticksOf(scale, { kind: 'relative', originMs: START }).map(({ label }) => label);
    expect(labels).toContain('+5 min');
    expect(labels).toContain('+10 h 5 min');
    expect(labels).not.toContain('+5 h');
  });

  it('keep a distance from each other', () => {
    const px = ticksOf(scaleOf(START, START + 3 * HOUR, []), { kind: 'clock', zone: 'UTC' }).map(
      (tick) => tick.px
    );
    const distances = px.slice(1).map((value, index) => value - (px[index] ?? 0));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(66);
  });
});
