import type { CompiledRule } from '../../common/api/setup';
import { alertHits, eventHits, knownFields } from './esql_hits';
import type { BacktestRun, Hits, Span } from './hit';
import { eventsQuery, mentioned, type HitsOfRule } from './hits_query';
import { newTermsHits } from './new_terms_hits';
import { thresholdHits } from './threshold_hits';

/** Rules that read alerts of rules that read alerts: more than any sensible chain has. */
const MOST_STAGES = 4;

/** The rules whose alerts a rule reads. */
export const stagesBefore = (
  rule: CompiledRule,
  rules: readonly CompiledRule[]
): readonly CompiledRule[] =>
  rule.type === 'esql' && String(rule.query).includes('.alerts-security')
    ? rules.filter(
        ({ rule_id: id }) => id !== rule.rule_id && String(rule.query).includes(`"${id}"`)
      )
    : [];

/** What the rules before a rule would have alerted on, with its number. */
export interface StageInput {
  readonly before: readonly HitsOfRule[];
  readonly truncated: boolean;
}

/** Runs the rules whose alerts this one reads. */
export const runStagesBefore = async (
  run: BacktestRun,
  rule: CompiledRule,
  { span, depth = 0 }: { span: Span; depth?: number }
): Promise<StageInput | undefined> => {
  const rules = depth < MOST_STAGES ? stagesBefore(rule, run.rules) : [];
  if (rules.length === 0) return undefined;
  const fields = mentioned(String(rule.query), await knownFields(run));
  const before: HitsOfRule[] = [];
  let truncated = false;
  for (const stage of rules) {
    // A stage that reads alerts depends on more than its own query; the stages before it are remembered.
    const readsAlerts = stagesBefore(stage, run.rules).length > 0;
    const ask = () => ruleHits(run, stage, { span, fields, depth: depth + 1 });
    const found = readsAlerts
      ? await ask()
      : await run.remember(['stage', stage, fields, span], ask, ({ hits }) => hits.length);
    before.push(...found.hits.map((hit) => ({ ruleId: stage.rule_id, hit })));
    truncated ||= found.truncated;
  }
  return { before, truncated };
};

const NO_HITS: Hits = { hits: [], truncated: false };

interface RuleHitsOptions {
  readonly span: Span;
  /** Of the event, for the rules that read the alerts. */
  readonly fields?: readonly string[];
  readonly depth?: number;
  /** Of the rules before, where they ran already. */
  readonly input?: StageInput | undefined;
}

/** What a rule would have alerted on in a span, with the rules before it run over the same span. */
export const ruleHits = async (
  run: BacktestRun,
  rule: CompiledRule,
  { span, fields = [], depth = 0, input }: RuleHitsOptions
): Promise<Hits> => {
  switch (rule.type) {
    case 'threshold':
      return thresholdHits(run, rule, span);
    case 'new_terms':
      return newTermsHits(run, rule, { span, fields });
    case 'esql': {
      const stages = input ?? (await runStagesBefore(run, rule, { span, depth }));
      if (!stages) return eventHits(run, rule, span);
      const query = eventsQuery(String(rule.query));
      const [ofEvents, ofAlerts] = await Promise.all([
        query === undefined ? NO_HITS : eventHits(run, { ...rule, query }, span),
        alertHits(run, rule, { ...stages, fields: await knownFields(run) }),
      ]);
      return {
        hits: [...ofEvents.hits, ...ofAlerts.hits],
        truncated: ofEvents.truncated || ofAlerts.truncated,
      };
    }
  }
};
