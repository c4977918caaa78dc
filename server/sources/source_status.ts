import { z } from 'zod';
import type { SourceStatus } from '../../common/api/sources';
import { queryEsql } from '../esql/query_esql';
import type { ElasticsearchClient } from '../kibana';
import { silenceOf } from './silence';
import { arrivalsQuery, delayQuery, peopleQuery, type TimeRange } from './status_queries';

const bucketsOf = <T extends z.ZodType>(bucket: T) => z.object({ buckets: z.array(bucket) });
const maximum = z.object({ value: z.number().nullable() });

const siteSchema = z.object({
  key: z.string(),
  doc_count: z.number(),
  last_record: maximum,
  last_call: z.object({ start: maximum }),
  hours: z.object({ hours: bucketsOf(z.object({ key: z.number() })) }),
  in_range: z.object({
    doc_count: z.number(),
    days: bucketsOf(
      z.object({
        key_as_string: z.string(),
        doc_count: z.number(),
        failed: z.object({ doc_count: z.number() }),
      })
    ),
    failures: z.object({
      doc_count: z.number(),
      types: bucketsOf(
        z.object({
          key: z.string(),
          doc_count: z.number(),
          example: z.object({
            hits: z.object({
              hits: z.array(
                z.object({ _source: z.object({ error: z.object({ message: z.string() }) }) })
              ),
            }),
          }),
        })
      ),
    }),
  }),
});
const arrivalsSchema = z.object({
  sources: bucketsOf(z.object({ key: z.string(), sites: bucketsOf(siteSchema) })),
});
const peopleSchema = z.object({
  sources: bucketsOf(
    z.object({
      key: z.string(),
      sites: bucketsOf(
        z.object({
          key: z.string(),
          doc_count: z.number(),
          known: z.object({ doc_count: z.number() }),
        })
      ),
    })
  ),
});
const delaySchema = z.object({
  values: z.array(z.tuple([z.number().nullable(), z.number().nullable(), z.string(), z.string()])),
});

const keyOf = (source: string, site: string): string => `${source}\n${site}`;

const iso = (ms: number | null): string | undefined =>
  ms === null ? undefined : new Date(ms).toISOString();

type Delays = ReadonlyMap<string, NonNullable<SourceStatus['delay']>>;
type People = ReadonlyMap<string, Pick<SourceStatus, 'calls' | 'calls_with_person'>>;

const toStatus = (
  source: string,
  site: z.infer<typeof siteSchema>,
  { delays, people, nowMs }: { delays: Delays; people: People; nowMs: number }
): SourceStatus => {
  const { in_range: range } = site;
  const key = keyOf(source, site.key);
  return {
    source,
    site: site.key,
    records: range.doc_count,
    failed: range.failures.doc_count,
    last_record: iso(site.last_record.value) ?? '',
    last_call: iso(site.last_call.start.value),
    days: range.days.buckets.map(({ key_as_string, doc_count, failed }) => ({
      day: key_as_string.slice(0, 10),
      records: doc_count,
      failed: failed.doc_count,
    })),
    delay: delays.get(key),
    ...(people.get(key) ?? { calls: 0, calls_with_person: 0 }),
    failures: range.failures.types.buckets.map(({ key: type, doc_count, example }) => ({
      type,
      records: doc_count,
      example: example.hits.hits[0]?._source.error.message ?? type,
    })),
    silent: silenceOf(
      site.hours.hours.buckets.map(({ key: hour }) => hour),
      nowMs
    ),
  };
};

const readDelays = async (es: ElasticsearchClient, range: TimeRange): Promise<Delays> => {
  const answer = await queryEsql(es, delayQuery(range));
  const { values } = delaySchema.parse(answer);
  return new Map(
    values.flatMap(([p50, p95, source, site]): [string, { p50: number; p95: number }][] =>
      p50 === null || p95 === null ? [] : [[keyOf(source, site), { p50, p95 }]]
    )
  );
};

const readPeople = async (es: ElasticsearchClient, range: TimeRange): Promise<People> => {
  const { aggregations } = await es.search(peopleQuery(range));
  if (!aggregations) return new Map();
  const { sources } = peopleSchema.parse(aggregations);
  return new Map(
    sources.buckets.flatMap(({ key: source, sites }) =>
      sites.buckets.map(
        ({
          key: site,
          doc_count,
          known,
        }): [string, { calls: number; calls_with_person: number }] => [
          keyOf(source, site),
          { calls: doc_count, calls_with_person: known.doc_count },
        ]
      )
    )
  );
};

/**
 * How every source of every site does: what came and when, how late, how much of it was understood and resolved to people.
 * @param options.zone IANA zone in which days are counted
 */
export const readSourceStatus = async (
  es: ElasticsearchClient,
  { zone, nowMs, ...range }: TimeRange & { readonly zone: string; readonly nowMs: number }
): Promise<SourceStatus[]> => {
  const { aggregations } = await es.search(arrivalsQuery(range, zone, nowMs));
  // Nothing was ever sent: there is no stream yet, and nothing to ask the other queries.
  if (!aggregations) return [];
  const { sources } = arrivalsSchema.parse(aggregations);
  if (sources.buckets.length === 0) return [];
  const [delays, people] = await Promise.all([readDelays(es, range), readPeople(es, range)]);
  return sources.buckets.flatMap(({ key: source, sites }) =>
    sites.buckets.map((site) => toStatus(source, site, { delays, people, nowMs }))
  );
};
