import type { estypes } from '@elastic/elasticsearch';
import type { SuspiciousPage } from '../../common/api/activity';
import { CALLS_INDEX } from '../../common/constants';
import type { CallDocument } from '../../common/model/call';
import { readStore } from '../stores/read_store';
import { groupByCall, searchCallAlerts, type AlertOfCall } from './alerts';
import { readCalls, toCall } from './calls';
import type { InvestigationContext } from './context';
import { toSuspiciousCall } from './suspicious_call';

/** Whose suspicious calls are asked for. */
export interface CallsSubject {
  /** Finds the calls in `vishing-calls`. */
  readonly calls: estypes.QueryDslQueryContainer;
  /** Whether an alert's own copy of the call names the subject; asked for calls that are gone. */
  isNamedBy(alertSource: unknown): boolean;
  /** Values of `source.address` or `destination.address` by which alerts can be searched when there are too many. */
  readonly addresses?: readonly string[];
}

interface AlertsQuery {
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
  readonly page: number;
  readonly per_page: number;
}

const readAlerts = async (
  { es, spaceId, signal }: InvestigationContext,
  { addresses }: CallsSubject,
  { from, to }: AlertsQuery
): Promise<{ alerts: readonly AlertOfCall[]; truncated: boolean }> => {
  const search = { spaceId, from, to, signal };
  const newest = await searchCallAlerts(es, search);
  if (!newest.truncated || !addresses) return newest;
  const named = await searchCallAlerts(es, { ...search, addresses });
  const all = new Map([...newest.alerts, ...named.alerts].map((item) => [item.alert.id, item]));
  return { alerts: [...all.values()], truncated: true };
};

/** Those of the alerted calls that are the subject's. At most 10,000 alerts are read, hence as many ids. */
const readSubjectCalls = async (
  { es, signal }: InvestigationContext,
  { calls }: CallsSubject,
  ids: readonly string[]
): Promise<Map<string, CallDocument>> => {
  const answer = await readStore(
    es.search(
      {
        index: CALLS_INDEX,
        size: 10_000,
        track_total_hits: false,
        query: { bool: { filter: [calls, { terms: { 'vishing.call.id': [...ids] } }] } },
      },
      { signal }
    )
  );
  const found = answer.hits.hits.flatMap(({ _source }) => toCall(_source) ?? []);
  return new Map(found.map((call) => [call.vishing.call.id, call]));
};

/** Ids of calls that are not stored any more, and that their alerts say were the subject's. */
const goneCalls = async (
  { es, signal }: InvestigationContext,
  subject: CallsSubject,
  groups: ReadonlyMap<string, readonly AlertOfCall[]>
): Promise<string[]> => {
  const named = [...groups]
    .filter(([, alerts]) => alerts.some(({ source }) => subject.isNamedBy(source)))
    .map(([id]) => id);
  if (named.length === 0) return [];
  const stored = await readCalls(es, named, signal);
  return named.filter((id) => !stored.has(id));
};

/** Calls of one number or person that rules alerted on in a time range, newest first. */
export const listSuspiciousCallsOf = async (
  context: InvestigationContext,
  subject: CallsSubject,
  query: AlertsQuery
): Promise<SuspiciousPage> => {
  const { alerts, truncated } = await readAlerts(context, subject, query);
  if (alerts.length === 0) return { calls: [], total: 0, truncated };
  const groups = groupByCall(alerts);
  const calls = await readSubjectCalls(context, subject, [...groups.keys()]);
  const others = new Map([...groups].filter(([id]) => !calls.has(id)));
  const gone = await goneCalls(context, subject, others);
  const rows = [...calls.keys(), ...gone]
    .map((callId) =>
      toSuspiciousCall({
        ...context,
        callId,
        call: calls.get(callId),
        alerts: groups.get(callId) ?? [],
      })
    )
    .sort((a, b) => b.started.localeCompare(a.started) || a.call_id.localeCompare(b.call_id));
  const start = query.page * query.per_page;
  return { calls: rows.slice(start, start + query.per_page), total: rows.length, truncated };
};
