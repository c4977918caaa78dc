import type { estypes } from '@elastic/elasticsearch';
import { CALLS_INDEX, DIRECTORY_INDEX } from '../../common/constants';
import { DEFAULT_SITE, withoutSite } from '../../common/people/extension';
import type { ElasticsearchClient } from '../kibana';

const PAGE = 10_000;
const MAX_EXTENSIONS = 2000;
const RECENT = 'now-90d';

interface Page {
  readonly values: {
    readonly buckets: readonly { readonly key: { readonly value: string } }[];
    readonly after_key?: Record<string, string>;
  };
}

const readValues = async (es: ElasticsearchClient): Promise<string[]> => {
  const values: string[] = [];
  let after: Record<string, string> | undefined;
  do {
    const { aggregations } = await es.search<unknown, Page>({
      index: DIRECTORY_INDEX,
      size: 0,
      aggs: {
        values: {
          composite: {
            size: PAGE,
            sources: [{ value: { terms: { field: 'extensions' } } }],
            ...(after ? { after } : {}),
          },
        },
      },
    });
    values.push(...(aggregations?.values.buckets ?? []).map(({ key }) => key.value));
    after = aggregations?.values.after_key;
  } while (after);
  return values;
};

/** Extensions that stand alone with one person and with a site elsewhere; those of calls without a site go first. */
const mixedOf = (values: readonly string[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const bare = withoutSite(value);
    groups.set(bare, [...(groups.get(bare) ?? []), value]);
  }
  return new Map(
    [...groups].filter(
      ([bare, group]) =>
        group.length > 1 && group.includes(bare) && !group.includes(`${DEFAULT_SITE}:${bare}`)
    )
  );
};

interface Sides {
  readonly callee: { readonly buckets: readonly { readonly key: string }[] };
  readonly caller: { readonly buckets: readonly { readonly key: string }[] };
}

const inCallsWithoutSite = async (
  es: ElasticsearchClient,
  extensions: readonly string[]
): Promise<Set<string>> => {
  const noSite: estypes.QueryDslQueryContainer[] = [
    { term: { 'vishing.site.id': DEFAULT_SITE } },
    { bool: { must_not: [{ exists: { field: 'vishing.site.id' } }] } },
  ];
  const side = (field: string): estypes.AggregationsAggregationContainer => ({
    terms: { field, include: [...extensions], size: MAX_EXTENSIONS },
  });
  const { aggregations } = await es.search<unknown, Sides>({
    index: CALLS_INDEX,
    size: 0,
    query: {
      bool: {
        filter: [
          { range: { '@timestamp': { gte: RECENT } } },
          { bool: { should: noSite, minimum_should_match: 1 } },
        ],
      },
    },
    aggs: { callee: side('vishing.callee.extension'), caller: side('vishing.caller.extension') },
  });
  const { callee, caller } = aggregations ?? {};
  return new Set([...(callee?.buckets ?? []), ...(caller?.buckets ?? [])].map(({ key }) => key));
};

/**
 * Extensions that one person has at any site and another at one site, and that calls of the last 90 days have whose
 * records name no site: such a call can be either's. Where every record names its site there are none.
 * @returns by extension, as people have it
 */
export const readMixedExtensions = async (
  es: ElasticsearchClient
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const mixed = mixedOf(await readValues(es));
  const candidates = [...mixed.keys()].slice(0, MAX_EXTENSIONS);
  if (candidates.length === 0) return new Map();
  const used = await inCallsWithoutSite(es, candidates);
  return new Map([...mixed].filter(([extension]) => used.has(extension)));
};
