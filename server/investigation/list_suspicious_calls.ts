import type { z } from 'zod';
import type {
  getSuspiciousCalls,
  SuspiciousCall,
  SuspiciousCallsResponse,
} from '../../common/api/suspicious_calls';
import { readCalls } from './calls';
import { groupByCall, searchCallAlerts, type AlertOfCall } from './alerts';
import { readChecked } from './checked';
import { filterCalls, sortCalls } from './filter_calls';
import { toSuspiciousCall } from './suspicious_call';
import type { InvestigationContext } from './context';

const HOUR_MS = 3_600_000;

type Query = z.output<typeof getSuspiciousCalls.query>;

const countsOf = (
  calls: readonly SuspiciousCall[],
  now: number
): SuspiciousCallsResponse['counts'] => {
  const withStatus = (status: SuspiciousCall['status']): number =>
    calls.filter((call) => call.status === status).length;
  return {
    open: withStatus('open'),
    acknowledged: withStatus('acknowledged'),
    closed: withStatus('closed'),
    last_hour: calls.filter(({ alerts }) =>
      alerts.some(({ created }) => Date.parse(created) > now - HOUR_MS)
    ).length,
  };
};

const rulesOf = (calls: readonly SuspiciousCall[]): SuspiciousCallsResponse['rules'] => {
  const rules = new Map<string, { id: string; name: string; calls: number }>();
  for (const call of calls) {
    for (const [id, name] of new Map(
      call.alerts.map((alert) => [alert.rule_id, alert.rule_name])
    )) {
      const known = rules.get(id) ?? { id, name, calls: 0 };
      rules.set(id, { ...known, calls: known.calls + 1 });
    }
  }
  return [...rules.values()].sort((a, b) => a.name.localeCompare(b.name));
};

const newestAlert = (alerts: readonly AlertOfCall[]): string | undefined =>
  alerts.reduce<string | undefined>(
    (newest, { alert }) =>
      newest === undefined || alert.created > newest ? alert.created : newest,
    undefined
  );

/**
 * The calls that rules alerted on in a time range, one row a call, filtered, sorted and cut to a page.
 * Alerts cannot be grouped by Elasticsearch (their `vishing.*` fields are not indexed), so this reads at most 10,000 of
 * them and says `truncated` when there are more.
 */
export const listSuspiciousCalls = async (
  context: InvestigationContext,
  query: Query
): Promise<SuspiciousCallsResponse> => {
  const { es, spaceId, signal } = context;
  const [found, checked] = await Promise.all([
    searchCallAlerts(es, { spaceId, from: query.from, to: query.to, signal }),
    readChecked(es, query, signal),
  ]);
  const groups = groupByCall(found.alerts);
  const documents =
    groups.size > 0 ? await readCalls(es, [...groups.keys()], signal) : new Map<string, never>();
  const { mask = (call) => call } = context;
  const all = [...groups].map(([callId, alerts]) =>
    mask(toSuspiciousCall({ ...context, callId, alerts, call: documents.get(callId) }))
  );
  const matching = sortCalls(filterCalls(all, query), query);
  const start = query.page * query.per_page;
  return {
    calls: matching.slice(start, start + query.per_page),
    total: matching.length,
    truncated: found.truncated,
    counts: countsOf(all, context.now()),
    rules: rulesOf(all),
    checked: { ...checked, last_alert: newestAlert(found.alerts) },
  };
};
