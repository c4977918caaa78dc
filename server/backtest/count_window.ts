/** One event of one group. */
export interface CountedEvent {
  readonly atMs: number;
  /** What is counted as different, such as the sender of a mail. */
  readonly value?: string;
}

export interface CountRule {
  readonly windowMs: number;
  readonly intervalMs: number;
  /** So many events. */
  readonly events: number;
  /** So many different values among them; absent: not counted. */
  readonly different?: number;
}

/** An alert of a counting rule. */
export interface CountFinding {
  /** When the run was that found it. */
  readonly runMs: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly count: number;
  readonly different?: number;
}

/** How many different values a window holds that only moves forward. */
const createTally = () => {
  const counts = new Map<string, number>();
  return {
    add: (value = ''): void => void counts.set(value, (counts.get(value) ?? 0) + 1),
    drop: (value = ''): void => {
      const left = (counts.get(value) ?? 0) - 1;
      if (left > 0) counts.set(value, left);
      else counts.delete(value);
    },
    size: (): number => counts.size,
  };
};

/**
 * What the Detection Engine would find in one group of a threshold rule: it runs every `intervalMs`, looks back over
 * `windowMs`, and leaves out the events that its last alert of the group has counted.
 * @param events of one group, oldest first
 */
export const countWindows = (
  events: readonly CountedEvent[],
  { windowMs, intervalMs, events: least, different: leastDifferent }: CountRule
): CountFinding[] => {
  const findings: CountFinding[] = [];
  const tally = createTally();
  let low = 0;
  let high = 0;
  while (high < events.length) {
    const next = events[high];
    if (!next) break;
    // Only a run that sees a new event can find more than the one before.
    const runMs = Math.ceil(next.atMs / intervalMs) * intervalMs;
    for (let event = next; event && event.atMs <= runMs; event = events[high] as CountedEvent) {
      tally.add(event.value);
      high += 1;
    }
    for (let event = events[low]; event && low < high; event = events[low]) {
      if (event.atMs >= runMs - windowMs) break;
      tally.drop(event.value);
      low += 1;
    }
    const [first, last] = [events[low], events[high - 1]];
    if (!first || !last || high - low < least) continue;
    if (leastDifferent !== undefined && tally.size() < leastDifferent) continue;
    findings.push({
      ...{ runMs, firstMs: first.atMs, lastMs: last.atMs, count: high - low },
      ...(leastDifferent === undefined ? {} : { different: tally.size() }),
    });
    // Events of the same instant as the last one count as counted too; they all are before `high`.
    for (; low < high; low += 1) tally.drop(events[low]?.value);
  }
  return findings;
};
