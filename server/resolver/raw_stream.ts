import type { estypes } from '@elastic/elasticsearch';
import { CALL_DATA_STREAM_PATTERN } from '../../common/constants';
import type { ElasticsearchClient } from '../kibana';
import { toRawRecord, type RawRecord } from './raw_record';

/** Position in the raw stream: event.ingested (ms) and call id. */
export type Position = (string | number)[];

export interface Page {
  /** Calls that the page's documents belong to. */
  readonly callIds: ReadonlySet<string>;
  readonly records: readonly RawRecord[];
  readonly read: ReadAlready;
  readonly next?: Position;
  /** The time (ms of event.ingested) from the first document to the last. */
  readonly spanMs?: number;
  /** event.ingested of the last document, in ms. */
  readonly lastIngestedMs?: number;
}

/** The documents of a page: all that came after one instant and before another, and some of those two instants. */
export interface ReadAlready {
  readonly docIds: ReadonlySet<string>;
  /** event.ingested of the first and the last one, ms; absent when there is none. */
  readonly ingestedMs?: readonly [first: number, last: number];
}

const MAX_PAGE = 10_000;
/** A call with more records than this is a fault of the phone system, such as one id for all calls. */
const MAX_RECORDS_OF_CALL = 2_000;

const search = (
  es: ElasticsearchClient,
  request: estypes.SearchRequest
): Promise<estypes.SearchResponse<Record<string, unknown>>> =>
  es.search<Record<string, unknown>>({
    index: CALL_DATA_STREAM_PATTERN,
    // No record has come yet: there is no data stream.
    ignore_unavailable: true,
    allow_no_indices: true,
    track_total_hits: false,
    _source: { excludes: UNREAD },
    ...request,
  });

const callIdOf = (source: Record<string, unknown> | undefined): string | undefined => {
  const vishing = source?.vishing as { call?: { id?: unknown } } | undefined;
  const id = vishing?.call?.id;
  return typeof id === 'string' ? id : undefined;
};

/** What was read already, but for the two instants in which others came too; asking for each by its id takes longer. */
const inside = ({ ingestedMs }: ReadAlready): estypes.QueryDslQueryContainer[] =>
  ingestedMs === undefined
    ? []
    : [
        {
          range: {
            'event.ingested': { gt: ingestedMs[0], lt: ingestedMs[1], format: 'epoch_millis' },
          },
        },
      ];

/** The resolver understands what the pipelines read, not the text itself, which is most of a document. */
const UNREAD = ['message', 'event.original', 'vishing.header', 'vishing.mapping', 'error'];

/** How many times the time of the page before is looked at for the next page. */
const AHEAD = 4;

/** Documents that are part of a call: failures of the ingest pipeline have no call id. */
const IS_CALL_RECORD: estypes.QueryDslQueryContainer = { exists: { field: 'vishing.call.id' } };

interface PageRequest {
  /** event.ingested in ms; only what came later is read. */
  readonly afterMs?: number;
  /** Behind the page before. */
  readonly position?: Position;
  /** The time (ms of event.ingested) that the page before took. */
  readonly spanMs?: number;
  readonly size: number;
}

/** The time in which the page is looked for, ms; the position alone would do, but then all that is behind it is looked at. */
const rangeOf = ({
  afterMs,
  position,
  spanMs,
}: PageRequest): Record<string, number> | undefined => {
  const reachedMs = Number(position?.[0]);
  if (!Number.isFinite(reachedMs)) return afterMs === undefined ? undefined : { gt: afterMs };
  return spanMs === undefined
    ? { gte: reachedMs }
    : { gte: reachedMs, lte: reachedMs + AHEAD * spanMs };
};

const searchPage = (
  es: ElasticsearchClient,
  request: PageRequest
): Promise<estypes.SearchResponse<Record<string, unknown>>> => {
  const range = rangeOf(request);
  const since: estypes.QueryDslQueryContainer[] = range
    ? [{ range: { 'event.ingested': { ...range, format: 'epoch_millis' } } }]
    : [];
  return search(es, {
    size: request.size,
    query: { bool: { filter: [IS_CALL_RECORD, ...since] } },
    sort: [
      { 'event.ingested': { order: 'asc', unmapped_type: 'date' } },
      { 'vishing.call.id': { order: 'asc', unmapped_type: 'keyword' } },
    ],
    search_after: request.position,
  });
};

/**
 * Reads new records in the order in which they came. The call id breaks ties: a record that is skipped because it came in
 * the same millisecond, and is of the same call, is read with that call anyway (`readRecordsOfCalls`).
 */
export const readPage = async (es: ElasticsearchClient, request: PageRequest): Promise<Page> => {
  const { size, spanMs } = request;
  const near = await searchPage(es, request);
  const isWhole = spanMs === undefined || near.hits.hits.length === size;
  // Records come less often now, or this is the end: only a search without an end knows.
  const { hits } = isWhole ? near : await searchPage(es, { ...request, spanMs: undefined });
  const last = hits.hits.at(-1)?.sort;
  const firstIngestedMs = Number(hits.hits[0]?.sort?.[0]);
  const lastIngestedMs = Number(last?.[0]);
  const known = Number.isFinite(firstIngestedMs) && Number.isFinite(lastIngestedMs);
  return {
    callIds: new Set(hits.hits.flatMap(({ _source }) => callIdOf(_source) ?? [])),
    records: hits.hits.flatMap(({ _id, _source }) => toRawRecord(_id ?? '', _source) ?? []),
    read: {
      docIds: new Set(hits.hits.flatMap(({ _id }) => _id ?? [])),
      ingestedMs: known ? [firstIngestedMs, lastIngestedMs] : undefined,
    },
    next: hits.hits.length === size ? last : undefined,
    spanMs: known ? lastIngestedMs - firstIngestedMs : undefined,
    lastIngestedMs: known ? lastIngestedMs : undefined,
  };
};

/**
 * All records of the given calls that were not read yet.
 */
export const readRecordsOfCalls = async (
  es: ElasticsearchClient,
  callIds: ReadonlySet<string>,
  already: ReadAlready = { docIds: new Set() }
): Promise<RawRecord[]> => {
  const records: RawRecord[] = [];
  if (callIds.size === 0) return records;
  const counts = new Map<string, number>();
  let position: Position | undefined;
  do {
    const { hits } = await search(es, {
      size: MAX_PAGE,
      query: {
        bool: {
          filter: [{ terms: { 'vishing.call.id': [...callIds] } }],
          must_not: inside(already),
        },
      },
      sort: [
        { 'vishing.call.id': { order: 'asc', unmapped_type: 'keyword' } },
        { '@timestamp': { order: 'asc', unmapped_type: 'date' } },
        { 'vishing.call.leg': { order: 'asc', unmapped_type: 'keyword' } },
        { 'vishing.call.revision': { order: 'desc', unmapped_type: 'long' } },
      ],
      search_after: position,
    });
    for (const { _id, _source } of hits.hits) {
      if (already.docIds.has(_id ?? '')) continue;
      const record = toRawRecord(_id ?? '', _source);
      if (!record) continue;
      const { id } = record.vishing.call;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if ((counts.get(id) ?? 0) <= MAX_RECORDS_OF_CALL) records.push(record);
    }
    position = nextPosition(hits.hits, counts);
  } while (position);
  return records;
};

/** Goes on behind the last document, or behind its call when that has more records than anybody needs. */
const nextPosition = (
  hits: readonly estypes.SearchHit<unknown>[],
  counts: ReadonlyMap<string, number>
): Position | undefined => {
  const last = hits.at(-1)?.sort as Position | undefined;
  if (hits.length < MAX_PAGE || !last) return undefined;
  const [callId] = last;
  return (counts.get(String(callId)) ?? 0) < MAX_RECORDS_OF_CALL
    ? last
    : [callId ?? '', Number.MAX_SAFE_INTEGER, '\uffff', 0];
};
