import { severitySchema, workflowStatusSchema, type CallAlert } from '../../common/model/alert';
import { alertsIndex, RULE_TAG } from '../../common/constants';
import { isMissingIndex } from '../elasticsearch_errors';
import type { ElasticsearchClient } from '../kibana';
import { readNumberField, readText, readTexts } from './read_field';

/** An alert with the call it is about and its whole document. */
export interface AlertOfCall {
  readonly callId: string;
  readonly alert: CallAlert;
  readonly source: unknown;
}

export interface AlertSearch {
  readonly spaceId: string;
  /** ISO instants: alerts whose event or whose writing lies between them. */
  readonly from: string;
  readonly to: string;
  /** Only alerts on events with one of these in `source.address` or `destination.address`. */
  readonly addresses?: readonly string[];
  readonly signal?: AbortSignal;
}

export interface AlertSearchResult {
  readonly alerts: readonly AlertOfCall[];
  /** True when more alerts matched than one search returns. */
  readonly truncated: boolean;
}

/** Elasticsearch's own limit of one search (`index.max_result_window`). */
export const MAX_ALERTS = 10_000;

interface Hit {
  readonly _id?: string;
  readonly _index: string;
  readonly _source?: unknown;
}

/** @returns undefined for an alert that names no call, such as one of a counting rule */
export const toAlertOfCall = (hit: Hit): AlertOfCall | undefined => {
  const source = hit._source;
  const callId = readText(source, 'vishing.call.id');
  if (!callId || !hit._id) return undefined;
  const created = readText(source, '@timestamp') ?? new Date(0).toISOString();
  return {
    callId,
    source,
    alert: {
      id: hit._id,
      index: hit._index,
      rule_id: readText(source, 'kibana.alert.rule.rule_id') ?? 'unknown',
      rule_name: readText(source, 'kibana.alert.rule.name') ?? 'Unknown rule',
      severity: severitySchema.catch('low').parse(readText(source, 'kibana.alert.severity')),
      risk_score: readNumberField(source, 'kibana.alert.risk_score') ?? 0,
      status: workflowStatusSchema
        .catch('open')
        .parse(readText(source, 'kibana.alert.workflow_status')),
      // A rule over alerts of counting rules: the event lies before the alert that it read.
      original_time:
        readText(source, 'vishing.signal_time') ??
        readText(source, 'kibana.alert.original_time') ??
        created,
      created,
      reason: readText(source, 'kibana.alert.reason') ?? '',
      techniques: techniquesOf(source),
    },
  };
};

/** Technique ids stand in rule tags (`T1566.004`), which every alert carries in a flat form. */
const techniquesOf = (source: unknown): string[] =>
  readTexts(source, 'kibana.alert.rule.tags').filter((tag) => /^T\d{4}(\.\d{3})?$/.test(tag));

const withAddress = ({ addresses }: AlertSearch): object[] =>
  addresses === undefined
    ? []
    : [
        {
          bool: {
            should: ['source.address', 'destination.address'].map((field) => ({
              terms: { [field]: [...addresses] },
            })),
            minimum_should_match: 1,
          },
        },
      ];

const inRange = (field: string, { from, to }: AlertSearch): object => ({
  range: { [field]: { gte: from, lte: to } },
});

/**
 * Alerts of our rules about calls. The alerts index cannot be searched by `vishing.*` (its mapping is fixed), so alerts
 * are found by tag and time, and grouped by reading their `_source`.
 * @throws when Elasticsearch refuses; a missing alerts index means "no alerts yet"
 */
export const searchCallAlerts = async (
  es: ElasticsearchClient,
  search: AlertSearch
): Promise<AlertSearchResult> => {
  try {
    const answer = await es.search(
      {
        index: alertsIndex(search.spaceId),
        size: MAX_ALERTS,
        track_total_hits: MAX_ALERTS + 1,
        sort: [{ '@timestamp': 'desc' }],
        query: {
          bool: {
            filter: [
              { term: { 'kibana.alert.rule.tags': RULE_TAG } },
              {
                bool: {
                  should: [
                    inRange('kibana.alert.original_time', search),
                    inRange('@timestamp', search),
                  ],
                  minimum_should_match: 1,
                },
              },
              ...withAddress(search),
            ],
            must_not: [{ exists: { field: 'kibana.alert.building_block_type' } }],
          },
        },
      },
      { signal: search.signal }
    );
    const alerts = answer.hits.hits.map(toAlertOfCall).filter((alert) => alert !== undefined);
    return { alerts, truncated: totalOf(answer.hits.total) > MAX_ALERTS };
  } catch (error) {
    if (isMissingIndex(error)) return { alerts: [], truncated: false };
    throw error;
  }
};

/** Elasticsearch gives totals as a number or as an object. */
export const totalOf = (total: number | { readonly value: number } | undefined): number =>
  typeof total === 'number' ? total : (total?.value ?? 0);

/** Alerts by call id; the newest alert first in each group. */
export const groupByCall = (alerts: readonly AlertOfCall[]): Map<string, AlertOfCall[]> => {
  const groups = new Map<string, AlertOfCall[]>();
  for (const alert of alerts) {
    const group = groups.get(alert.callId);
    if (group) group.push(alert);
    else groups.set(alert.callId, [alert]);
  }
  return groups;
};
