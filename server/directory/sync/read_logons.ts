import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '../../kibana';

/** How often one account logged on to one computer, as events spell both. */
export interface LogonCount {
  readonly host: string;
  /** Windows security identifier, or what else the system calls the account by. */
  readonly userId?: string;
  readonly name?: string;
  readonly domain?: string;
  /** Logons and unlockings at the computer itself. */
  readonly local: number;
  /** Logons over the network to its screen. */
  readonly remote: number;
}

export interface ReadLogons {
  readonly counts: readonly LogonCount[];
  /** ISO instant of the newest logon, where there is one. */
  readonly newest?: string;
}

interface ReadOptions {
  /** ISO instants: included, not included. */
  readonly since: string;
  readonly until: string;
  readonly signal?: AbortSignal;
}

/** Where Elastic Defend, the Windows integrations and Winlogbeat write logons. */
const INDICES = [
  'logs-endpoint.events.security-*',
  'logs-system.security-*',
  'logs-windows.forwarded*',
  'winlogbeat-*',
];

/** The types of Windows' event 4624, by number and by the name that integrations give them. */
const LOCAL = {
  numbers: ['2', '7', '11', '13'],
  names: ['Interactive', 'Unlock', 'CachedInteractive', 'CachedUnlock'],
};
const REMOTE = { numbers: ['10', '12'], names: ['RemoteInteractive', 'CachedRemoteInteractive'] };

type Query = estypes.QueryDslQueryContainer;

const anyOf = (should: Query[]): Query => ({ bool: { should, minimum_should_match: 1 } });

const ofTypes = ({ numbers, names }: { numbers: string[]; names: string[] }): Query =>
  anyOf([
    { terms: { 'winlog.event_data.LogonType': numbers } },
    { terms: { 'winlog.logon.type': names } },
    { terms: { 'process.Ext.session_info.logon_type': names } },
  ]);

const queryOf = ({ since, until }: ReadOptions): Query => ({
  bool: {
    filter: [
      { range: { '@timestamp': { gte: since, lt: until } } },
      anyOf([{ term: { 'event.code': '4624' } }, { term: { 'event.action': 'log_on' } }]),
      anyOf([ofTypes(LOCAL), ofTypes(REMOTE)]),
      { exists: { field: 'host.name' } },
    ],
    must_not: [{ term: { 'event.outcome': 'failure' } }],
  },
});

const optional = (
  field: string
): { terms: estypes.AggregationsCompositeTermsAggregation & { missing_bucket: boolean } } => ({
  terms: { field, missing_bucket: true },
});

/** 20,000 computers with three users each are twelve pages. */
const PAGE = 5000;

interface Answer {
  readonly newest: { readonly value: number | null };
  readonly pairs: {
    readonly buckets: readonly {
      readonly key: Readonly<Record<'host' | 'id' | 'name' | 'domain', string | null>>;
      readonly doc_count: number;
      readonly remote: { readonly doc_count: number };
    }[];
    readonly after_key?: Record<string, string>;
  };
}

const toCount = ({ key, doc_count, remote }: Answer['pairs']['buckets'][number]): LogonCount => ({
  host: key.host ?? '',
  userId: key.id ?? undefined,
  name: key.name ?? undefined,
  domain: key.domain ?? undefined,
  local: doc_count - remote.doc_count,
  remote: remote.doc_count,
});

/** Counts logons at screens by computer and account; indices that do not exist have none. No event is read. */
export const readLogons = async (
  es: ElasticsearchClient,
  options: ReadOptions
): Promise<ReadLogons> => {
  const counts: LogonCount[] = [];
  let newestMs: number | undefined;
  let after: Record<string, string> | undefined;
  do {
    options.signal?.throwIfAborted();
    const { aggregations }: { aggregations?: Answer } = await es.search<unknown, Answer>({
      index: INDICES,
      ignore_unavailable: true,
      size: 0,
      track_total_hits: false,
      query: queryOf(options),
      aggs: {
        newest: { max: { field: '@timestamp' } },
        pairs: {
          composite: {
            size: PAGE,
            sources: [
              { host: { terms: { field: 'host.name' } } },
              { id: optional('user.id') },
              { name: optional('user.name') },
              { domain: optional('user.domain') },
            ],
            ...(after ? { after } : {}),
          },
          aggs: { remote: { filter: ofTypes(REMOTE) } },
        },
      },
    });
    if (!aggregations) break;
    newestMs ??= aggregations.newest.value ?? undefined;
    counts.push(...aggregations.pairs.buckets.map(toCount));
    after = aggregations.pairs.after_key;
  } while (after);
  return {
    counts,
    ...(newestMs === undefined ? {} : { newest: new Date(newestMs).toISOString() }),
  };
};
