import type { CompiledRule } from '../../common/api/setup';
import type { BacktestRates } from '../../common/api/backtest';
import { CALLS_INDEX } from '../../common/constants';
import { assignedIn } from '../esql/commands';
import { askEsql } from './ask_esql';
import { within, type BacktestRun, type Span } from './hit';
import { eventsQuery, joinOf, stagesOf } from './hits_query';
import { linkableEvents } from './linkable_events';
import type { StageInput } from './rule_hits';

/** Columns of our own that a stage calculates. */
const namesIn = (stage: string): string[] =>
  assignedIn(stage).filter((name) => name.startsWith('vishing.'));

/** The conditions behind the join that are about the call alone, with what is calculated for them from the call alone. */
const aboutCalls = (before: readonly string[], behind: readonly string[]): string[] => {
  const ofEvents = new Set(['vishing.gap_seconds', ...before.flatMap(namesIn)]);
  return behind.filter((stage) => {
    const needsEvent = [...ofEvents].some((name) => stage.includes(name));
    if (needsEvent) for (const name of namesIn(stage)) ofEvents.add(name);
    return !needsEvent && (stage.startsWith('WHERE ') || namesIn(stage).length > 0);
  });
};

export interface RateQueries {
  /** Counts the events that the rule would link to a call. */
  readonly events: string;
  /** Counts the calls that meet the conditions on the call alone. */
  readonly calls: string;
}

/** Cuts a joining rule at its join. @returns undefined for a rule that joins no call to an event */
export const rateQueries = (query: string): RateQueries | undefined => {
  const stages = stagesOf(query);
  const join = joinOf(stages);
  if (join < 0) return undefined;
  const before = stages.slice(0, join);
  const conditions = aboutCalls(before, stages.slice(join + 1));
  return {
    events: [...before, 'STATS events = COUNT_DISTINCT(_id, 10000)'].join('\n| '),
    calls: [`FROM ${CALLS_INDEX}`, ...conditions, 'STATS calls = COUNT(*)'].join('\n| '),
  };
};

const numberOf = async (
  run: BacktestRun,
  { query, column, span }: { query: string; column: string; span: Span }
): Promise<number> =>
  run.remember(
    ['number', query, span],
    async () => {
      const { rows } = await askEsql(run, { query, filter: [within(span)] });
      return Number(rows[0]?.[column] ?? 0);
    },
    () => 1
  );

/** How many events and calls of a span chance could bring together. */
export const readRates = async (
  run: BacktestRun,
  rule: CompiledRule,
  { span, input }: { span: Span; input: StageInput | undefined }
): Promise<BacktestRates | undefined> => {
  const whole = String(rule.query);
  const ofEvents = input ? eventsQuery(whole) : whole;
  const queries = rule.type === 'esql' ? rateQueries(ofEvents ?? whole) : undefined;
  if (!queries) return undefined;
  const ofAlerts = input?.before.length ?? 0;
  const countEvents = async (): Promise<number> => {
    if (ofEvents === undefined) return ofAlerts;
    const linkable = await linkableEvents(run, ofEvents, span);
    const found =
      linkable?.ids?.length ??
      (await numberOf(run, { query: queries.events, column: 'events', span }));
    return ofAlerts + found;
  };
  const [events, calls] = await Promise.all([
    countEvents(),
    numberOf(run, { query: queries.calls, column: 'calls', span }),
  ]);
  return { events, calls };
};
