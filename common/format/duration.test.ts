import { formatDuration, formatOffset } from './duration';

it.each([
  [0, '0 s'],
  [38, '38 s'],
  [59.6, '1 min'],
  [252, '4 min 12 s'],
  [1084, '18 min 04 s'],
  [7500, '2 h 05 min'],
  [3600, '1 h'],
  [273_600, '3 d 04 h'],
  [-90, '1 min 30 s'],
])('%d seconds read as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

it.each([
  [252_000, '4 min 12 s after the call began'],
  [-2_400_000, '40 min before the call'],
  [400, 'as the call began'],
])('an offset of %d ms reads as %s', (offsetMs, text) => {
  expect(formatOffset(offsetMs)).toBe(text);
});
