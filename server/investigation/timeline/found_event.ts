/** One event as a query returned it: columns by their dotted names. */
export interface FoundEvent {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Later than `time` for what is counted over a while, such as a flood. */
  readonly end: number;
  readonly id: string;
  readonly index: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Events that follow one another closely and are drawn as one mark. */
export interface EventRun {
  readonly first: FoundEvent;
  readonly last: FoundEvent;
  readonly count: number;
}

/** A run ends when nothing happens for this long. */
export const RUN_GAP_MS = 5 * 60_000;
/** Fewer events than this stay single marks. */
export const RUN_MINIMUM = 5;

const toRun = (events: readonly FoundEvent[]): EventRun[] => {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return [];
  return events.length >= RUN_MINIMUM
    ? [{ first, last, count: events.length }]
    : events.map((event) => ({ first: event, last: event, count: 1 }));
};

/** Collapses bursts (a mail flood, repeated look-ups) of events sorted by time; every event is in exactly one run. */
export const collapseRuns = (events: readonly FoundEvent[]): EventRun[] => {
  const runs: EventRun[] = [];
  let current: FoundEvent[] = [];
  for (const event of events) {
    const previous = current.at(-1);
    if (previous && event.time - previous.time > RUN_GAP_MS) {
      runs.push(...toRun(current));
      current = [];
    }
    current.push(event);
  }
  return [...runs, ...toRun(current)];
};
