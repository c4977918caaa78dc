import type { ElasticsearchClient } from '../../../../server/kibana';
import type { Document } from '../field_access';
import { alertsAlias } from './alert_index';
import { buildAlert, isOwnAlert, type Finding, type RunInfo } from './build_alert';

/** What became of a run's findings. */
export interface Written {
  readonly created: number;
  /** True when there was more than the rule may write in one run. */
  readonly truncated: boolean;
  /** Why Elasticsearch refused alerts, each reason once. */
  readonly refusals: readonly string[];
}

const newOnes = async (
  es: ElasticsearchClient,
  alias: string,
  findings: readonly Finding[]
): Promise<Finding[]> => {
  // Of findings with one id the first stays, as in Kibana, where Elasticsearch refuses the others.
  const unique = new Map<string, Finding>();
  for (const finding of findings) {
    if (!unique.has(finding.alertId)) unique.set(finding.alertId, finding);
  }
  if (unique.size === 0) return [];
  const { hits } = await es.search({
    index: alias,
    query: { ids: { values: [...unique.keys()] } },
    size: unique.size,
    _source: false,
  });
  for (const { _id } of hits.hits) if (_id) unique.delete(_id);
  return [...unique.values()];
};

/** Writes an alert for every finding that has none yet. @param most how many may be written */
export const writeAlerts = async (
  es: ElasticsearchClient,
  run: RunInfo,
  findings: readonly Finding[],
  most: number
): Promise<Written> => {
  const alias = alertsAlias(run.rule.spaceId);
  const foreign = findings.filter((finding) => !isOwnAlert(finding, run.rule));
  const fresh = await newOnes(es, alias, foreign);
  const chosen = fresh.slice(0, most);
  if (chosen.length === 0) return { created: 0, truncated: fresh.length > 0, refusals: [] };
  const operations = chosen.flatMap((finding): Document[] => [
    { create: { _id: finding.alertId } },
    buildAlert(finding, run),
  ]);
  const { items } = await es.bulk({ index: alias, operations, refresh: true });
  const results = items.flatMap(({ create }) => (create ? [create] : []));
  const refusals = results
    .filter(({ status }) => status >= 400 && status !== 409)
    .map(({ error }) => error?.reason ?? 'unknown reason');
  return {
    created: results.filter(({ status }) => status === 201).length,
    truncated: fresh.length > most,
    refusals: [...new Set(refusals)],
  };
};
