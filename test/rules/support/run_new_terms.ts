import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { CompiledRule } from '../../../common/api/setup';
import { toSeconds } from '../../../common/model/duration';
import type { Row } from './run_rule';

const newTermsRule = z.object({
  index: z.array(z.string()),
  new_terms_fields: z.array(z.string()).min(1),
  history_window_start: z.string(),
});

const seconds = (from: unknown): number => toSeconds(String(from).slice('now-'.length));

const hitSchema = z.object({
  fields: z.record(z.string(), z.array(z.unknown())),
  _source: z.record(z.string(), z.unknown()),
});

/** A row, and what its alert keeps of the event. */
export interface NewTermsRow {
  readonly row: Row;
  readonly event: Readonly<Record<string, unknown>>;
}

/** Runs a rule that finds new terms: each first document whose combination of values is not in the history before, with its time (ms). */
export const runNewTermsRule = async (
  es: Client,
  rule: CompiledRule,
  nowMs: number
): Promise<NewTermsRow[]> => {
  const { index, new_terms_fields: names, history_window_start: start } = newTermsRule.parse(rule);
  const { hits } = await es.search({
    index: index.join(','),
    size: 10_000,
    ignore_unavailable: true,
    allow_no_indices: true,
    _source: ['host', 'process', 'user'],
    fields: [...names, { field: '@timestamp', format: 'epoch_millis' }],
    sort: [{ '@timestamp': 'asc' }],
    query: {
      bool: {
        filter: [
          // The client's types do not know the query that reads Kibana's language.
          { kql: { query: String(rule.query) } } as never,
          {
            range: {
              '@timestamp': {
                gte: new Date(nowMs - seconds(start) * 1000).toISOString(),
                lte: new Date(nowMs).toISOString(),
              },
            },
          },
        ],
      },
    },
  });
  const seen = new Set<string>();
  return hits.hits.flatMap((hit) => {
    const { fields, _source: event } = hitSchema.parse(hit);
    const values = names.map((name) => fields[name]?.[0]);
    const key = JSON.stringify(values);
    const isNew = !seen.has(key);
    seen.add(key);
    const inWindow = Number(fields['@timestamp']?.[0]) >= nowMs - seconds(rule.from) * 1000;
    return isNew && inWindow
      ? [
          {
            row: {
              ...Object.fromEntries(
                names.map((name, nth): [string, unknown] => [name, values[nth]])
              ),
              '@timestamp': fields['@timestamp']?.[0],
            },
            event,
          },
        ]
      : [];
  });
};
