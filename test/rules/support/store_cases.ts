import type { Client } from '@elastic/elasticsearch';
import { watchlistEntrySchema } from '../../../common/model/watchlist';
import { upsertPeople } from '../../../server/directory/directory_store';
import { storeLookups } from '../../../server/directory/lookups/store_lookups';
import type { Logger } from '../../../server/kibana';
import { resolveCalls } from '../../../server/resolver/resolve_calls';
import { upsertWatchlist } from '../../../server/watchlist/watchlist_store';
import type { RuleCase } from './case_file';
import type { Cast } from './cast';
import { toRawRecord } from './phone_record';

/**
 * When the cases play: no other test has calls in the month before. Two minutes before midnight, because rules look for calls
 * day by day: of most cases the call is on another day than the event.
 */
export const MOMENT_MS = Date.parse('2026-05-20T23:58:00.000Z');
/** Source of the cases' entries in the watchlist. */
export const CASES_SOURCE = 'cases';
/** Namespace of the data streams of the cases' events, which have a template of their own. */
const NAMESPACE = 'rulecases';
/** The cases' phone records, which are taken away again. */
export const CASES_STREAM = 'logs-vishing.call-cases';

export interface StagedCase {
  readonly item: RuleCase;
  readonly cast: Cast;
}

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const atMs = (offset: string): number =>
  MOMENT_MS + Number(offset.slice(0, -1)) * UNIT_MS[offset.slice(-1) as keyof typeof UNIT_MS];

/** Fills `{me.email}`, `{a}` (a number) and `{n}` (which of the repeated documents). */
export const fill = (value: unknown, cast: Cast, nth = 0): unknown => {
  if (typeof value === 'string') {
    return value.replace(/\{([a-z]\w*)(?:\.(\w+))?\}/g, (whole, name: string, field?: string) => {
      if (name === 'n' && !field) return String(nth);
      const actor = cast.actors.get(name) as Readonly<Record<string, string>> | undefined;
      return (field ? actor?.[field] : cast.numbers.get(name)) ?? whole;
    });
  }
  if (Array.isArray(value)) return value.map((inner) => fill(inner, cast, nth));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fill(inner, cast, nth)])
  );
};

const bulk = async (es: Client, operations: object[]): Promise<void> => {
  if (operations.length === 0) return;
  const answer = await es.bulk({ operations, refresh: true });
  // 409: the record is there already, from a run before on the same Elasticsearch.
  const failed = answer.items.find((item) =>
    Object.values(item).some(({ error, status }) => error && status !== 409)
  );
  if (failed) throw new Error(`A document of a case was refused: ${JSON.stringify(failed)}`);
};

/** Integrations map texts as keywords; the embedded Elasticsearch has no templates of theirs. */
const putEventTemplate = (es: Client): Promise<unknown> =>
  es.indices.putIndexTemplate({
    name: NAMESPACE,
    index_patterns: [`logs-*-${NAMESPACE}`],
    priority: 900,
    template: {
      mappings: {
        dynamic_templates: [
          { texts: { match_mapping_type: 'string', mapping: { type: 'keyword' } } },
        ],
        properties: {
          source: {
            properties: { ip: { type: 'ip' }, as: { properties: { number: { type: 'long' } } } },
          },
        },
      },
    },
  });

const eventOperations = ({ item, cast }: StagedCase): object[] =>
  item.events.flatMap(({ index, at, repeat, document }) =>
    Array.from({ length: repeat }, (_, nth) => [
      { create: { _index: `${index}-${NAMESPACE}` } },
      {
        '@timestamp': new Date(atMs(at) + nth * 1000).toISOString(),
        ...(fill(document, cast, nth) as object),
      },
    ]).flat()
  );

const recordOperations = ({ item, cast }: StagedCase, nth: number): object[] =>
  item.calls.flatMap((call, index) => [
    { create: { _index: CASES_STREAM } },
    toRawRecord(call, cast, { startMs: atMs(call.at), uniqueId: `17792${nth}.${index + 1}` }),
  ]);

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  get: () => silent,
};

/** Stores people, watchlist, phone records and events of all cases, and resolves the calls. */
export const storeCases = async (es: Client, staged: readonly StagedCase[]): Promise<void> => {
  await putEventTemplate(es);
  await upsertPeople(
    es,
    staged.flatMap(({ cast }) => cast.people)
  );
  const entries = staged.flatMap(({ item, cast }) =>
    Object.entries(item.watchlist).map(([name, verdict]) =>
      watchlistEntrySchema.parse({
        number: cast.numbers.get(name),
        verdict,
        source: CASES_SOURCE,
        expires: '2099-01-01T00:00:00.000Z',
      })
    )
  );
  if (entries.length > 0) await upsertWatchlist(es, entries);
  await bulk(es, staged.flatMap(recordOperations));
  await bulk(es, staged.flatMap(eventOperations));
  await resolveCalls({ es, logger: silent });
  await storeLookups(es);
  await es.indices.refresh({ index: 'vishing-calls' });
};
