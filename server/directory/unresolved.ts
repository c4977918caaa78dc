import type { estypes } from '@elastic/elasticsearch';
import type { Suggestion, UnresolvedLine } from '../../common/api/people';
import { CALLS_INDEX } from '../../common/constants';
import { DEFAULT_SITE } from '../../common/people/extension';
import type { ElasticsearchClient } from '../kibana';
import { suggestPeople, type LineFacts } from './suggest_people';

type Clause = estypes.QueryDslQueryContainer;

/** Lines of each kind that are listed: enough for a day's work, and one answer below a second. */
const MAX_LINES = 100;
const MAX_NAMES = 3;

/** Which party of a call is ours, by the direction of the call. */
const SIDES = {
  callee: { directions: ['inbound', 'internal'], user: 'destination.user' },
  caller: { directions: ['outbound'], user: 'source.user' },
} as const;
type Side = keyof typeof SIDES;

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
}
interface LineBucket extends Bucket {
  readonly last: { readonly value: number | null };
  readonly names: { readonly buckets: readonly Bucket[] };
  readonly emails: { readonly buckets: readonly Bucket[] };
  readonly accounts: { readonly buckets: readonly Bucket[] };
  readonly sites?: { readonly buckets: readonly LineBucket[] };
}
interface SideAnswer {
  readonly numbers: { readonly lines: { buckets: LineBucket[]; sum_other_doc_count: number } };
  readonly extensions: { readonly lines: { buckets: LineBucket[]; sum_other_doc_count: number } };
}

const without = (field: string): Clause => ({ bool: { must_not: [{ exists: { field } }] } });

const factsOf = (side: Side): Record<string, estypes.AggregationsAggregationContainer> => ({
  last: { max: { field: '@timestamp' } },
  names: { terms: { field: `vishing.${side}.display_name`, size: MAX_NAMES } },
  emails: { terms: { field: `${SIDES[side].user}.email`, size: MAX_NAMES } },
  accounts: { terms: { field: `${SIDES[side].user}.name`, size: MAX_NAMES } },
});

const sideAggregation = (side: Side): estypes.AggregationsAggregationContainer => {
  const extension = `vishing.${side}.extension`;
  return {
    filter: { terms: { 'vishing.call.direction': [...SIDES[side].directions] } },
    aggs: {
      numbers: {
        filter: without(extension),
        aggs: {
          lines: {
            terms: { field: `vishing.${side}.number`, size: MAX_LINES },
            aggs: factsOf(side),
          },
        },
      },
      extensions: {
        filter: { exists: { field: extension } },
        aggs: {
          lines: {
            terms: { field: extension, size: MAX_LINES },
            aggs: {
              sites: {
                terms: { field: 'vishing.site.id', missing: DEFAULT_SITE, size: 20 },
                aggs: factsOf(side),
              },
            },
          },
        },
      },
    },
  };
};

const toFacts = (
  kind: 'number' | 'extension',
  bucket: LineBucket,
  line: { readonly value: string; readonly site?: string }
): LineFacts => ({
  kind,
  ...line,
  calls: bucket.doc_count,
  lastMs: bucket.last.value ?? 0,
  names: bucket.names.buckets.map(({ key, doc_count: calls }) => ({ text: key, calls })),
  emails: bucket.emails.buckets.map(({ key, doc_count: calls }) => ({ text: key, calls })),
  accounts: bucket.accounts.buckets.map(({ key, doc_count: calls }) => ({ text: key, calls })),
});

const linesOf = ({ numbers, extensions }: SideAnswer): LineFacts[] => [
  ...numbers.lines.buckets.map((bucket) => toFacts('number', bucket, { value: bucket.key })),
  ...extensions.lines.buckets.flatMap(({ key, sites }) =>
    (sites?.buckets ?? []).map((bucket) =>
      toFacts('extension', bucket, { value: `${bucket.key}:${key}`, site: bucket.key })
    )
  ),
];

const joinTexts = (a: LineFacts['names'], b: LineFacts['names']): LineFacts['names'] => {
  const calls = new Map(a.map((item) => [item.text, item.calls]));
  for (const item of b) calls.set(item.text, (calls.get(item.text) ?? 0) + item.calls);
  return [...calls].map(([text, count]) => ({ text, calls: count }));
};

/** The same line is called and calls. */
const joinSides = (facts: readonly LineFacts[]): LineFacts[] => {
  const lines = new Map<string, LineFacts>();
  for (const line of facts) {
    const present = lines.get(line.value);
    lines.set(
      line.value,
      present
        ? {
            ...present,
            calls: present.calls + line.calls,
            lastMs: Math.max(present.lastMs, line.lastMs),
            names: joinTexts(present.names, line.names),
            emails: joinTexts(present.emails, line.emails),
            accounts: joinTexts(present.accounts, line.accounts),
          }
        : line
    );
  }
  return [...lines.values()].sort((a, b) => b.calls - a.calls || a.value.localeCompare(b.value));
};

const toLine = (
  { kind, value, site, calls, lastMs, names }: LineFacts,
  suggestion: Suggestion | undefined,
  formatNumber: (number: string) => string
): UnresolvedLine => ({
  kind,
  value,
  display: kind === 'number' ? formatNumber(value) : value.slice((site?.length ?? -1) + 1),
  ...(site === undefined ? {} : { site }),
  calls,
  last_call: new Date(lastMs).toISOString(),
  display_names: names.map(({ text }) => text),
  ...(suggestion ? { suggestion } : {}),
});

/**
 * Lines of ours that no person of the directory is known for, the most used first, with whoever they may belong to. The
 * caller of an internal call is not looked at: the same line calls out too, or is called.
 */
export const listUnresolved = async (
  es: ElasticsearchClient,
  range: { readonly from: string; readonly to: string },
  formatNumber: (number: string) => string
): Promise<{
  readonly lines: UnresolvedLine[];
  readonly calls: number;
  readonly without_person: number;
  readonly truncated: boolean;
}> => {
  const recent: Clause = { range: { '@timestamp': { gte: range.from, lte: range.to } } };
  const { aggregations } = await es.search<
    unknown,
    { unknown: { doc_count: number } & Record<Side, SideAnswer>; all: { value: number } }
  >({
    index: CALLS_INDEX,
    size: 0,
    query: { bool: { filter: [recent] } },
    aggs: {
      all: { value_count: { field: 'vishing.call.id' } },
      unknown: {
        filter: without('vishing.person.id'),
        aggs: { callee: sideAggregation('callee'), caller: sideAggregation('caller') },
      },
    },
  });
  const { unknown, all } = aggregations ?? {};
  if (!unknown) return { lines: [], calls: all?.value ?? 0, without_person: 0, truncated: false };
  const facts = joinSides([...linesOf(unknown.callee), ...linesOf(unknown.caller)]);
  const listed = facts.slice(0, MAX_LINES);
  const suggestions = await suggestPeople(es, listed, recent);
  const rest = [unknown.callee, unknown.caller].some(
    ({ numbers, extensions }) =>
      numbers.lines.sum_other_doc_count > 0 || extensions.lines.sum_other_doc_count > 0
  );
  return {
    lines: listed.map((line) => toLine(line, suggestions.get(line.value), formatNumber)),
    calls: all?.value ?? 0,
    without_person: unknown.doc_count,
    truncated: rest || facts.length > listed.length,
  };
};
