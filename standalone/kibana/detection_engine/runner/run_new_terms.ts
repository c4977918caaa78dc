import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { newTermsId } from '../alerts/alert_ids';
import type { Finding } from '../alerts/build_alert';
import type { NewTermsRule } from '../rules/rule_schema';
import {
  contentFilter,
  indicesOf,
  noIndexWarning,
  parseTime,
  timeField,
  timeFilter,
  warningsOf,
  type RunContext,
  type RunResult,
} from './run_context';

type Dsl = estypes.QueryDslQueryContainer;

const PAGE = 500;
const keySchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
type Key = z.output<typeof keySchema>;

const pageSchema = z.object({
  terms: z.object({
    buckets: z.array(
      z.object({
        key: keySchema,
        first: z
          .object({
            hits: z.object({
              hits: z.array(
                z.object({
                  _index: z.string(),
                  _id: z.string(),
                  _source: z.record(z.string(), z.unknown()),
                })
              ),
            }),
          })
          .optional(),
      })
    ),
    after_key: keySchema.optional(),
  }),
});
type Page = z.output<typeof pageSchema>['terms'];

const textOf = (key: Key, fields: readonly string[]): string =>
  JSON.stringify(fields.map((field) => key[field]));

const composite = (rule: NewTermsRule, size: number, after?: Key) => ({
  size,
  sources: rule.new_terms_fields.map((field) => ({ [field]: { terms: { field } } })),
  ...(after ? { after } : {}),
});

/** One page of the terms of the run's range, each with its first event. */
const recentTerms = async (
  { es, fields, from, to }: RunContext<NewTermsRule>,
  after: Key | undefined
): Promise<{ page: Page; hasIndex: boolean }> => {
  const sort = [{ [timeField(fields)]: { order: 'asc' as const, unmapped_type: 'date' as const } }];
  const { aggregations, _shards: shards } = await es.search({
    index: indicesOf(fields),
    ignore_unavailable: true,
    size: 0,
    query: { bool: { filter: [timeFilter(fields, from, to), ...contentFilter(fields)] } },
    aggs: {
      terms: {
        composite: composite(fields, PAGE, after),
        aggs: { first: { top_hits: { size: 1, sort } } },
      },
    },
  });
  if (shards.total === 0) return { page: { buckets: [] }, hasIndex: false };
  return { page: pageSchema.parse(aggregations).terms, hasIndex: true };
};

/** Which of the terms were there in the history window, before the run's range. */
const knownTerms = async (
  { es, fields, from, to }: RunContext<NewTermsRule>,
  keys: readonly Key[]
): Promise<Set<string>> => {
  const historyStart = parseTime(fields.history_window_start, to);
  const anyOf = keys.map((key): Dsl => ({
    bool: {
      filter: Object.entries(key).map(([field, value]): Dsl => ({ term: { [field]: value } })),
    },
  }));
  const justBefore = new Date(from.getTime() - 1);
  const { aggregations } = await es.search({
    index: indicesOf(fields),
    ignore_unavailable: true,
    size: 0,
    query: {
      bool: {
        filter: [timeFilter(fields, historyStart, justBefore), ...contentFilter(fields)],
        should: anyOf,
        minimum_should_match: 1,
      },
    },
    aggs: { terms: { composite: composite(fields, 10_000) } },
  });
  const { buckets } = pageSchema.parse(aggregations).terms;
  return new Set(buckets.map(({ key }) => textOf(key, fields.new_terms_fields)));
};

const findingsOf = async (context: RunContext<NewTermsRule>, page: Page): Promise<Finding[]> => {
  const { fields, ruleKey } = context;
  const known = await knownTerms(
    context,
    page.buckets.map(({ key }) => key)
  );
  return page.buckets.flatMap(({ key, first }): Finding[] => {
    const [hit] = first?.hits.hits ?? [];
    if (!hit || known.has(textOf(key, fields.new_terms_fields))) return [];
    const terms = fields.new_terms_fields.map((field) => key[field]);
    return [
      {
        alertId: newTermsId({ index: hit._index, id: hit._id, rule: ruleKey }, terms),
        id: hit._id,
        index: hit._index,
        source: hit._source,
        typeFields: { 'kibana.alert.new_terms': terms },
      },
    ];
  });
};

/** Runs a new-terms rule: a term (or combination) that the history window lacks becomes an alert on its first event. */
export const runNewTerms = async (context: RunContext<NewTermsRule>): Promise<RunResult> => {
  const { fields } = context;
  const warnings = new Set<string>();
  let created = 0;
  let after: Key | undefined;
  do {
    const { page, hasIndex } = await recentTerms(context, after);
    if (!hasIndex) return { created, warnings: [noIndexWarning(indicesOf(fields))] };
    if (page.buckets.length === 0) break;
    const findings = await findingsOf(context, page);
    const written = await context.write(findings, fields.max_signals - created);
    created += written.created;
    for (const warning of warningsOf(written)) warnings.add(warning);
    after = page.after_key;
    if (written.truncated) break;
  } while (after);
  return { created, warnings: [...warnings] };
};
