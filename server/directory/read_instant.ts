const ISO_DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const GERMAN_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const DAY_MS = 86_400_000;

/** What the clocks of a zone show at an instant, as if it were UTC. */
const wallClock = (atMs: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(atMs);
  const part = (type: string): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second')
  );
};

/** The instant at which a day begins in a zone. */
const midnight = (dayMs: number, zone: string): number => {
  const guess = dayMs - (wallClock(dayMs, zone) - dayMs);
  // The clocks may have changed between the two.
  return guess - (wallClock(guess, zone) - dayMs);
};

const dayOf = (text: string): number | undefined => {
  const iso = ISO_DATE.exec(text);
  const german = GERMAN_DATE.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : german
      ? [german[3], german[2], german[1]]
      : [];
  if (year === undefined) return undefined;
  const dayMs = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // 31.02. becomes a day in March.
  return new Date(dayMs).getUTCDate() === Number(day) ? dayMs : undefined;
};

export const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/**
 * Reads a date of a list, such as `2025-03-31` or `31.03.2025`, or an ISO instant with zone. `03/04/2025` is refused: it
 * means two days.
 * @param edge `end`: the day itself is included, so that the instant is the beginning of the next one
 * @returns ISO instant, undefined for what is none
 */
export const readInstant = (
  text: string,
  { zone, edge }: { readonly zone: string; readonly edge: 'start' | 'end' }
): string | undefined => {
  if (ISO_INSTANT.test(text)) {
    const atMs = Date.parse(text);
    return Number.isNaN(atMs) ? undefined : new Date(atMs).toISOString();
  }
  const dayMs = dayOf(text);
  if (dayMs === undefined) return undefined;
  return new Date(midnight(edge === 'end' ? dayMs + DAY_MS : dayMs, zone)).toISOString();
};
