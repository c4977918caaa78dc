import type { AbsoluteRange } from '../../shared/url/time_range';

const DAY_MS = 86_400_000;

/** Days of one part after the first: longer ones make fewer requests, and each reads its calls anew. */
const partDays = (rangeMs: number): number => {
  const days = rangeMs / DAY_MS;
  if (days <= 8) return 1;
  return days <= 31 ? 3 : 7;
};

/**
 * Cuts a range into the parts that are asked for, newest first; the first one is a day at most, so that something is shown
 * soon. Their edges do not depend on the range, so that a part asked for before is known when the range moves.
 */
export const partsOf = ({ from, to }: AbsoluteRange): AbsoluteRange[] => {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  const lengthMs = partDays(toMs - fromMs) * DAY_MS;
  const parts: AbsoluteRange[] = [];
  for (let endMs = toMs; endMs > fromMs;) {
    const stepMs = endMs === toMs ? DAY_MS : lengthMs;
    const startMs = Math.max(fromMs, Math.floor((endMs - 1) / stepMs) * stepMs);
    parts.push({ from: new Date(startMs).toISOString(), to: new Date(endMs).toISOString() });
    endMs = startMs;
  }
  return parts;
};
