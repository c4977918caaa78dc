import type { Logger } from '../../../../server/kibana';
import { intervalMs } from '../../task_manager/duration';
import type { StoredRule } from '../rules/rule_schema';
import type { RuleStore } from '../rules/rule_store';
import { indicesRead, runRule, type RuleRunSummary, type RunnerOptions } from './run_rule';

const POLL_MS = 1000;
/** Rules that read alerts of rules that read alerts ...: more rounds than any sensible chain is long. */
const MOST_ROUNDS = 6;

export interface RunAllOptions {
  /** The rules run as if it were this time; alerts carry it too. */
  readonly now?: Date;
  /** Default: all spaces. */
  readonly spaceId?: string;
}

export interface RuleRunner {
  /**
   * Runs every enabled rule, then the rules that read alerts again, until a round writes no new alert.
   * @returns one summary a rule: alerts of all its runs added up, status and message of the last
   */
  runAllRules(options?: RunAllOptions): Promise<RuleRunSummary[]>;
  /** Runs one rule now, after a run of it that may be in progress. */
  runOne(rule: StoredRule, now?: Date): Promise<RuleRunSummary>;
  startPolling(): void;
  stop(): Promise<void>;
}

const readsAlerts = ({ fields }: StoredRule): boolean =>
  indicesRead(fields).some((name) => name.includes('.alerts-security'));

const addUp = (earlier: RuleRunSummary | undefined, next: RuleRunSummary): RuleRunSummary => ({
  ...next,
  created: next.created + (earlier?.created ?? 0),
  durationMs: next.durationMs + (earlier?.durationMs ?? 0),
});

/** Runs the rules: each at its interval, one run of a rule at a time. */
export const createRuleRunner = (
  store: RuleStore,
  options: RunnerOptions & { readonly log: Logger }
): RuleRunner => {
  const log = options.log.get('detectionEngine');
  const running = new Map<string, Promise<unknown>>();
  /** When each rule is due, ms; a rule that was never run here is due at once. */
  const due = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const runNext = async (rule: StoredRule, now: Date | undefined): Promise<RuleRunSummary> => {
    const startedAt = Date.now();
    const { summary, execution } = await runRule(rule, now ?? new Date(), options);
    store.putExecution(rule.id, execution);
    due.set(rule.id, startedAt + intervalMs(rule.fields.interval));
    const text = `${summary.name}: ${summary.created} new alerts in ${summary.durationMs} ms. ${summary.message}`;
    if (summary.status === 'failed') log.warn(text);
    else log.debug(text);
    return summary;
  };

  const runOne = async (rule: StoredRule, now?: Date): Promise<RuleRunSummary> => {
    const before = running.get(rule.id) ?? Promise.resolve();
    const run = before.then(() => runNext(rule, now));
    running.set(rule.id, run);
    try {
      return await run;
    } finally {
      if (running.get(rule.id) === run) running.delete(rule.id);
    }
  };

  const enabledRules = (spaceId?: string): StoredRule[] =>
    store
      .all()
      .filter(({ fields }) => fields.enabled)
      .filter((rule) => spaceId === undefined || rule.spaceId === spaceId);

  const poll = async (): Promise<void> => {
    for (const rule of enabledRules()) {
      if (stopped) return;
      if (running.has(rule.id) || (due.get(rule.id) ?? 0) > Date.now()) continue;
      await runOne(rule);
    }
  };

  const schedule = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      poll()
        .catch((error: unknown) => log.error(error instanceof Error ? error : String(error)))
        .finally(schedule);
    }, POLL_MS).unref();
  };

  return {
    runOne,
    startPolling: schedule,
    runAllRules: async ({ now, spaceId } = {}) => {
      const summaries = new Map<string, RuleRunSummary>();
      const rules = enabledRules(spaceId);
      let batch = [...rules].sort((a, b) => Number(readsAlerts(a)) - Number(readsAlerts(b)));
      for (let round = 0; round < MOST_ROUNDS && batch.length > 0; round += 1) {
        let created = 0;
        for (const rule of batch) {
          const summary = await runOne(rule, now);
          created += summary.created;
          summaries.set(rule.id, addUp(summaries.get(rule.id), summary));
        }
        batch = created > 0 ? rules.filter(readsAlerts) : [];
      }
      return [...summaries.values()];
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await Promise.allSettled(running.values());
    },
  };
};
