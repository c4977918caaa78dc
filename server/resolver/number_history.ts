/** One call with a number, as far as the history of the number needs it. */
export interface PastCall {
  readonly id: string;
  readonly startMs: number;
  /** Names our person on the call; equal for the same person. */
  readonly person: string;
  readonly answered: boolean;
  /** Somebody spoke for at least `SPOKEN_SECONDS`; who is hung up on as a robot has not. */
  readonly spoken: boolean;
}

/** What was known about a number strictly before one call. */
export interface NumberPast {
  readonly firstSeenMs: number;
  readonly isFirstSeen: boolean;
  readonly calls30d: number;
  readonly people30d: number;
  readonly spoken30d: number;
  /** 0 to 1; absent when there was no call before. */
  readonly unansweredShare30d?: number;
}

/** From here on a call is a conversation; those who hear a robot hang up earlier. */
export const SPOKEN_SECONDS = 20;

export const HISTORY_WINDOW_MS = 30 * 86_400_000;

export const byTime = (a: PastCall, b: PastCall): number =>
  a.startMs - b.startMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Where a call stands, or would stand, in a list in the order of `byTime`. */
export const positionOf = (calls: readonly PastCall[], call: PastCall): number => {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = calls[middle];
    if (other && byTime(other, call) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Calls, people, conversations and unanswered calls in a window that slides over time. */
class Window {
  private readonly people = new Map<string, number>();
  private calls = 0;
  private unanswered = 0;
  private spoken = 0;

  add(call: PastCall, count: 1 | -1): void {
    const times = (this.people.get(call.person) ?? 0) + count;
    if (times === 0) this.people.delete(call.person);
    else this.people.set(call.person, times);
    this.calls += count;
    if (!call.answered) this.unanswered += count;
    if (call.spoken) this.spoken += count;
  }

  past(firstSeenMs: number): NumberPast {
    return {
      firstSeenMs,
      isFirstSeen: this.calls === 0,
      calls30d: this.calls,
      people30d: this.people.size,
      spoken30d: this.spoken,
      unansweredShare30d:
        this.calls === 0 ? undefined : Math.round((this.unanswered / this.calls) * 1e4) / 1e4,
    };
  }
}

/** Calls of one number whose past is wanted. */
export interface WantedCalls {
  readonly ids: ReadonlySet<string>;
  /** Start of the earliest of them, in ms. */
  readonly fromMs: number;
}

/** Where the first call that starts at or after an instant stands in a list in the order of `byTime`. */
export const firstSince = (calls: readonly PastCall[], fromMs: number): number =>
  positionOf(calls, { id: '', startMs: fromMs, person: '', answered: false, spoken: false });

/**
 * The past of each wanted call of one number. Calls that start in the same instant do not count for each other, so the
 * result does not depend on the order in which calls became known.
 * @param calls all calls of the number from 30 days before the first wanted one on, in the order of `byTime`
 * @param firstSeenMs the earliest call of the number that is older than these
 */
export const pastOfCalls = (
  calls: readonly PastCall[],
  { ids, fromMs }: WantedCalls,
  firstSeenMs = Infinity
): Map<string, NumberPast> => {
  const pasts = new Map<string, NumberPast>();
  const window = new Window();
  const first = Math.min(firstSeenMs, calls[0]?.startMs ?? Infinity);
  let oldest = firstSince(calls, fromMs - HISTORY_WINDOW_MS);
  let next = oldest;
  for (const call of calls.slice(firstSince(calls, fromMs))) {
    if (pasts.size === ids.size) break;
    for (let entry = calls[next]; entry && entry.startMs < call.startMs; entry = calls[next]) {
      window.add(entry, 1);
      next += 1;
    }
    const from = call.startMs - HISTORY_WINDOW_MS;
    for (
      let entry = calls[oldest];
      entry && oldest < next && entry.startMs < from;
      entry = calls[oldest]
    ) {
      window.add(entry, -1);
      oldest += 1;
    }
    if (ids.has(call.id)) pasts.set(call.id, window.past(first));
  }
  return pasts;
};
