import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { CompiledRule } from '../../common/api/setup';
import type { CountCheck } from '../../common/api/why';
import { toSeconds } from '../../common/model/duration';
import { totalOf } from '../investigation/alerts';
import { readTexts } from '../investigation/read_field';
import type { Rule } from '../rules/rule';
import type { Asking } from './rows';
import { countOf, inRange } from './sources';

/** Elasticsearch's own limit of one search. */
const MAX_READ = 10_000;

const countingRuleSchema = z.looseObject({
  from: z.string(),
  query: z.string(),
  index: z.array(z.string()),
  threshold: z.object({
    field: z.array(z.string()).min(1),
    value: z.number(),
    cardinality: z.array(z.object({ field: z.string(), value: z.number() })),
  }),
});

export interface Counted {
  readonly atMs: number;
  readonly different: readonly string[];
}

/** The stretch of this length with the most documents, and how many different values stand in it. */
export const bestStretch = (
  documents: readonly Counted[],
  lengthMs: number
): { readonly counted: number; readonly different: number } => {
  const sorted = [...documents].sort((a, b) => a.atMs - b.atMs);
  let best = { counted: 0, different: 0 };
  let start = 0;
  const inside = new Map<string, number>();
  const put = ({ different }: Counted, by: 1 | -1): void => {
    for (const value of different) {
      const times = (inside.get(value) ?? 0) + by;
      if (times > 0) inside.set(value, times);
      else inside.delete(value);
    }
  };
  sorted.forEach((document, end) => {
    put(document, 1);
    for (let first = sorted[start]; first && document.atMs - first.atMs > lengthMs;) {
      put(first, -1);
      start += 1;
      first = sorted[start];
    }
    const counted = end - start + 1;
    if (counted > best.counted || (counted === best.counted && inside.size > best.different))
      best = { counted, different: inside.size };
  });
  return best;
};

export interface CountQuestion {
  readonly rule: Rule;
  readonly compiled: CompiledRule;
  /** What the call has in the field over which both rules belong together. */
  readonly values: readonly string[];
  /** Between which instants counted documents may lie, milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
}

const rangeOf = (from: string, { fromMs, toMs }: CountQuestion): estypes.QueryDslQueryContainer =>
  inRange({
    from: new Date(fromMs - toSeconds(from.slice('now-'.length)) * 1000).toISOString(),
    to: new Date(toMs).toISOString(),
  });

const filtersOf = (
  { query, from, threshold }: z.infer<typeof countingRuleSchema>,
  question: CountQuestion,
  value: string
): estypes.QueryDslQueryContainer[] => [
  // The client's types do not know the query that reads Kibana's language.
  { kql: { query } } as never,
  { term: { [threshold.field[0] ?? '']: { value, case_insensitive: true } } },
  rangeOf(from, question),
];

const countOne = async (
  { es, signal }: Asking,
  question: CountQuestion,
  value: string
): Promise<CountCheck> => {
  const { rule, compiled } = question;
  const counting = countingRuleSchema.parse(compiled);
  const { threshold } = counting;
  const [cardinality] = threshold.cardinality;
  const { hits } = await es.search(
    {
      ...{ index: counting.index, ignore_unavailable: true, allow_no_indices: true },
      ...{ size: MAX_READ, track_total_hits: true, _source: false },
      sort: [{ '@timestamp': 'desc' }],
      fields: [
        { field: '@timestamp', format: 'epoch_millis' },
        ...(cardinality ? [{ field: cardinality.field }] : []),
      ],
      query: { bool: { filter: filtersOf(counting, question, value) } },
    },
    { signal }
  );
  const seconds = toSeconds(counting.from.slice('now-'.length));
  const best = bestStretch(
    hits.hits.map(({ fields }) => ({
      atMs: Number(readTexts(fields, '@timestamp')[0]),
      different: cardinality ? readTexts(fields, cardinality.field) : [],
    })),
    seconds * 1000
  );
  return {
    ...{ rule_id: rule.rule_id, rule_name: rule.name, value, window_seconds: seconds },
    ...{ counted: best.counted, needed: threshold.value },
    ...(cardinality
      ? {
          different: {
            field: cardinality.field,
            counted: best.different,
            needed: cardinality.value,
          },
        }
      : {}),
    parameters: rule.parameters
      .filter(({ type, det0245 }) => type === 'number' || det0245 === 'TimeWindow')
      .map(({ id }) => id),
    truncated: totalOf(hits.total) > MAX_READ,
    of_anybody: await countOf({ es, signal }, counting.index, rangeOf(counting.from, question)),
  };
};

/** How far a counting rule got for the call's person or number; nothing for a rule that does not count. */
export const checkCounts = async (
  asking: Asking,
  question: CountQuestion
): Promise<CountCheck[]> =>
  question.rule.type === 'threshold'
    ? Promise.all(question.values.map((value) => countOne(asking, question, value)))
    : [];
