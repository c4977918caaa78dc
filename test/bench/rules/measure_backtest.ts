import type { Client } from '@elastic/elasticsearch';
import { join } from 'node:path';
import type { SpaceKnowledge } from '../../../server/routes/route_dependencies';
import { readGround } from '../../../server/backtest/ground';
import { createBacktestMemory } from '../../../server/backtest/memory';
import { runBacktest, spanOf } from '../../../server/backtest/run_backtest';
import { createKnowledge } from '../../../server/knowledge';
import { findRule } from '../../../server/tuning/rule_entry';
import { partsOf } from '../../../public/rules/backtest/parts';
import { runParts } from '../../../public/rules/backtest/run_parts';
import { tell } from '../../../standalone/command/run_command';
import { readable } from '../median';
import { BENCH_NOW_MS } from './bench_events';
import { SPACE, withRuleData, type RuleData, type RuleDataSize } from './rule_data';

/** What a person waits for who back-tests one rule over 30 days. */
export interface BacktestTime {
  readonly rule: string;
  /** Until the first part is shown, and until all are. */
  readonly first_ms: number;
  readonly whole_ms: number;
  readonly parts: number;
  readonly alerts: number;
  readonly truncated: boolean;
  /** Why it stopped. */
  readonly failed?: string;
}

export interface BacktestTimes extends RuleData {
  readonly slowest_first_ms: number;
  readonly slowest_whole_ms: number;
  readonly goals: Readonly<
    Record<'first_within_2_s' | 'whole_within_10_s' | 'no_breaker' | 'none_failed', boolean>
  >;
  readonly rules: readonly BacktestTime[];
}

const DAYS = 30;
const DAY_MS = 86_400_000;
const FIRST_MS = 2_000;
const WHOLE_MS = 10_000;
const CONTENT = join(__dirname, '..', '..', '..', 'server', 'content');
const RANGE = {
  from: new Date(BENCH_NOW_MS - DAYS * DAY_MS).toISOString(),
  to: new Date(BENCH_NOW_MS).toISOString(),
};

/** As the page asks, with the values in force: the ground and two parts at a time, all rules compiled for each. */
const timeOf = async (es: Client, shelf: SpaceKnowledge, ruleId: string): Promise<BacktestTime> => {
  const rule = findRule(shelf, ruleId);
  const parts = partsOf(RANGE);
  const started = performance.now();
  const now = (): number => readable(performance.now() - started);
  let first: number | undefined;
  let alerts = 0;
  let truncated = false;
  const memory = createBacktestMemory();
  const ask = (part: typeof RANGE) =>
    runBacktest(
      { es, spaceId: SPACE, rules: shelf.compile(), remember: memory.of([SPACE]) },
      { ruleId, span: spanOf(part), withRates: true }
    );
  const ground = { rule, span: spanOf(RANGE), spaceId: SPACE, zone: 'UTC', nowMs: BENCH_NOW_MS };
  const [ended] = await Promise.allSettled([
    runParts(parts, ask, (result) => {
      first ??= now();
      alerts += result.alerts.length;
      truncated ||= result.truncated;
    }),
    readGround(es, ground),
  ]);
  const whole = now();
  return {
    rule: rule.name,
    ...{ first_ms: first ?? whole, whole_ms: whole, parts: parts.length, alerts, truncated },
    ...(ended.status === 'rejected' ? { failed: String(ended.reason) } : {}),
  };
};

const timesOfAll = async (es: Client): Promise<BacktestTime[]> => {
  const shelf = createKnowledge(CONTENT).ofSpace(SPACE);
  const times: BacktestTime[] = [];
  for (const { rule_id: id } of shelf.definitions) {
    const time = await timeOf(es, shelf, id);
    tell(JSON.stringify(time));
    times.push(time);
  }
  return times;
};

/** The back-test of 30 days of every rule, over so many calls and events. */
export const measureBacktest = async (es: Client, size: RuleDataSize): Promise<BacktestTimes> => {
  const { data, measured: times } = await withRuleData(es, size, () => timesOfAll(es));
  const first = Math.max(...times.map(({ first_ms: ms }) => ms));
  const whole = Math.max(...times.map(({ whole_ms: ms }) => ms));
  return {
    ...data,
    ...{ slowest_first_ms: first, slowest_whole_ms: whole },
    goals: {
      first_within_2_s: first <= FIRST_MS,
      whole_within_10_s: whole <= WHOLE_MS,
      no_breaker: data.breakers_tripped === 0,
      none_failed: times.every(({ failed }) => failed === undefined),
    },
    rules: times,
  };
};
