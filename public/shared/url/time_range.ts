import dateMath from '@elastic/datemath';

/** A range as the date picker writes it, such as `now-24h` to `now`, or ISO instants. */
export interface PickedRange {
  readonly from: string;
  readonly to: string;
}

/** Absolute ISO instants. */
export interface AbsoluteRange {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

const instantOf = (text: string, roundUp: boolean, now: Date): number | undefined => {
  if (!text.startsWith('now')) {
    const instantMs = Date.parse(text);
    return Number.isNaN(instantMs) ? undefined : instantMs;
  }
  const parsed = dateMath.parse(text, { roundUp, forceNow: now });
  return parsed?.isValid() ? parsed.valueOf() : undefined;
};

/** Makes a picked range absolute; what cannot be read becomes the last 24 hours, an inverted range is turned round. */
export const resolveRange = ({ from, to }: PickedRange, now: Date): AbsoluteRange => {
  const endMs = instantOf(to, true, now) ?? now.getTime();
  const startMs = instantOf(from, false, now) ?? endMs - DAY_MS;
  return {
    from: new Date(Math.min(startMs, endMs)).toISOString(),
    to: new Date(Math.max(startMs, endMs)).toISOString(),
  };
};

const UNITS: Readonly<Record<string, [string, string]>> = {
  s: ['second', 'seconds'],
  m: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  w: ['week', 'weeks'],
  M: ['month', 'months'],
  y: ['year', 'years'],
};

/** A picked range as it stands in a sentence after "in": `the last 24 hours`, `this period`. */
export const describeRange = ({ from, to }: PickedRange): string => {
  const match = to === 'now' ? /^now-(\d+)([smhdwMy])$/.exec(from) : null;
  const names = match?.[2] === undefined ? undefined : UNITS[match[2]];
  if (!match || !names) return 'this period';
  return match[1] === '1' ? `the last ${names[0]}` : `the last ${match[1]} ${names[1]}`;
};
