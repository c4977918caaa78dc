import { toSeconds } from '../../../common/model/duration';
import type { StoredRule } from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import { parseTime } from '../../../standalone/kibana/detection_engine/runner/run_context';
import { HOUR_MS } from '../../../standalone/generator/local_time';

/** Something that a rule may alert on, and when all of it was there. */
export interface Due {
  /** Id of the event or alert; absent where a rule counts, because then the row is none of them. */
  readonly eventId?: string;
  readonly callId?: string;
  /** The event's own time, ms. */
  readonly timeMs?: number;
  /** When the last part of it was there, ms. */
  readonly dueMs: number;
}

/** One run that is carried out. */
export interface PlannedRun {
  readonly rule: StoredRule;
  readonly atMs: number;
  /** By event id, the time of the schedule at which the rule would have found it: at or before `atMs`. */
  readonly ticks: ReadonlyMap<string, number>;
}

/** Times of a schedule that are as far apart at most are carried out as one run. */
const LONGEST_MERGE_MS = 2 * HOUR_MS;

/** Rules do not all run at the same moment: each has its own place in the interval. */
const phaseOf = ({ id }: StoredRule, intervalMs: number): number =>
  parseInt(id.replaceAll('-', '').slice(0, 8), 16) % intervalMs;

/** The schedule's next time at or after `timeMs`. */
export const nextRun = (rule: StoredRule, timeMs: number): number => {
  const intervalMs = toSeconds(rule.fields.interval) * 1000;
  const phase = phaseOf(rule, intervalMs);
  return Math.ceil((timeMs - phase) / intervalMs) * intervalMs + phase;
};

/** How far before its run a rule looks, ms. */
export const lookBackOf = ({ fields }: StoredRule): number => {
  const now = new Date(0);
  return now.getTime() - parseTime(fields.from, now).getTime();
};

interface Tick {
  readonly atMs: number;
  readonly dues: Due[];
}

const byTick = (rule: StoredRule, dues: readonly Due[]): Tick[] => {
  const ticks = new Map<number, Due[]>();
  for (const due of dues) {
    const atMs = nextRun(rule, due.dueMs);
    const present = ticks.get(atMs);
    if (present) present.push(due);
    else ticks.set(atMs, [due]);
  }
  return [...ticks]
    .map(([atMs, own]) => ({ atMs, dues: own }))
    .sort((left, right) => left.atMs - right.atMs);
};

/** Times of the schedule that become one run. */
class MergedRun {
  readonly ticks = new Map<string, number>();
  private readonly fromMs: number;
  private oldestMs = Infinity;
  private count = 0;
  private merges = true;
  atMs: number;

  constructor(
    private readonly rule: StoredRule,
    first: Tick
  ) {
    this.fromMs = first.atMs;
    this.atMs = first.atMs;
    this.add(first);
  }

  /**
   * Whether one run at the later time finds the same: nothing has left the look-back by then, no event is found a second time
   * (with another call), and the alerts are not too many for one run.
   */
  takes({ atMs, dues }: Tick): boolean {
    const times = dues.map(({ timeMs = -Infinity }) => timeMs);
    const oldestMs = Math.min(this.oldestMs, ...times);
    return (
      this.merges &&
      atMs - this.fromMs <= LONGEST_MERGE_MS &&
      oldestMs >= atMs - lookBackOf(this.rule) &&
      this.count + dues.length < this.rule.fields.max_signals &&
      dues.every(({ eventId }) => eventId !== undefined && !this.ticks.has(eventId))
    );
  }

  add({ atMs, dues }: Tick): void {
    this.atMs = atMs;
    this.count += dues.length;
    for (const { eventId, timeMs = -Infinity } of dues) {
      if (eventId === undefined) this.merges = false;
      else this.ticks.set(eventId, atMs);
      this.oldestMs = Math.min(this.oldestMs, timeMs);
    }
  }
}

/**
 * The runs of one rule that find something new, in the order of time. Neighbouring times of the schedule become one run where
 * that run finds the same as they do; its alerts then get the times at which they would have been written.
 */
export const planRuns = (rule: StoredRule, dues: readonly Due[]): PlannedRun[] => {
  const merged: MergedRun[] = [];
  for (const tick of byTick(rule, dues)) {
    const last = merged.at(-1);
    if (last?.takes(tick)) last.add(tick);
    else merged.push(new MergedRun(rule, tick));
  }
  return merged.map(({ atMs, ticks }) => ({ rule, atMs, ticks }));
};
