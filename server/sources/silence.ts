const HOUR_MS = 3_600_000;
/** With less history nobody can say what is usual. */
const MIN_HISTORY_HOURS = 72;
/** A pause that is this much longer than the longest before is no longer usual. */
const FACTOR = 1.5;

export interface Silence {
  /** Whole hours since the last record. */
  readonly hours: number;
  /** The longest pause before, in hours. */
  readonly longest_before: number;
}

/**
 * Says whether a source has stopped: its present pause is clearly longer than every pause it made before, nights and weekends
 * included.
 * @param hoursWithRecords starts (ms) of the hours in which records came, in order; ideally two weeks of them
 */
export const silenceOf = (
  hoursWithRecords: readonly number[],
  nowMs: number
): Silence | undefined => {
  const [first] = hoursWithRecords;
  const last = hoursWithRecords.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (last - first < MIN_HISTORY_HOURS * HOUR_MS) return undefined;
  let longestMs = HOUR_MS;
  hoursWithRecords.forEach((hour, index) => {
    const before = hoursWithRecords[index - 1];
    if (before !== undefined) longestMs = Math.max(longestMs, hour - before);
  });
  const pauseMs = nowMs - (last + HOUR_MS);
  if (pauseMs <= longestMs * FACTOR) return undefined;
  return { hours: Math.floor(pauseMs / HOUR_MS), longest_before: Math.round(longestMs / HOUR_MS) };
};
