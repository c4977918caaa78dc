const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** `[larger unit, smaller unit]` of the two parts that are shown; the smaller one has two digits. */
const split = (seconds: number): readonly [number, string, number, string] => {
  if (seconds >= DAY)
    return [Math.floor(seconds / DAY), 'd', Math.floor((seconds % DAY) / HOUR), 'h'];
  if (seconds >= HOUR)
    return [Math.floor(seconds / HOUR), 'h', Math.floor((seconds % HOUR) / MINUTE), 'min'];
  return [Math.floor(seconds / MINUTE), 'min', seconds % MINUTE, 's'];
};

/**
 * A length of time in the two largest units that matter: `38 s`, `4 min 12 s`, `18 min 04 s`, `2 h 05 min`, `3 d 04 h`.
 * @param seconds rounded to whole seconds; the sign is dropped
 */
export const formatDuration = (seconds: number): string => {
  const whole = Math.round(Math.abs(seconds));
  if (whole < MINUTE) return `${whole} s`;
  const [large, largeUnit, small, smallUnit] = split(whole);
  if (small === 0) return `${large} ${largeUnit}`;
  return `${large} ${largeUnit} ${String(small).padStart(2, '0')} ${smallUnit}`;
};

/**
 * Where an event lies against the start of a call: `4 min 12 s after the call began`, `40 min before the call`.
 * @param offsetMs milliseconds from the start of the call, negative before it
 */
export const formatOffset = (offsetMs: number): string => {
  const seconds = Math.round(offsetMs / 1000);
  if (seconds === 0) return 'as the call began';
  return seconds > 0
    ? `${formatDuration(seconds)} after the call began`
    : `${formatDuration(seconds)} before the call`;
};
