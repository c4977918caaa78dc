import { timeFactor } from './time_factor';

const MINUTE = 60;
const talkSeconds = 10 * MINUTE;

describe('timeFactor', () => {
  it.each([
    ['30 minutes before the call', -30],
    ['during the call', 4],
    ['15 minutes after its end', 25],
  ])('counts an event in full %s', (_name, minutes) => {
    expect(timeFactor('endpoint', { gapSeconds: minutes * MINUTE, talkSeconds })).toBe(1);
  });

  it.each([
    ['endpoint', 10 + 15 + 60],
    ['identity', 10 + 15 + 240],
    ['mail', 10 + 15 + 1440],
    ['mail', -(30 + 120)],
  ] as const)('leaves a third of an event of lane %s after %d minutes', (lane, minutes) => {
    expect(timeFactor(lane, { gapSeconds: minutes * MINUTE, talkSeconds })).toBeCloseTo(
      Math.exp(-1)
    );
  });
});
