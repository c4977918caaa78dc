import { join } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import { listSuspiciousCalls } from '../../../server/investigation/list_suspicious_calls';
import { createKnowledge } from '../../../server/knowledge';
import { formatInternational } from '../../../server/numbers/format_number';
import type { Period } from '../data/make_data';
import type { Truth } from './judge';

export interface ScoreThreshold {
  readonly score: number;
  /** Calls with at least this score. */
  readonly calls: number;
  /** Of these, calls of campaigns, 0 to 1; absent when there is no call. */
  readonly precision?: number;
  readonly campaigns: number;
}

const THRESHOLDS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95];
const CONTENT = join(__dirname, '..', '..', '..', 'server', 'content');

/** How sure a score is: for every threshold, how many of the calls above it are attacks. Asked like the list of the app. */
export const measureScores = async (
  es: Client,
  spaceId: string,
  { period, truth }: { period: Period; truth: Truth }
): Promise<ScoreThreshold[]> => {
  const { rules, signals } = createKnowledge(CONTENT).ofSpace(spaceId);
  const context = {
    ...{ es, spaceId, rules, signals, formatNumber: formatInternational },
    now: () => period.toMs,
  };
  const { calls } = await listSuspiciousCalls(context, {
    from: new Date(period.fromMs).toISOString(),
    to: new Date(period.toMs).toISOString(),
    sort: 'score',
    order: 'desc',
    page: 0,
    per_page: 10_000,
  });
  const scored = calls.map(({ call_id: id, score }) => ({ score, campaign: truth.ofCall(id) }));
  return THRESHOLDS.map((score) => {
    const above = scored.filter((call) => call.score >= score);
    const attacks = above.flatMap(({ campaign }) => campaign ?? []);
    return {
      score,
      calls: above.length,
      ...(above.length === 0
        ? {}
        : { precision: Math.round((1000 * attacks.length) / above.length) / 1000 }),
      campaigns: new Set(attacks).size,
    };
  });
};
