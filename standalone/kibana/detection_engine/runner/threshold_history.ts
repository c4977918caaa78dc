import type { estypes } from '@elastic/elasticsearch';
import { alertsAlias } from '../alerts/alert_index';
import { isObject, valuesAt, type Document } from '../field_access';
import type { ThresholdRule } from '../rules/rule_schema';
import { timeField, type RunContext } from './run_context';

type Dsl = estypes.QueryDslQueryContainer;

const MOST_EARLIER_ALERTS = 10_000;

const groupOf = (alert: Document, fields: readonly string[]): Dsl[] | undefined => {
  const terms = valuesAt(alert, 'kibana.alert.threshold_result')
    .flatMap((result) => (isObject(result) ? [result.terms].flat() : []))
    .filter(isObject);
  const queries = fields.map((field): Dsl | undefined => {
    const term = terms.find((candidate) => candidate.field === field);
    return term ? { term: { [field]: String(term.value) } } : undefined;
  });
  return queries.every((query): query is Dsl => query !== undefined) ? queries : undefined;
};

/**
 * Leaves out the events that earlier alerts of this rule have counted: of each group, everything up to the newest event of its
 * last alert. So overlapping runs do not repeat an alert, and a group alerts again only when it fills up anew.
 */
export const alreadyCounted = async ({
  internal,
  fields,
  run,
  from,
}: RunContext<ThresholdRule>): Promise<Dsl[]> => {
  const { hits } = await internal.search<Document>({
    index: alertsAlias(run.rule.spaceId),
    size: MOST_EARLIER_ALERTS,
    _source: ['kibana.alert.threshold_result', 'kibana.alert.original_time'],
    query: {
      bool: {
        filter: [
          { term: { 'kibana.alert.rule.uuid': run.rule.id } },
          { range: { 'kibana.alert.original_time': { gte: from.toISOString() } } },
        ],
      },
    },
  });
  return hits.hits.flatMap(({ _source: alert }): Dsl[] => {
    const group = alert && groupOf(alert, fields.threshold.field);
    const [last] = alert ? valuesAt(alert, 'kibana.alert.original_time') : [];
    if (!group || typeof last !== 'string') return [];
    return [{ bool: { filter: [...group, { range: { [timeField(fields)]: { lte: last } } }] } }];
  });
};
