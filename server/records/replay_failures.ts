import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { ReplayResponse } from '../../common/api/sources';
import { CALL_DATA_STREAM_PATTERN } from '../../common/constants';
import type { RawDocument } from '../../common/ingest/raw_document';
import { siteSchema, type Site } from '../../common/model/call';
import { recordMappingSchema, type RecordMapping } from '../../common/model/mapping';
import type { ElasticsearchClient } from '../kibana';
import { createRecords, type RecordOutcome } from './create_records';

/** Records in one batch. */
const BATCH = 500;

export interface ReplayOptions {
  readonly source?: string;
  readonly site?: string;
  /** Settings that replace those that came with the records. */
  readonly settings?: Partial<Omit<Site, 'id'>>;
  readonly mapping?: RecordMapping;
  /** ISO instant: failures of before this replay only. */
  readonly before: string;
  readonly after?: (string | number)[];
}

const failedSchema = z.object({
  event: z.object({ original: z.string(), provider: z.string().optional() }),
  vishing: z.object({
    site: siteSchema,
    header: z.string().optional(),
    mapping: recordMappingSchema.optional().catch(undefined),
  }),
  log: z
    .object({ file: z.object({ path: z.string() }), offset: z.number().optional() })
    .optional()
    .catch(undefined),
});

interface FailedRecord {
  readonly index: string;
  readonly id: string;
  readonly document: RawDocument;
}

const failuresQuery = ({
  source,
  site,
  before,
}: ReplayOptions): estypes.QueryDslQueryContainer => ({
  bool: {
    filter: [
      { term: { 'event.kind': 'pipeline_error' } },
      { range: { 'event.ingested': { lt: before } } },
      ...(source === undefined ? [] : [{ term: { 'event.provider': source } }]),
      ...(site === undefined ? [] : [{ term: { 'vishing.site.id': site } }]),
    ],
  },
});

const toFailed = (
  { _index, _id, _source }: estypes.SearchHit<unknown>,
  { settings, mapping }: ReplayOptions
): FailedRecord[] => {
  const parsed = failedSchema.safeParse(_source);
  if (!parsed.success || _id == null) return [];
  const { event, vishing, log } = parsed.data;
  const site = { ...vishing.site, ...settings };
  return [
    {
      index: _index,
      id: _id,
      document: {
        message: event.original,
        event: { provider: event.provider ?? '' },
        vishing: { ...vishing, site, ...(mapping === undefined ? {} : { mapping }) },
        ...(log === undefined ? {} : { log }),
      },
    },
  ];
};

/** Understood now, or no record at all: the failure has had its day. A failure that occurs again has the same `_id`. */
const isRepaired = (outcome: RecordOutcome): boolean =>
  outcome.outcome === 'dropped' || (outcome.outcome !== 'refused' && outcome.failure === undefined);

/** The old document goes only after the new one is stored, so that nothing is lost whenever this is cut off. */
const removeOld = async (
  es: ElasticsearchClient,
  failed: readonly FailedRecord[],
  outcomes: readonly RecordOutcome[]
): Promise<void> => {
  const old = failed.filter(({ id }, place) => {
    const outcome = outcomes[place];
    if (!outcome) return false;
    // Other settings make another failure of it, with an id of its own.
    return isRepaired(outcome) || ('id' in outcome && outcome.id !== id);
  });
  if (old.length === 0) return;
  await es.bulk({
    operations: old.map(({ index, id }) => ({ delete: { _index: index, _id: id } })),
    refresh: true,
  });
};

/**
 * Reads one batch of failed records again, after their cause was put right: a pipeline, a site's settings, a mapping. What is
 * understood replaces the failure.
 */
export const replayFailedRecords = async (
  es: ElasticsearchClient,
  options: ReplayOptions
): Promise<ReplayResponse> => {
  const { hits } = await es.search({
    index: CALL_DATA_STREAM_PATTERN,
    ignore_unavailable: true,
    allow_no_indices: true,
    size: BATCH,
    track_total_hits: true,
    query: failuresQuery(options),
    sort: [{ 'event.ingested': 'asc' }, { _seq_no: 'asc' }],
    search_after: options.after,
  });
  const failed = hits.hits.flatMap((hit) => toFailed(hit, options));
  const outcomes = await createRecords(
    es,
    failed.map(({ document }) => document)
  );
  await removeOld(es, failed, outcomes);
  const repaired = outcomes.filter(isRepaired).length;
  const { total } = hits;
  return {
    read: hits.hits.length,
    repaired,
    still_failing: hits.hits.length - repaired,
    total: typeof total === 'number' ? total : (total?.value ?? 0),
    next: hits.hits.length === BATCH ? (hits.hits.at(-1)?.sort as (string | number)[]) : undefined,
  };
};
