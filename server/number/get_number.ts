import { z } from 'zod';
import {
  attestationSchema,
  type AttestationCounts,
  type NumberResponse,
} from '../../common/api/number';
import { dayOf, toActivity } from '../activity/activity';
import type { TimeRange } from '../activity/range_unit';
import { totalOf } from '../investigation/alerts';
import type { ElasticsearchClient } from '../kibana';
import { readStore } from '../stores/read_store';
import { readCoveringEntries } from './covering_entries';
import { numberQuery, ownersQuery } from './number_query';
import { requireNumber } from './require_number';

export interface NumberContext {
  readonly es: ElasticsearchClient;
  readonly formatNumber: (number: string) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

const counted = z.object({ doc_count: z.number() });
const instant = z.object({ value: z.number().nullable() });
const termsOf = <K extends z.ZodType>(key: K) =>
  z.object({ buckets: z.array(z.object({ key, doc_count: z.number() })) });
const attestationsSchema = z.object({ attestations: termsOf(z.string()) });
const answerSchema = z.object({
  first_seen: instant,
  last_seen: instant,
  last_90d: counted,
  names: termsOf(z.string()),
  own_number: counted,
  in_range: z.unknown(),
});
const ownerSchema = z.object({ id: z.string(), full_name: z.string() });

const iso = ({ value }: z.infer<typeof instant>): string | undefined =>
  value === null ? undefined : new Date(value).toISOString();

const noAttestations = (): AttestationCounts => ({ A: 0, B: 0, C: 0, failed: 0, none: 0 });

const toCounts = (bucket: unknown): AttestationCounts => {
  const counts = noAttestations();
  for (const { key, doc_count } of attestationsSchema.parse(bucket).attestations.buckets) {
    const known = attestationSchema.safeParse(key);
    if (known.success) counts[known.data] = doc_count;
  }
  return counts;
};

const sum = (counts: AttestationCounts): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const attestationOf = (
  buckets: readonly { readonly key_as_string: string }[]
): NumberResponse['attestation'] => {
  const total = noAttestations();
  const periods = buckets
    .map((bucket) => ({ day: dayOf(bucket), counts: toCounts(bucket) }))
    .filter(({ counts }) => sum(counts) > 0);
  for (const { counts } of periods)
    for (const key of attestationSchema.options) total[key] += counts[key];
  return { total, periods };
};

/**
 * What is known of a number.
 * @throws VishingError `bad_request` for a text that is no number, `not_set_up`
 */
export const getNumberDetails = async (
  { es, formatNumber, now, signal }: NumberContext,
  text: string,
  { zone, ...range }: TimeRange & { readonly zone: string }
): Promise<NumberResponse> => {
  const { e164, block, country, type } = requireNumber(text);
  const nowMs = now();
  const [calls, owners, entries] = await Promise.all([
    readStore(es.search(numberQuery(e164, { ...range, zone, nowMs }), { signal })),
    readStore(es.search(ownersQuery(e164), { signal })),
    readCoveringEntries(es, e164, nowMs),
  ]);
  const answer = answerSchema.parse(calls.aggregations);
  const { activity, buckets } = toActivity(answer.in_range, range);
  const [first] = entries;
  return {
    number: e164,
    display: formatNumber(e164),
    country,
    type,
    block,
    verdict: first?.state === 'effective' ? first.verdict : 'none',
    entries,
    owners: owners.hits.hits.flatMap(({ _source }) => {
      const owner = ownerSchema.safeParse(_source);
      return owner.success ? [{ id: owner.data.id, name: owner.data.full_name }] : [];
    }),
    ever: {
      calls: totalOf(calls.hits.total),
      first_seen: iso(answer.first_seen),
      last_seen: iso(answer.last_seen),
      calls_90d: answer.last_90d.doc_count,
      shown_names: answer.names.buckets.map(({ key, doc_count }) => ({
        name: key,
        calls: doc_count,
      })),
      own_number_calls: answer.own_number.doc_count,
    },
    activity,
    attestation: attestationOf(buckets),
  };
};
