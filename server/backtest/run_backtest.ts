import {
  BACKTEST_MAX_ALERTS,
  BACKTEST_MAX_DAYS,
  type BacktestAlert,
  type BacktestRates,
} from '../../common/api/backtest';
import { VishingError } from '../errors';
import { describeHits } from './describe_hits';
import type { BacktestRun, Span } from './hit';
import { rememberForNow } from './memory';
import { readRates } from './rates';
import { ruleHits, runStagesBefore } from './rule_hits';

const DAY_MS = 86_400_000;

/** @throws VishingError `bad_request` for a range that is inverted, empty or too long */
export const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): Span => {
  const span = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (span.toMs <= span.fromMs)
    throw new VishingError('bad_request', 'The range has to end after it begins.');
  if (span.toMs - span.fromMs > BACKTEST_MAX_DAYS * DAY_MS)
    throw new VishingError(
      'bad_request',
      `A back-test covers at most ${BACKTEST_MAX_DAYS} days. Choose a shorter range.`
    );
  return span;
};

export interface BacktestResult {
  readonly alerts: BacktestAlert[];
  readonly truncated: boolean;
  readonly rates?: BacktestRates;
}

/**
 * Runs one rule over a part of a range, as the Detection Engine would have with all records there in time.
 * @throws VishingError `not_found` for a rule that the space does not have
 */
export const runBacktest = async (
  given: Omit<BacktestRun, 'remember'> & Partial<BacktestRun>,
  { ruleId, span, withRates }: { ruleId: string; span: Span; withRates: boolean }
): Promise<BacktestResult> => {
  const run: BacktestRun = { remember: rememberForNow(), ...given };
  const rule = run.rules.find(({ rule_id: id }) => id === ruleId);
  if (!rule)
    throw new VishingError('not_found', `This version of the plugin ships no rule ${ruleId}.`);
  const input = await runStagesBefore(run, rule, { span });
  const [{ hits, truncated }, rates] = await Promise.all([
    ruleHits(run, rule, { span, input }),
    withRates ? readRates(run, rule, { span, input }) : undefined,
  ]);
  const inOrder = [...hits].sort((a, b) => a.originalMs - b.originalMs);
  const shown = inOrder.slice(0, BACKTEST_MAX_ALERTS);
  return {
    alerts: await describeHits(run, shown),
    truncated: truncated || shown.length < inOrder.length,
    ...(rates ? { rates } : {}),
  };
};
