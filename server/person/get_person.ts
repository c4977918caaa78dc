import { z } from 'zod';
import type { PersonResponse } from '../../common/api/person';
import { callDocumentSchema } from '../../common/model/call';
import { toActivity } from '../activity/activity';
import type { TimeRange } from '../activity/range_unit';
import { totalOf } from '../investigation/alerts';
import type { ElasticsearchClient } from '../kibana';
import { readStore } from '../stores/read_store';
import { findPersonById } from './find_person';
import { personQuery } from './person_query';

export interface PersonContext {
  readonly es: ElasticsearchClient;
  readonly formatNumber: (number: string) => string;
  readonly signal?: AbortSignal;
}

const instant = z.object({ value: z.number().nullable() });
const answerSchema = z.object({
  first_seen: instant,
  last_seen: instant,
  in_range: z.unknown(),
  joined: z.object({
    methods: z.object({
      buckets: z.array(
        z.object({
          key: callDocumentSchema.shape.vishing.shape.join.unwrap().shape.method,
          confidences: z.object({
            buckets: z.array(z.object({ key: z.number(), doc_count: z.number() })),
          }),
        })
      ),
    }),
  }),
});

const iso = ({ value }: z.infer<typeof instant>): string | undefined =>
  value === null ? undefined : new Date(value).toISOString();

const joinsOf = ({ joined }: z.infer<typeof answerSchema>): PersonResponse['joins'] =>
  joined.methods.buckets
    .flatMap(({ key: method, confidences }) =>
      confidences.buckets.map(({ key, doc_count }) => ({
        method,
        // Stored as a float of four bytes, which writes 0.95 as 0.949999988.
        confidence: Math.round(key * 1000) / 1000,
        calls: doc_count,
      }))
    )
    .sort((a, b) => b.calls - a.calls || b.confidence - a.confidence);

/**
 * What is known of a person.
 * @throws VishingError `not_found`, `not_set_up`
 */
export const getPersonDetails = async (
  { es, formatNumber, signal }: PersonContext,
  id: string,
  { zone, ...range }: TimeRange & { readonly zone: string }
): Promise<PersonResponse> => {
  const { person, in_directory } = await findPersonById(es, id);
  const calls = await readStore(es.search(personQuery(person, { ...range, zone }), { signal }));
  const answer = answerSchema.parse(calls.aggregations);
  return {
    person,
    in_directory,
    number_displays: person.numbers.map(formatNumber),
    ever: {
      calls: totalOf(calls.hits.total),
      first_seen: iso(answer.first_seen),
      last_seen: iso(answer.last_seen),
    },
    activity: toActivity(answer.in_range, range).activity,
    joins: joinsOf(answer),
  };
};
