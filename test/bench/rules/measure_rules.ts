import type { Client, estypes } from '@elastic/elasticsearch';
import {
  contentFilter,
  indicesOf,
  parseTime,
  timeFilter,
} from '../../../standalone/kibana/detection_engine/runner/run_context';
import type { StoredRule } from '../../../standalone/kibana/detection_engine/rules/rule_schema';
import { runRule } from '../../../standalone/kibana/detection_engine/runner/run_rule';
import { tell } from '../../../standalone/command/run_command';
import { loadShippedRules, toStoredRule } from '../../evaluation/run/stored_rules';
import { TIMEOUT_MS } from '../empty_stream';
import { median, readable } from '../median';
import { BENCH_NOW_MS } from './bench_events';
import { SPACE, withRuleData, type RuleData, type RuleDataSize } from './rule_data';

/** What a query takes, and its event filter without calls, which counts all events that it lets through. */
interface QueryCost {
  readonly query_ms: number;
  readonly filter_ms: number;
  /** How many times longer the query takes than its event filter. */
  readonly ratio: number;
}

/** What one rule costs: a run of its schedule, and its query over everything that is stored. */
export interface RuleCost {
  readonly rule: string;
  readonly run_ms: number;
  /** Of rules that join: the query over what a run looks back on. */
  readonly look_back?: QueryCost;
  /** Of rules in ES|QL, over all calls and events; of others the filter alone. */
  readonly all?: QueryCost | Pick<QueryCost, 'filter_ms'>;
}

export interface RuleCosts extends RuleData {
  /** One run of every rule as its schedule has it. */
  readonly total_run_ms: number;
  readonly slowest_run_ms: number;
  /** Every rule's query over all that is stored, whatever its look-back. */
  readonly total_all_ms: number;
  readonly slowest_all_ms: number;
  /** All joining rules together, as their schedules have them: their queries to their event filters. */
  readonly joining_ratio: number;
  /** The worst joining rule over all that is stored. */
  readonly worst_ratio_over_all: number;
  readonly goals: Readonly<
    Record<'no_rule_above_5_s' | 'joins_at_most_twice' | 'no_breaker', boolean>
  >;
  readonly rules: readonly RuleCost[];
}

const ROUNDS = 3;
const LONG_MS = 3_000;
const SLOWEST_MS = 5_000;
const HIGHEST_RATIO = 2;
/** Below this a ratio says more about the clock than about the query. */
const LEAST_FILTER_MS = 20;

/** The middle of some measurements after one that warms up; what takes seconds is measured once. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const started = performance.now();
    await work();
    const ms = performance.now() - started;
    if (ms > LONG_MS) return readable(ms);
    if (round > 0) times.push(ms);
  }
  return readable(median(times));
};

const ask = (es: Client, query: string, filter?: estypes.QueryDslQueryContainer) =>
  es.esql.query({ query, filter, format: 'json' }, { requestTimeout: TIMEOUT_MS });

/** The rule's query up to the first look-up: what any rule on these events would cost. */
const eventFilterOf = (query: string): string =>
  query.split(/\|\s*LOOKUP JOIN/)[0]?.trim() ?? query;

const costOfQuery = async (
  es: Client,
  query: string,
  filter?: estypes.QueryDslQueryContainer
): Promise<QueryCost> => {
  const whole = await timed(() => ask(es, `${query}\n| LIMIT 1000`, filter));
  // Counted, because a filter that may stop at the thousandth event reads a part of them only.
  const counted = `${eventFilterOf(query)}\n| STATS events = COUNT(*)`;
  const bare = await timed(() => ask(es, counted, filter));
  return {
    query_ms: whole,
    filter_ms: bare,
    ratio: readable(whole / Math.max(bare, LEAST_FILTER_MS)),
  };
};

const costOverAll = async (es: Client, { fields }: StoredRule): Promise<RuleCost['all']> => {
  if (fields.type === 'esql') return costOfQuery(es, fields.query);
  const request = {
    index: indicesOf(fields),
    ignore_unavailable: true,
    query: { bool: { filter: contentFilter(fields) } },
  };
  return { filter_ms: await timed(() => es.count(request, { requestTimeout: TIMEOUT_MS })) };
};

const costOfLookBack = async (
  es: Client,
  { fields }: StoredRule
): Promise<RuleCost['look_back']> => {
  if (fields.type !== 'esql' || !fields.query.includes('LOOKUP JOIN')) return undefined;
  const now = new Date(BENCH_NOW_MS);
  return costOfQuery(es, fields.query, timeFilter(fields, parseTime(fields.from, now), now));
};

/** A run as the schedule has it: look-back, alerts written, those of the run before known. */
const costOfRun = async (es: Client, rule: StoredRule): Promise<number> => {
  const now = new Date(BENCH_NOW_MS);
  const access = { url: '', asInternalUser: es, as: () => es, close: () => Promise.resolve() };
  return timed(async () => {
    const { summary } = await runRule(rule, now, { es: access, kibanaVersion: '9.2.0' });
    if (summary.status === 'failed') throw new Error(`${summary.name}: ${summary.message}`);
  });
};

const costsOfAll = async (es: Client): Promise<RuleCost[]> => {
  const costs: RuleCost[] = [];
  for (const compiled of loadShippedRules(SPACE).rules) {
    const rule = toStoredRule(compiled, SPACE);
    const run = await costOfRun(es, rule);
    const cost = {
      rule: rule.fields.name,
      run_ms: run,
      look_back: await costOfLookBack(es, rule),
      all: await costOverAll(es, rule),
    };
    tell(JSON.stringify(cost));
    costs.push(cost);
  }
  return costs;
};

/** All rules once over so many calls and events. */
export const measureRules = async (es: Client, size: RuleDataSize): Promise<RuleCosts> => {
  const { data, measured: costs } = await withRuleData(es, size, () => costsOfAll(es));
  const sum = (values: readonly number[]): number => readable(values.reduce((a, b) => a + b, 0));
  const runs = costs.map(({ run_ms: run }) => run);
  const all = costs.map(({ all: cost }) =>
    cost && 'query_ms' in cost ? cost.query_ms : (cost?.filter_ms ?? 0)
  );
  const joining = costs.filter(({ look_back: lookBack }) => lookBack);
  const lookBacks = joining.flatMap(({ look_back: cost }) => cost ?? []);
  const ratio = readable(
    sum(lookBacks.map((cost) => cost.query_ms)) / sum(lookBacks.map((cost) => cost.filter_ms))
  );
  const worst = Math.max(
    ...joining.map(({ all: cost }) => (cost && 'ratio' in cost ? cost.ratio : 0))
  );
  const slowest = Math.max(...runs);
  return {
    ...data,
    ...{ total_run_ms: sum(runs), slowest_run_ms: slowest },
    ...{ total_all_ms: sum(all), slowest_all_ms: Math.max(...all) },
    ...{ joining_ratio: ratio, worst_ratio_over_all: worst },
    goals: {
      no_rule_above_5_s: slowest <= SLOWEST_MS,
      joins_at_most_twice: ratio <= HIGHEST_RATIO,
      no_breaker: data.breakers_tripped === 0,
    },
    rules: costs,
  };
};
