const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The two units that a person reads at each size; the smaller one is left out when it is zero. */
const SIZES = [
  { fromMs: DAY_MS, bigMs: DAY_MS, big: 'd', smallMs: HOUR_MS, small: 'h' },
  { fromMs: HOUR_MS, bigMs: HOUR_MS, big: 'h', smallMs: MINUTE_MS, small: 'min' },
  { fromMs: MINUTE_MS, bigMs: MINUTE_MS, big: 'min', smallMs: SECOND_MS, small: 's' },
] as const;

/** A length of time in words, such as `4 min 12 s`, `2 h 5 min`, `3 d`. The sign is ignored. */
export const formatDuration = (durationMs: number): string => {
  const seconds = Math.round(Math.abs(durationMs) / SECOND_MS);
  const wholeMs = seconds * SECOND_MS;
  const size = SIZES.find(({ fromMs }) => wholeMs >= fromMs);
  if (!size) return `${seconds} s`;
  const big = Math.floor(wholeMs / size.bigMs);
  const small = Math.floor((wholeMs % size.bigMs) / size.smallMs);
  return small === 0 ? `${big} ${size.big}` : `${big} ${size.big} ${small} ${size.small}`;
};

/** A distance from the start of the call with its sign: `+4 min 12 s`, `−30 s`, `0 s`. */
export const formatOffset = (offsetMs: number): string => {
  const text = formatDuration(offsetMs);
  if (Math.abs(offsetMs) < SECOND_MS / 2) return text;
  return offsetMs > 0 ? `+${text}` : `−${text}`;
};

/** The same as a phrase: `4 min 12 s after the call began`. */
export const describeOffset = (offsetMs: number): string => {
  if (Math.abs(offsetMs) < SECOND_MS / 2) return 'when the call began';
  const text = formatDuration(offsetMs);
  return offsetMs > 0 ? `${text} after the call began` : `${text} before the call began`;
};

/** How long ago, in one unit: `just now`, `5 min ago`, `2 h ago`, `3 d ago`; `in 2 h` for the future. */
export const formatAgo = (instantMs: number, nowMs: number): string => {
  const distanceMs = Math.abs(nowMs - instantMs);
  if (distanceMs < MINUTE_MS) return 'just now';
  const size = SIZES.find(({ fromMs }) => distanceMs >= fromMs) ?? SIZES[2];
  const text = `${Math.floor(distanceMs / size.bigMs)} ${size.big}`;
  return instantMs > nowMs ? `in ${text}` : `${text} ago`;
};
