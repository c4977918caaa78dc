import type { Client } from '@elastic/elasticsearch';
import { alertsIndex } from '../../../common/constants';
import { ensureAlertIndex } from '../../../standalone/kibana/detection_engine/alerts/alert_index';
import type { StoredRule } from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import { runRule } from '../../../standalone/kibana/detection_engine/runner/run_rule';
import { isAggregating } from '../../../standalone/kibana/detection_engine/runner/esql_query';
import type { Period } from '../data/make_data';
import { writingAtTicks } from './alert_times';
import { accessAsOf } from './as_of';
import { findDues, type FoundBefore } from './due_times';
import type { EventTimes, KnownCall } from './known_times';
import { nextRun, planRuns, type Due, type PlannedRun } from './plan_runs';
import { readAlerts, type WrittenAlert } from './read_alerts';
import { removeDocuments } from '../../setup/remove_documents';
import { readsAlerts, readsCalls } from './stored_rules';

export interface Simulation {
  readonly es: Client;
  readonly spaceId: string;
  readonly rules: readonly StoredRule[];
  readonly period: Period;
  readonly recordDelayMs: number;
  /** By document id. */
  readonly events: ReadonlyMap<string, EventTimes>;
  readonly calls: ReadonlyMap<string, KnownCall>;
  /** Shared by the simulations of one company. */
  readonly found: FoundBefore;
}

export interface SimulationResult {
  readonly alerts: readonly WrittenAlert[];
  /** Runs that were carried out; all others would have found nothing new, or nothing else. */
  readonly runs: number;
  /** What rules said of their runs, each text once. */
  readonly warnings: readonly string[];
}

/** Rules that read alerts of rules that read alerts: more than any chain that ships. */
const MOST_ROUNDS = 4;
const KIBANA_VERSION = '9.2.0';
/** Rules that run at the same time: two keep two cores busy. */
const PARALLEL = 2;

const duesOf = async (
  { es, period, events, calls, recordDelayMs, found }: Simulation,
  rule: StoredRule,
  alerts: ReadonlyMap<string, EventTimes>
): Promise<Due[]> => {
  // A query that counts has rows without events: everything new may change them.
  if (rule.fields.type === 'esql' && isAggregating(rule.fields.query) && readsAlerts(rule))
    return [...alerts.values()].map(({ availableMs }) => ({ dueMs: availableMs }));
  const known = { events: readsAlerts(rule) ? alerts : events, calls };
  const context = { es, period, known, recordDelayMs };
  return findDues(readsAlerts(rule) ? context : { ...context, found }, rule);
};

/** Takes the alerts of an earlier simulation away. */
export const removeSimulation = async (es: Client, spaceId: string): Promise<void> => {
  const found = await es.indices.get({
    index: `.internal${alertsIndex(spaceId)}-*`,
    expand_wildcards: 'all',
    allow_no_indices: true,
  });
  for (const index of Object.keys(found)) await es.indices.delete({ index });
};

class Simulator {
  /** What rules that read alerts were run for in earlier rounds. */
  private readonly done = new Set<string>();
  private readonly warnings = new Set<string>();
  runs = 0;

  constructor(private readonly simulation: Simulation) {}

  /** The runs of one round, rule by rule. @param alerts what the rounds before wrote */
  async plan(
    rules: readonly StoredRule[],
    alerts: readonly WrittenAlert[]
  ): Promise<PlannedRun[][]> {
    const { period } = this.simulation;
    const times = new Map(alerts.map(({ id, atMs }) => [id, { timeMs: atMs, availableMs: atMs }]));
    const plans: PlannedRun[][] = [];
    for (const rule of rules) {
      const dues = await duesOf(this.simulation, rule, times);
      const fresh = dues.filter(
        (due) => due.dueMs >= period.fromMs && due.dueMs <= period.toMs && this.isNew(rule, due)
      );
      plans.push(planRuns(rule, fresh));
    }
    return plans;
  }

  /** Rules beside each other, the runs of one rule one after the other. @returns how many alerts came */
  async carryOut(plans: readonly (readonly PlannedRun[])[]): Promise<number> {
    const waiting = [...plans];
    let created = 0;
    const work = async (): Promise<void> => {
      for (let runs = waiting.shift(); runs; runs = waiting.shift())
        for (const run of runs) created += await this.runOne(run);
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    return created;
  }

  warningTexts(): string[] {
    return [...this.warnings];
  }

  private isNew({ id }: StoredRule, due: Due): boolean {
    const key = JSON.stringify([id, due.eventId, due.callId, due.dueMs]);
    if (this.done.has(key)) return false;
    this.done.add(key);
    return true;
  }

  /** Runs once, and again at the next times of the schedule while a run is full. */
  private async runOne({ rule, atMs, ticks }: PlannedRun): Promise<number> {
    this.runs += 1;
    const { es, recordDelayMs } = this.simulation;
    const moment = { nowMs: atMs, recordDelayMs };
    const access = accessAsOf(es, moment, writingAtTicks(es, ticks));
    const options = { es: access, kibanaVersion: KIBANA_VERSION };
    const { summary } = await runRule(rule, new Date(atMs), options);
    if (summary.status === 'failed') throw new Error(`${summary.name}: ${summary.message}`);
    if (summary.message !== '') this.warnings.add(`${summary.name}: ${summary.message}`);
    if (summary.created < rule.fields.max_signals) return summary.created;
    const next = { rule, atMs: nextRun(rule, atMs + 1), ticks: new Map<string, number>() };
    return summary.created + (await this.runOne(next));
  }
}

/**
 * Runs the rules that read no calls through the simulated time. Their alerts are the same whatever the delay of call records,
 * so this comes once, before `simulateRules`.
 * @returns how many runs it took
 * @throws when a run fails
 */
export const simulateCounting = async (simulation: Simulation): Promise<number> => {
  const { es, spaceId, rules } = simulation;
  await removeSimulation(es, spaceId);
  // The first of two rules that run beside each other would make it, and the second one find it half made.
  await ensureAlertIndex(es, spaceId);
  const simulator = new Simulator(simulation);
  await simulator.carryOut(
    await simulator.plan(
      rules.filter((rule) => !readsCalls(rule)),
      []
    )
  );
  return simulator.runs;
};

/**
 * Runs the rules that read calls through the simulated time, each at the times of its own schedule at which something new is
 * there for it. Rules that read alerts follow those whose alerts they read.
 * @throws when a run fails
 */
export const simulateRules = async (simulation: Simulation): Promise<SimulationResult> => {
  const { es, spaceId, rules } = simulation;
  const reading = rules.filter(readsCalls);
  await removeDocuments(es, `${alertsIndex(spaceId)}*`, {
    terms: { 'kibana.alert.rule.rule_id': reading.map(({ id }) => id) },
  });
  const simulator = new Simulator(simulation);
  let alerts = await readAlerts(es, spaceId);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const batch = reading.filter((rule) => readsAlerts(rule) === round > 0);
    const runs = await simulator.plan(batch, alerts);
    const created = await simulator.carryOut(runs);
    alerts = await readAlerts(es, spaceId);
    if (created === 0 && round > 0) break;
  }
  return { alerts, runs: simulator.runs, warnings: simulator.warningTexts() };
};
