import type { Client } from '@elastic/elasticsearch';
import { DAY_MS, MINUTE_MS } from '../../../standalone/generator/local_time';
import { makeEvaluationData, type EvaluationOptions } from '../data/make_data';
import { runBaseline } from './baseline';
import { judge, knowTruth, type Verdict } from './judge';
import { FoundBefore } from './due_times';
import { eventTimes, readKnownCalls } from './known_times';
import { measureScores, type ScoreThreshold } from './score_precision';
import { removeSimulation, simulateCounting, simulateRules, type Simulation } from './simulate';
import { removeEvaluationData, storeEvaluationData } from './store_data';
import { loadShippedRules, toStoredRule } from './stored_rules';

export interface DelayResult extends Verdict {
  readonly scores: readonly ScoreThreshold[];
  readonly rule_runs: number;
  readonly warnings: readonly string[];
}

export interface Baseline {
  readonly alerts: number;
  readonly false_alerts: number;
  readonly false_alerts_per_day_per_1000: number;
  readonly campaigns: readonly string[];
}

export interface Goals {
  readonly all_campaigns_at_every_delay: boolean;
  readonly at_most_one_false_alert_a_day: boolean;
  readonly twenty_times_fewer_than_baseline: boolean;
}

/** What `npm run evaluate` prints. */
export interface Evaluation extends EvaluationOptions {
  readonly history_days: number;
  /** What the company tells the rules; everything else is as it ships. */
  readonly approved_tools: readonly string[];
  readonly records: number;
  readonly calls: number;
  readonly events: number;
  readonly delays: readonly DelayResult[];
  readonly baseline: Baseline;
  /** How many times more false alerts the baseline gives than the correlation rules, at the worst delay. */
  readonly times_fewer_false_alerts: number;
  readonly goals: Goals;
  readonly seconds: Readonly<Record<string, number>>;
}

export interface EvaluateOptions extends EvaluationOptions {
  readonly delayMinutes: readonly number[];
  readonly tell: (line: string) => void;
}

/** The one setting that every company makes: the tool that its own help desk works with, by the rule that asks for it. */
const APPROVED_TOOLS = ['screenconnect'];
const REMOTE_TOOL_RULE = '1562690c-ad16-496e-9a3e-57ff8faa4df1';
const FEWEST_TIMES = 20;
const SPACE = 'evaluation';

const stopwatch =
  (seconds: Record<string, number>) =>
  async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    seconds[name] = Math.round((performance.now() - started) / 100) / 10;
    return result;
  };

/**
 * Makes a company's weeks, runs the rules over them once for every delay of call records, and compares with the truth.
 * @throws when something is not stored, or a rule fails
 */
export const evaluate = async (es: Client, options: EvaluateOptions): Promise<Evaluation> => {
  const { seed, people, days, historyDays, delayMinutes, tell } = options;
  const seconds: Record<string, number> = {};
  const measure = stopwatch(seconds);
  const data = await measure('generate', () =>
    Promise.resolve(makeEvaluationData({ seed, people, days, historyDays }))
  );
  const ids = data.company.employees.map(({ id }) => id);
  await removeEvaluationData(es, ids);
  await measure('store', () => storeEvaluationData(es, data, tell));
  const calls = await readKnownCalls(es);
  const events = eventTimes(data);
  const truth = knowTruth(data, calls);
  const found = new FoundBefore();
  const settings = { [REMOTE_TOOL_RULE]: { approved_tools: APPROVED_TOOLS } };
  const shipped = loadShippedRules(SPACE, settings).rules;
  const enabled = new Set(shipped.flatMap((rule) => (rule.enabled ? rule.rule_id : [])));
  const rules = shipped.map((rule) => toStoredRule(rule, SPACE));
  const { period } = data;
  const simulationOf = (minutes: number): Simulation => ({
    ...{ es, spaceId: SPACE, rules, period, events, calls, found },
    recordDelayMs: minutes * MINUTE_MS,
  });
  const runs = await measure('counting', () => simulateCounting(simulationOf(0)));
  tell(`${runs} runs of rules that read no calls`);
  const delays: DelayResult[] = [];
  for (const minutes of delayMinutes) {
    const result = await measure(`rules_${minutes}`, async () => {
      const simulation = simulationOf(minutes);
      const { alerts, runs: ruleRuns, warnings } = await simulateRules(simulation);
      const { recordDelayMs } = simulation;
      const verdict = judge(data, truth, { alerts, rules, enabled, recordDelayMs });
      const scores = await measureScores(es, SPACE, { period, truth });
      return { ...verdict, scores, rule_runs: ruleRuns, warnings };
    });
    tell(`Delay ${minutes} min: ${result.found} of ${data.campaigns.length} attacks found`);
    delays.push(result);
  }
  await removeSimulation(es, SPACE);
  const naive = [...(await measure('baseline', () => runBaseline(es, data.period)))];
  const wrong = naive.filter((id) => truth.ofEvent(id) === undefined).length;
  const thousandDays = (((data.period.toMs - data.period.fromMs) / DAY_MS) * people) / 1000;
  const baseline = {
    alerts: naive.length,
    false_alerts: wrong,
    false_alerts_per_day_per_1000: Math.round((1000 * wrong) / thousandDays) / 1000,
    campaigns: [...new Set(naive.flatMap((id) => truth.ofEvent(id) ?? []))],
  };
  const worst = Math.max(...delays.map((delay) => delay.false_alerts_per_day_per_1000));
  const times =
    Math.round((10 * baseline.false_alerts_per_day_per_1000) / Math.max(worst, 1e-3)) / 10;
  await measure('remove', () => removeEvaluationData(es, ids));
  return {
    ...{
      seed,
      people,
      days,
      history_days: Math.round((data.period.fromMs - data.period.historyFromMs) / DAY_MS),
      approved_tools: APPROVED_TOOLS,
      records: data.records.length,
      calls: calls.size,
    },
    events: data.events.length,
    delays,
    baseline,
    times_fewer_false_alerts: times,
    goals: {
      all_campaigns_at_every_delay: delays.every(({ found }) => found === data.campaigns.length),
      at_most_one_false_alert_a_day: worst <= 1,
      twenty_times_fewer_than_baseline: times >= FEWEST_TIMES,
    },
    seconds,
  };
};
