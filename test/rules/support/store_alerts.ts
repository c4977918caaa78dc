import type { Client } from '@elastic/elasticsearch';
import type { CompiledRule } from '../../../common/api/setup';
import type { NewTermsRow } from './run_new_terms';
import type { CountAlert } from './run_rule';

/** What one alert of a rule says of itself. */
interface FoundAlert {
  /** Part of the alert's id. */
  readonly name: string;
  /** ISO instant. */
  readonly originalTime: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Fields of the event itself that the alert keeps. */
  readonly event?: Readonly<Record<string, unknown>>;
}

/** Of a counting rule. */
export const toCounted = ({ value, count, originalTime }: CountAlert): FoundAlert => ({
  name: value,
  originalTime,
  fields: { threshold_result: { count, terms: [{ field: 'group', value }] } },
});

/** Of a rule that finds new terms. */
export const toNewTerms = ({
  row: { '@timestamp': atMs, ...terms },
  event,
}: NewTermsRow): FoundAlert => {
  const values = Object.values(terms).map(String);
  return {
    name: values.join('-'),
    originalTime: new Date(Number(atMs)).toISOString(),
    fields: { new_terms: values },
    event,
  };
};

/** Stores alerts where the other rules look for them. */
export const storeAlerts = async (
  es: Client,
  {
    rule,
    alerts,
    spaceId,
    nowMs,
  }: { rule: CompiledRule; alerts: readonly FoundAlert[]; spaceId: string; nowMs: number }
): Promise<void> => {
  const operations = alerts.flatMap(({ name, originalTime, fields, event }) => [
    { index: { _index: `.alerts-security.alerts-${spaceId}`, _id: `${rule.rule_id}-${name}` } },
    {
      ...event,
      '@timestamp': new Date(nowMs).toISOString(),
      kibana: {
        space_ids: [spaceId],
        alert: { original_time: originalTime, rule: { rule_id: rule.rule_id }, ...fields },
      },
    },
  ]);
  if (operations.length > 0) await es.bulk({ operations, refresh: true });
};
