import type { Client } from '@elastic/elasticsearch';
import { alertsIndex } from '../../../common/constants';
import { toSeconds } from '../../../common/model/duration';
import type { StoredRule } from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import { runRule } from '../../../standalone/kibana/detection_engine/runner/run_rule';
import { isAggregating } from '../../../standalone/kibana/detection_engine/runner/esql_query';
import type { Period } from '../data/make_data';
import { accessAsOf } from './as_of';
import { dueTimes, type FoundBefore } from './due_times';
import type { KnownCall } from './known_times';
import { readAlerts, type WrittenAlert } from './read_alerts';
import { readsAlerts } from './stored_rules';

export interface Simulation {
  readonly es: Client;
  readonly spaceId: string;
  readonly rules: readonly StoredRule[];
  readonly period: Period;
  readonly recordDelayMs: number;
  /** When each event arrived, by document id. */
  readonly eventMs: ReadonlyMap<string, number>;
  readonly calls: ReadonlyMap<string, KnownCall>;
  /** Shared by the simulations of one company. */
  readonly found: FoundBefore;
}

export interface SimulationResult {
  readonly alerts: readonly WrittenAlert[];
  /** Runs that were carried out; all others would have found nothing new. */
  readonly runs: number;
  /** What rules said of their runs, each text once. */
  readonly warnings: readonly string[];
}

interface Run {
  readonly rule: StoredRule;
  readonly atMs: number;
}

/** Rules that read alerts of rules that read alerts: more than any chain that ships. */
const MOST_ROUNDS = 4;
const KIBANA_VERSION = '9.2.0';

/** Rules do not all run at the same moment: each has its own place in the interval. */
const phaseOf = ({ id }: StoredRule, intervalMs: number): number =>
  parseInt(id.replaceAll('-', '').slice(0, 8), 16) % intervalMs;

/** The schedule's next time at or after `timeMs`. */
export const nextRun = (rule: StoredRule, timeMs: number): number => {
  const intervalMs = toSeconds(rule.fields.interval) * 1000;
  const phase = phaseOf(rule, intervalMs);
  return Math.ceil((timeMs - phase) / intervalMs) * intervalMs + phase;
};

const dueOf = async (
  { es, period, eventMs, calls, recordDelayMs, found }: Simulation,
  rule: StoredRule,
  alertMs: ReadonlyMap<string, number>
): Promise<number[]> => {
  // A query that counts has rows without events: everything new may change them.
  if (rule.fields.type === 'esql' && isAggregating(rule.fields.query) && readsAlerts(rule))
    return [...alertMs.values()];
  const known = { eventMs: readsAlerts(rule) ? alertMs : eventMs, calls };
  const context = { es, period, known, recordDelayMs };
  return dueTimes(readsAlerts(rule) ? context : { ...context, found }, rule);
};

const removeAlerts = async (es: Client, spaceId: string): Promise<void> => {
  const found = await es.indices.get({
    index: `.internal${alertsIndex(spaceId)}-*`,
    expand_wildcards: 'all',
    allow_no_indices: true,
  });
  for (const index of Object.keys(found)) await es.indices.delete({ index });
};

/** Takes the alerts of an earlier simulation away. */
export const removeSimulation = removeAlerts;

class Simulator {
  private readonly done = new Set<string>();
  private readonly warnings = new Set<string>();
  runs = 0;

  constructor(private readonly simulation: Simulation) {}

  /** The runs of one round in the order of time. */
  async plan(rules: readonly StoredRule[], alerts: readonly WrittenAlert[]): Promise<Run[]> {
    const { period } = this.simulation;
    const alertMs = new Map(alerts.map(({ id, atMs }) => [id, atMs]));
    const runs = new Map<string, Run>();
    for (const rule of rules) {
      for (const timeMs of await dueOf(this.simulation, rule, alertMs)) {
        if (timeMs < period.fromMs || timeMs > period.toMs) continue;
        let atMs = nextRun(rule, timeMs);
        // It ran then already, before what is new now had been written: the next run sees it.
        if (this.done.has(`${rule.id}|${atMs}`)) atMs = nextRun(rule, atMs + 1);
        const key = `${rule.id}|${atMs}`;
        if (!this.done.has(key)) runs.set(key, { rule, atMs });
      }
    }
    return [...runs.values()].sort((left, right) => left.atMs - right.atMs);
  }

  async carryOut(runs: readonly Run[]): Promise<number> {
    let created = 0;
    for (const run of runs) created += await this.runOne(run);
    return created;
  }

  warningTexts(): string[] {
    return [...this.warnings];
  }

  /** Runs once, and again at the next times of the schedule while a run is full. */
  private async runOne({ rule, atMs }: Run): Promise<number> {
    this.done.add(`${rule.id}|${atMs}`);
    this.runs += 1;
    const { es, recordDelayMs } = this.simulation;
    const access = accessAsOf(es, { nowMs: atMs, recordDelayMs });
    const options = { es: access, kibanaVersion: KIBANA_VERSION };
    const { summary } = await runRule(rule, new Date(atMs), options);
    if (summary.status === 'failed') throw new Error(`${summary.name}: ${summary.message}`);
    if (summary.message !== '') this.warnings.add(`${summary.name}: ${summary.message}`);
    if (summary.created < rule.fields.max_signals) return summary.created;
    return summary.created + (await this.runOne({ rule, atMs: nextRun(rule, atMs + 1) }));
  }
}

/**
 * Runs the rules through the simulated time, each at the times of its own schedule at which something new is there for it. Rules
 * that read alerts follow those whose alerts they read.
 * @throws when a run fails
 */
export const simulateRules = async (simulation: Simulation): Promise<SimulationResult> => {
  const { es, spaceId, rules } = simulation;
  await removeAlerts(es, spaceId);
  const simulator = new Simulator(simulation);
  let alerts: WrittenAlert[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const batch = rules.filter((rule) => readsAlerts(rule) === round > 0);
    const runs = await simulator.plan(batch, alerts);
    const created = await simulator.carryOut(runs);
    alerts = await readAlerts(es, spaceId);
    if (created === 0) break;
  }
  return { alerts, runs: simulator.runs, warnings: simulator.warningTexts() };
};
